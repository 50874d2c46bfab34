"""The service standard: what a partnership promises young people, and how its clocks count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.deadlines.deadline import ClockStart
from events.fact import Fact

Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@dataclass(frozen=True)
class PromiseMade(Fact):
    """Every message is read within so many working days, an urgent one within so many hours."""

    TOPIC = "promise.made"
    PERSONAL = frozenset()
    read_days: int
    urgent_hours: int
    demo: bool


@dataclass(frozen=True)
class OfficeHoursSet(Fact):
    """``opens`` and ``closes`` are UK local times such as 09:00."""

    TOPIC = "promise.office_hours_set"
    PERSONAL = frozenset()
    days: tuple[Weekday, ...]
    opens: str
    closes: str
    demo: bool


@dataclass(frozen=True)
class RapidReviewStartChosen(Fact):
    TOPIC = "promise.rapid_review_start_chosen"
    PERSONAL = frozenset()
    start: ClockStart


@dataclass(frozen=True)
class DigestHourSet(Fact):
    """The UK hour at which coordinators are told what is due; none where they are not told."""

    TOPIC = "promise.digest_hour_set"
    PERSONAL = frozenset()
    hour: int | None


@dataclass(frozen=True)
class DutyContactSet(Fact):
    """The team that staff call outside office hours, and its number. Never a private number."""

    TOPIC = "promise.duty_contact_set"
    PERSONAL = frozenset()
    contact: str


PromiseFact = PromiseMade | OfficeHoursSet | RapidReviewStartChosen | DigestHourSet | DutyContactSet
