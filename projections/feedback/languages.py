"""The languages in which young people may use their pages here."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact
from events.feedback.language import LanguageOffered, LanguageStopped
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Offered:
    """``on`` is the day since when, in words."""

    language: str
    on: str
    is_offered: bool = True


class Languages(Projection):
    name = "languages"
    offered = TableOf(Offered)

    def apply(self, fact: Fact) -> None:
        match fact:
            case LanguageOffered(language=language):
                self.offered.put(Offered(language, str(fact.on)))
            case LanguageStopped(language=language):
                self.offered.put(Offered(language, "", False))
            case _:
                pass

    def now(self) -> list[Offered]:
        return [row for row in self.offered.where(order="language") if row.is_offered]
