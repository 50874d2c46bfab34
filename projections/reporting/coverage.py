"""How a report answers each requirement of the law, and priorities that show little progress."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from projections.reporting.entries import Entry, Section
from projections.reporting.report_contents import EntryGroup

Sections = Mapping[Section, Sequence[EntryGroup]]


@dataclass(frozen=True)
class Progress:
    """What the report's period shows of one priority."""

    label: str
    decided: bool
    done: bool
    changed: bool

    @property
    def lacks(self) -> list[str]:
        """What the record does not hold, in words; empty where there is progress to show."""
        found = {
            "no decision": self.decided,
            "no action that was done": self.done,
            "no change that was seen": self.changed,
        }
        return [words for words, there in found.items() if not there]


def answers(sections: Sections, wanted: Iterable[str], *, new: bool = False) -> list[Entry]:
    """The entries that answer: of whole sections, of one kind as ``section/kind``, of one value.

    ``section/kind=word`` asks for the value or the tag of the entry. With ``new``, what only goes
    on standing from before the report's period does not count.
    """
    found: list[Entry] = []
    for name in wanted:
        of, _, word = name.partition("=")
        section, _, kind = of.partition("/")
        for group in sections.get(section, ()):  # type: ignore[call-overload]
            if new and group.standing == "continued":
                continue
            rows = (group.head, *group.parts) if kind else (group.head,)
            found += [row for row in rows if _is_wanted(row, kind, word)]
    return list({row.key: row for row in found}.values())


def _is_wanted(row: Entry, kind: str, word: str) -> bool:
    return (not kind or row.kind == kind) and (not word or word in (row.value, row.tag))


def progress(sections: Sections) -> list[Progress]:
    """Each priority of the report, in order."""
    return [_of(group.head, sections) for group in sections.get("priorities", ())]


def _of(priority: Entry, sections: Sections) -> Progress:
    decided = [g for g in sections.get("decisions", ()) if g.head.tag == priority.tag]
    kinds = {part.kind for group in decided for part in group.parts}
    return Progress(
        priority.heading or "A priority that the source does not name",
        "made" in kinds,
        "action done" in kinds,
        "impact" in kinds,
    )
