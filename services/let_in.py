"""Who let whom in, along the whole chain: what a rule of two people is decided with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from events.access.access import (
    AccessGiven,
    AgencyAccessGiven,
    YoungEditorAccessGiven,
    YouthWorkerAccessGiven,
)
from events.fact import Fact
from services.ledger import Ledger

_GAVE = (AccessGiven, AgencyAccessGiven, YoungEditorAccessGiven, YouthWorkerAccessGiven)


@dataclass(frozen=True)
class LetIn:
    """Who let whom in: for each person, all who did, directly or through others.

    Who is not named was let in by those who run the service, and so by nobody here.
    """

    above: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def are_linked(self, one: str, other: str) -> bool:
        """Whether they are the same, or one let the other in, directly or through others."""
        return one in self._with(other) or other in self._with(one)

    def are_kin(self, one: str, other: str) -> bool:
        """The same, or one person let both in, directly or through others."""
        return bool(self._with(one) & self._with(other))

    def _with(self, person: str) -> frozenset[str]:
        return self.above.get(person, frozenset()) | {person}


def who_let_in(ledger: Ledger, people: Iterable[str]) -> LetIn:
    """Who ever let these people in, along the whole chain.

    Whoever once let somebody in stays above them: to be let in again by others changes nothing.
    """
    above: dict[str, frozenset[str]] = {}
    for person in {*people}:
        found: set[str] = set()
        waiting = [person]
        while waiting:
            new = {*_let_in_by(ledger, waiting.pop())} - found
            found |= new
            waiting += new
        above[person] = frozenset(found - {person})
    return LetIn(above)


def _let_in_by(ledger: Ledger, person: str) -> Iterator[str]:
    """People alone: what is no person's id is somebody who runs the service."""
    for fact in _facts(ledger, person):
        if isinstance(fact, _GAVE) and _id(fact.provenance.by):
            yield fact.provenance.by


def _facts(ledger: Ledger, person: str) -> list[Fact]:
    id = _id(person)
    return ledger.facts(id) if id else []


def _id(person: str) -> UUID | None:
    try:
        return UUID(person)
    except ValueError:
        return None
