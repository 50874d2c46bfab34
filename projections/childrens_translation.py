"""The children's version in other languages: what is translated, of which English, and checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.childrens_translation import PartTranslated, TranslationChecked
from events.fact import FORGOTTEN, Fact
from projections.projection import Projection
from projections.rows import TableOf
from projections.sealing import PersonalNames


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

    def part(self, name: str) -> tuple[str, str]:
        """Its words and what names their English; both empty where it is not translated."""
        if name not in self.parts:
            return "", ""
        at = self.parts.index(name)
        words = self.words[at] if at < len(self.words) else ""
        return ("", "") if words in ("", FORGOTTEN) else (words, self.of[at])


class ChildrensTranslation(Projection):
    name = "childrens_translation"
    translated = TableOf(Translated, index=("report",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case PartTranslated(report=report, language=language):
                row = self.translated.get(id) or Translated(id, report, language)
                self.translated.put(_with(row, fact))
            case TranslationChecked():
                self.translated.change(id, lambda row: replace(row, checked=True))
            case _:
                pass

    def of(self, report: UUID) -> list[Translated]:
        return self.translated.where(report=report, order="language")


def _with(row: Translated, fact: PartTranslated) -> Translated:
    kept = [
        (name, *row.part(name)) for name in row.parts if name != fact.part and row.part(name)[0]
    ]
    if fact.words:
        kept.append((fact.part, fact.words, fact.of))
    parts, words, of = zip(*kept, strict=True) if kept else ((), (), ())
    return replace(row, parts=tuple(parts), words=tuple(words), of=tuple(of), checked=False)
