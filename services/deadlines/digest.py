"""Recording that a coordinator was told today what is due, so that nobody is told twice."""

from __future__ import annotations

from uuid import UUID

from events.deadlines.digest import DigestFact, DigestSent
from events.fact import Provenance
from events.period import PartialDate
from services.command import Service, opening_command
from services.refusals import AlreadyThere
from services.state import State


def evolve(state: State, fact: DigestFact) -> State:
    return state


def send(
    digest: State, provenance: Provenance, *, person: UUID, day: PartialDate, late: int, due: int
) -> DigestSent:
    return DigestSent(*digest.next(provenance), person=person, day=day, late=late, due=due)


class DigestService(Service[State]):
    evolve = staticmethod(evolve)
    send = opening_command(send)

    def claim(
        self, provenance: Provenance, *, person: UUID, day: PartialDate, late: int, due: int
    ) -> bool:
        """Whether this process may send the letter of that day, which nobody sent yet."""
        stream = self.ledger.name_of("digest", str(person), day.text)
        try:
            self.send(stream, provenance, person=person, day=day, late=late, due=due)
        except AlreadyThere:
            return False
        return True
