"""People with access to this partnership, and their roles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.access.access import (
    AccessEnded,
    AccessGiven,
    AgencyAccessGiven,
    AnyRole,
    SignedIn,
    YoungEditorAccessGiven,
    YouthWorkerAccessGiven,
)
from events.fact import Fact
from events.privacy.erasure import ForgettingConfirmed
from projections.engine.encryption import Personal
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Person:
    """``last_seen`` is the day of the last sign-in, empty where there was none."""

    id: UUID
    name: Personal
    email: Personal
    role: AnyRole | None
    last_seen: str
    is_forgotten: bool = False
    agency: str = ""


class People(Projection):
    name = "people"
    version = 2
    people = TableOf(Person)

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case AccessGiven(name=name, email=email, role=role):
                self.people.put(Person(id, name, email, role, self._seen(id)))
            case AgencyAccessGiven(name=name, email=email, agency=agency):
                seen = self._seen(id)
                self.people.put(Person(id, name, email, "agency", seen, agency=agency))
            case YoungEditorAccessGiven(name=name, email=email):
                self.people.put(Person(id, name, email, "editor", self._seen(id)))
            case YouthWorkerAccessGiven(name=name, email=email):
                self.people.put(Person(id, name, email, "youth worker", self._seen(id)))
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

    def _seen(self, id: UUID) -> str:
        known = self.people.get(id)
        return known.last_seen if known else ""


def _forgotten(row: Person) -> Person:
    return replace(row, name="", email="", role=None, is_forgotten=True)
