"""Who may sign in here, as what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.access import AccessEnded, AccessGiven, Role, SignedIn
from events.fact import Fact
from events.forgetting import ForgettingConfirmed
from projections.projection import Projection
from projections.rows import TableOf
from projections.sealing import Personal


@dataclass(frozen=True)
class Person:
    """``last_seen`` is the day of the last sign-in, empty where there was none."""

    id: UUID
    name: Personal
    email: Personal
    role: Role | None
    last_seen: str
    is_forgotten: bool = False


class People(Projection):
    name = "people"
    people = TableOf(Person)

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case AccessGiven(name=name, email=email, role=role):
                known = self.people.get(id)
                self.people.put(Person(id, name, email, role, known.last_seen if known else ""))
            case AccessEnded():
                self.people.change(id, lambda row: replace(row, role=None))
            case ForgettingConfirmed(subject=subject):
                self.people.change(subject, _forgotten)
            case SignedIn():
                day = fact.recorded_at.date().isoformat()
                self.people.change(id, lambda row: replace(row, last_seen=day))
            case _:
                pass

    def all(self) -> list[Person]:
        return sorted(self.people.where(), key=lambda person: person.name)


def _forgotten(row: Person) -> Person:
    return replace(row, name="", email="", role=None, is_forgotten=True)
