"""Posters: the places that have one, and the code of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.participation.poster import PosterMade, PosterTakenDown
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Poster:
    """``made_on`` is the day in words."""

    id: UUID
    place: str
    code: str
    made_on: str
    is_up: bool = True


class Posters(Projection):
    name = "posters"
    posters = TableOf(Poster, index=("code",))

    def apply(self, fact: Fact) -> None:
        match fact:
            case PosterMade(place=place, code=code):
                self.posters.put(Poster(fact.originator_id, place, code, str(fact.on)))
            case PosterTakenDown():
                self.posters.change(fact.originator_id, lambda row: replace(row, is_up=False))
            case _:
                pass

    def all(self) -> list[Poster]:
        return self.posters.where(order="place")

    def by_code(self, code: str) -> Poster | None:
        """Up or not: what was told by it keeps its place."""
        found = self.posters.where(code=code)
        return found[0] if found else None
