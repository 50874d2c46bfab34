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

Given = AccessGiven | AgencyAccessGiven | YoungEditorAccessGiven | YouthWorkerAccessGiven


@dataclass(frozen=True)
class Person:
    """``last_seen`` is the day of the last sign-in, empty where there was none.

    ``let_in_by`` is who last gave them access.
    """

    id: UUID
    name: Personal
    email: Personal
    role: AnyRole | None
    last_seen: str
    is_forgotten: bool = False
    agency: str = ""
    let_in_by: str = ""


class People(Projection):
    name = "people"
    version = 3
    people = TableOf(Person)

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case AccessGiven(role=role):
                self._put(fact, role)
            case AgencyAccessGiven(agency=agency):
                self._put(fact, "agency", agency)
            case YoungEditorAccessGiven():
                self._put(fact, "editor")
            case YouthWorkerAccessGiven():
                self._put(fact, "youth worker")
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

    def _put(self, fact: Given, role: AnyRole, agency: str = "") -> None:
        id, by = fact.originator_id, fact.provenance.by
        known = self.people.get(id)
        seen = known.last_seen if known else ""
        self.people.put(Person(id, fact.name, fact.email, role, seen, False, agency, by))


def _forgotten(row: Person) -> Person:
    return replace(row, name="", email="", role=None, is_forgotten=True)
