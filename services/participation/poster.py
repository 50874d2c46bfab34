"""Making a poster for a place, with an address of its own, and taking it down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Fact, Provenance
from events.participation.poster import PosterFact, PosterMade, PosterTakenDown
from services.command import Service, command, opening_command
from services.refusals import AlreadyThere, Missing
from services.state import State

# None that is easily taken for another when it is typed from paper: i, l, 1, o and 0 are left out.
LETTERS = "abcdefghjkmnpqrstuvwxyz234567"
_MANY = 8


@dataclass(frozen=True)
class Poster(State):
    is_down: bool = False


def evolve(state: Poster, fact: PosterFact) -> Poster:
    match fact:
        case PosterMade():
            return state
        case PosterTakenDown():
            return replace(state, is_down=True)
        case _:
            assert_never(fact)


def make_poster(poster: Poster, provenance: Provenance, *, place: str) -> PosterMade:
    """Its code comes from the poster's own name, which nobody can guess from the place."""
    if not place:
        raise Missing("Say which place it is for.", field="place")
    return PosterMade(*poster.next(provenance), place=place, code=_code(poster.id))


def take_down(poster: Poster, provenance: Provenance, *, why: str) -> PosterTakenDown:
    if poster.is_down:
        raise AlreadyThere("This poster is taken down already.")
    if not why:
        raise Missing("Say why.", field="why")
    return PosterTakenDown(*poster.next(provenance), why=why)


def _code(stream: UUID) -> str:
    code, rest = "", stream.int
    for _ in range(_MANY):
        rest, at = divmod(rest, len(LETTERS))
        code += LETTERS[at]
    return code


class PosterService(Service[Poster]):
    """The same place has one poster, however often it is asked for."""

    evolve = staticmethod(evolve)
    _make = opening_command(make_poster)
    take_down = command(take_down)

    def make(self, provenance: Provenance, *, place: str) -> list[Fact]:
        stream = self.ledger.name_of("poster", " ".join(place.casefold().split()))
        known = self.ledger.facts(stream)
        if known and known[0].provenance.key == provenance.key:
            return known  # the same form, sent again
        if known:
            raise AlreadyThere("This place has its poster already.", field="place")
        self._make(stream, provenance, place=place)
        return self.ledger.facts(stream)
