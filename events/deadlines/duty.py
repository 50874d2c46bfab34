"""Who is on duty for urgent messages, and whom the partnership tells when they do not open one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.deadlines.service_standard import Weekday
from events.fact import Fact
from events.period import PartialDate


@dataclass(frozen=True)
class DutyPatternSet(Fact):
    """On each of these weekdays the first person is on duty, and the others follow in order."""

    TOPIC = "duty.pattern_set"
    PERSONAL = frozenset()
    days: tuple[Weekday, ...]
    people: tuple[UUID, ...]


@dataclass(frozen=True)
class DutySwapped(Fact):
    """On this one day others are on duty than the pattern says. Nobody: the pattern holds again."""

    TOPIC = "duty.swapped"
    PERSONAL = frozenset()
    DAY = ""
    day: PartialDate
    people: tuple[UUID, ...]


@dataclass(frozen=True)
class DutyTeamSet(Fact):
    """The duty team's shared address, and a number for text messages, if it has one."""

    TOPIC = "duty.team_set"
    PERSONAL = frozenset({"email", "phone"})
    email: str
    phone: str


@dataclass(frozen=True)
class OutOfHoursContactSet(Fact):
    """The team that answers outside office hours, and how an alert reaches it."""

    TOPIC = "duty.out_of_hours_set"
    PERSONAL = frozenset({"email", "phone"})
    name: str
    email: str
    phone: str


@dataclass(frozen=True)
class AlertTimeSet(Fact):
    """How many minutes each person has to open an urgent message before the next is told."""

    TOPIC = "duty.alert_time_set"
    PERSONAL = frozenset()
    minutes: int


@dataclass(frozen=True)
class FrontDoorSet(Fact):
    """Where concerns about a child are reported: its name and the number that staff ring."""

    TOPIC = "duty.front_door_set"
    PERSONAL = frozenset()
    name: str
    phone: str


DutyFact = (
    DutyPatternSet | DutySwapped | DutyTeamSet | OutOfHoursContactSet | AlertTimeSet | FrontDoorSet
)
