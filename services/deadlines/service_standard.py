"""Setting the service standard: office hours, times to read and answer, how clocks count."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import assert_never

from events.deadlines.deadline import ClockStart
from events.deadlines.service_standard import (
    DigestHourSet,
    DutyContactSet,
    OfficeHoursSet,
    PromiseFact,
    PromiseMade,
    RapidReviewStartChosen,
    Weekday,
)
from events.fact import Provenance
from services.command import Service, lazy_command
from services.ledger import Ledger
from services.refusals import Missing, Refusal
from services.state import State

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_MOST_DAYS, _MOST_HOURS = 20, 72


class CanNotPromise(Refusal):
    words = "Promise between 1 and 20 working days, and between 1 and 72 hours."


class BadHours(Refusal):
    words = "Write the time as 09:00, and close later than you open."
    field = "closes"


@dataclass(frozen=True)
class Promise(State):
    """``rapid_start`` is the day from which rapid reviews are counted."""

    rapid_start: ClockStart = "notification"


def evolve(state: Promise, fact: PromiseFact) -> Promise:
    match fact:
        case RapidReviewStartChosen(start=start):
            return replace(state, rapid_start=start)
        case PromiseMade() | OfficeHoursSet() | DigestHourSet() | DutyContactSet():
            return state
        case _:
            assert_never(fact)


def make(
    promise: Promise,
    provenance: Provenance,
    *,
    read_days: int,
    urgent_hours: int,
    demo: bool = False,
) -> PromiseMade:
    if not 1 <= read_days <= _MOST_DAYS:
        raise CanNotPromise(field="read_days")
    if not 1 <= urgent_hours <= _MOST_HOURS:
        raise CanNotPromise(field="urgent_hours")
    return PromiseMade(
        *promise.next(provenance), read_days=read_days, urgent_hours=urgent_hours, demo=demo
    )


def set_hours(
    promise: Promise,
    provenance: Provenance,
    *,
    days: tuple[Weekday, ...],
    opens: str,
    closes: str,
    demo: bool = False,
) -> OfficeHoursSet:
    if not days:
        raise Missing("Choose at least one day.", field="days")
    if not (_TIME.fullmatch(opens) and _TIME.fullmatch(closes) and opens < closes):
        raise BadHours
    return OfficeHoursSet(
        *promise.next(provenance), days=days, opens=opens, closes=closes, demo=demo
    )


def choose_rapid_start(
    promise: Promise, provenance: Provenance, *, start: ClockStart
) -> RapidReviewStartChosen:
    """Clocks that run already keep the day they were counted from."""
    if start not in {"awareness", "notification"}:
        raise Missing("Choose which day rapid reviews are counted from.", field="start")
    return RapidReviewStartChosen(*promise.next(provenance), start=start)


def set_digest_hour(promise: Promise, provenance: Provenance, *, hour: int | None) -> DigestHourSet:
    if hour is not None and not 0 <= hour <= 23:
        raise Missing("Choose an hour from 0 to 23.", field="hour")
    return DigestHourSet(*promise.next(provenance), hour=hour)


def set_duty_contact(promise: Promise, provenance: Provenance, *, contact: str) -> DutyContactSet:
    if not contact:
        raise Missing("Say whom staff reach outside office hours.", field="contact")
    return DutyContactSet(*promise.next(provenance), contact=contact)


class ServiceStandardService(Service[Promise]):
    evolve = staticmethod(evolve)
    make = lazy_command(make)
    set_hours = lazy_command(set_hours)
    choose_rapid_start = lazy_command(choose_rapid_start)
    set_digest_hour = lazy_command(set_digest_hour)
    set_duty_contact = lazy_command(set_duty_contact)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.id = ledger.name_of("promise")
