"""The sources of a report as numbered notes at its end, in the order they are first needed."""

from __future__ import annotations

from dataclasses import dataclass, field

from projections.reporting.entries import Entry


@dataclass
class SourceNote:
    """One source, and the entries that rest on it. What the report says itself has no entry."""

    number: int
    source: str
    words: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"note-{self.number}"


class SourceNotes:
    """Counts while a page is drawn. ``document`` is the report's own, which it names once."""

    def __init__(self, document: str = "") -> None:
        self._document = document
        self._notes: dict[str, SourceNote] = {}

    def of(self, entry: Entry) -> SourceNote:
        """The note of the source that an entry comes from."""
        note = self.cite(entry.source)
        if all(each.key != entry.key for each in note.entries):
            note.entries.append(entry)
        return note

    def cite(self, source: str) -> SourceNote:
        """The note of a source that no entry of its own comes from."""
        if source not in self._notes:
            words = source.removeprefix(f"{self._document}, ") if self._document else source
            self._notes[source] = SourceNote(len(self._notes) + 1, source, words)
        return self._notes[source]

    @property
    def all(self) -> list[SourceNote]:
        return list(self._notes.values())
