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
from events.access.letters import DigestChosen, TextNumberGiven
from events.fact import Fact
from events.privacy.erasure import ForgettingConfirmed
from projections.engine.encryption import Personal
from projections.engine.projection import Projection
from projections.engine.tables import TableOf

_Given = AccessGiven | AgencyAccessGiven | YoungEditorAccessGiven | YouthWorkerAccessGiven


@dataclass(frozen=True)
class Person:
    """``last_seen`` is the day of the last sign-in, empty where there was none.

    ``phone`` is their number for text messages, empty where they want none. ``let_in_by`` is who
    last gave them access.
    """

    id: UUID
    name: Personal
    email: Personal
    role: AnyRole | None
    last_seen: str
    is_forgotten: bool = False
    agency: str = ""
    phone: Personal = ""
    wants_digest: bool = True
    let_in_by: str = ""


class People(Projection):
    name = "people"
    version = 5
    people = TableOf(Person)

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case AccessGiven(role=role):
                self._let_in(fact, role)
            case AgencyAccessGiven(agency=agency):
                self._let_in(fact, "agency", agency)
            case YoungEditorAccessGiven():
                self._let_in(fact, "editor")
            case YouthWorkerAccessGiven():
                self._let_in(fact, "youth worker")
            case AccessEnded():
                self.people.change(id, lambda row: replace(row, role=None))
            case ForgettingConfirmed(subject=subject):
                self.people.change(subject, _forgotten)
            case SignedIn():
                day = fact.recorded_on.text
                self.people.change(id, lambda row: replace(row, last_seen=day))
            case TextNumberGiven(phone=phone):
                self.people.change(id, lambda row: replace(row, phone=phone))
            case DigestChosen(wanted=wanted):
                self.people.change(id, lambda row: replace(row, wants_digest=wanted))
            case _:
                pass

    def all(self) -> list[Person]:
        return sorted(self.people.where(), key=lambda person: person.name)

    def person(self, id: UUID) -> Person | None:
        return self.people.get(id)

    def _let_in(self, fact: _Given, role: AnyRole, agency: str = "") -> None:
        id = fact.originator_id
        known = self.people.get(id) or Person(id, "", "", None, "")
        row = replace(known, name=fact.name, email=fact.email, role=role, agency=agency)
        self.people.put(replace(row, let_in_by=fact.provenance.by))


def _forgotten(row: Person) -> Person:
    return replace(row, name="", email="", phone="", role=None, is_forgotten=True)
