"""Translations of the children's version: each part, its English source, and whether checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.childrens_version.translation import PartTranslated, TranslationChecked
from events.fact import FORGOTTEN, Fact
from projections.engine.encryption import PersonalNames
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Translated:
    """``words`` are one for each of ``parts``, ``of`` names the English each of them translates."""

    id: UUID
    report: UUID
    language: str
    parts: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    words: PersonalNames = ()
    checked: bool = False
    seconded_by: str = ""

    def part(self, name: str) -> tuple[str, str]:
        """Its words and what names their English; both empty where it is not translated."""
        if name not in self.parts:
            return "", ""
        at = self.parts.index(name)
        words = self.words[at] if at < len(self.words) else ""
        return ("", "") if words in ("", FORGOTTEN) else (words, self.of[at])

    def living(self) -> Translated | None:
        """Without what is forgotten; none where nothing is left."""
        kept = [(name, *self.part(name)) for name in self.parts if self.part(name)[0]]
        return self.with_parts(kept, checked=self.checked) if kept else None

    def with_all(self, other: Translated) -> Translated:
        kept = [(name, *row.part(name)) for row in (self, other) for name in row.parts]
        found = self.with_parts(kept, checked=self.checked and other.checked)
        return replace(found, seconded_by=self.seconded_by or other.seconded_by)

    def with_parts(self, kept: list[tuple[str, str, str]], *, checked: bool) -> Translated:
        parts, words, of = zip(*kept, strict=True) if kept else ((), (), ())
        return replace(self, parts=tuple(parts), words=tuple(words), of=tuple(of), checked=checked)


class ChildrensTranslation(Projection):
    name = "childrens_translation"
    version = 2
    translated = TableOf(Translated, index=("report",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case PartTranslated(report=report, language=language):
                row = self.translated.get(id) or Translated(id, report, language)
                self.translated.put(_with(row, fact))
            case TranslationChecked(seconded_by=outside):
                self.translated.change(
                    id, lambda row: replace(row, checked=True, seconded_by=outside)
                )
            case _:
                pass

    def of(self, report: UUID) -> list[Translated]:
        """One for each language; what children said is kept apart and comes in here."""
        found: dict[str, Translated] = {}
        for row in self.translated.where(report=report, order="language"):
            if living := row.living():
                known = found.get(row.language)
                found[row.language] = known.with_all(living) if known else living
        return list(found.values())


def _with(row: Translated, fact: PartTranslated) -> Translated:
    kept = [
        (name, *row.part(name)) for name in row.parts if name != fact.part and row.part(name)[0]
    ]
    if fact.words:
        kept.append((fact.part, fact.words, fact.of))
    return row.with_parts(kept, checked=False)
