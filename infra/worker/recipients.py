"""How a recipient of the outbox is reached now, and who is on duty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from events.uk_time import UK
from projections.access.people import People, Person
from projections.deadlines.duty import DutyContacts, DutyRota
from projections.deadlines.service_standards import ServiceStandards
from services.feedback.alert_plan import Recipients
from web.deadlines.standard_kept import is_closed_now
from web.site.tenancy import Tenant

TEAM, OUT_OF_HOURS = "team", "out of hours"
_HANDLE = frozenset({"triage", "coordinator"})


@dataclass(frozen=True)
class Reached:
    """An address and a number for text messages; empty where there is none."""

    email: str = ""
    phone: str = ""


def reached(tenant: Tenant, recipient: str) -> Reached:
    """How somebody is reached now: not at all, once their access has ended."""
    if recipient in (TEAM, OUT_OF_HOURS):
        contacts = _contacts(tenant)
        if recipient == TEAM:
            return Reached(contacts.team_email, contacts.team_phone)
        return Reached(contacts.out_of_hours_email, contacts.out_of_hours_phone)
    person = person_of(tenant, recipient)
    return Reached(person.email, person.phone) if person and person.role else Reached()


def person_of(tenant: Tenant, id: str) -> Person | None:
    with tenant.read(People) as view:
        return view.person(UUID(id))


def who_is_told(tenant: Tenant, now: datetime) -> tuple[Recipients, int, bool]:
    """Whom each step of an alert reaches now, the minutes between steps, and if it is closed."""
    today = now.astimezone(UK).date()
    with tenant.read(DutyRota) as rota:
        named, contacts = rota.on(today), rota.now()
    with tenant.read(People) as view:
        people = view.all()
    with tenant.read(ServiceStandards) as standards:
        is_closed = is_closed_now(standards.now(), now)
    found = _recipients([str(id) for id in named], people, contacts)
    return found, contacts.minutes, is_closed


def _recipients(named: list[str], people: list[Person], contacts: DutyContacts) -> Recipients:
    """Where the rota names nobody who may act, everybody who reads the queue is on duty."""
    may_act = {str(person.id): person.role for person in people if person.role in _HANDLE}
    readers = [id for id, role in may_act.items() if role == "triage"]
    coordinators = tuple(id for id, role in may_act.items() if role == "coordinator")
    duty = [id for id in named if id in may_act]
    first, *rest = duty or [""]
    return Recipients(
        on_duty=(first,) if first else tuple(readers) or coordinators,
        next_on_duty=tuple(rest) or (tuple(id for id in readers if id != first) if first else ()),
        team=(TEAM,) if contacts.has_team else (),
        out_of_hours=(OUT_OF_HOURS,) if contacts.has_out_of_hours else (),
        coordinators=coordinators,
    )


def _contacts(tenant: Tenant) -> DutyContacts:
    with tenant.read(DutyRota) as rota:
        return rota.now()
