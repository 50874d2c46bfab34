"""Deadlines of case reviews: how each was counted, and how it was counted again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from events.fact import Fact
from events.period import PartialDate

Clock = Literal["notification", "rapid review", "practice review", "copies before publication"]
ClockStart = Literal["awareness", "notification", "decision", "planned publication", "publication"]


@dataclass(frozen=True)
class DeadlineSet(Fact):
    """Told again after the calendar has changed, it is the same fact: the day is not compared."""

    TOPIC = "deadline.set"
    PERSONAL = frozenset()
    DAY = "started_on"
    clock: Clock
    start: ClockStart
    started_on: PartialDate
    due: PartialDate = field(compare=False)
    rule: str
    owner: str
    calendar: str = field(compare=False)


@dataclass(frozen=True)
class DeadlineRecalculated(Fact):
    """A bank holiday was proclaimed, or withdrawn, after the day had been counted."""

    TOPIC = "deadline.recalculated"
    PERSONAL = frozenset()
    DAY = ""
    clock: Clock
    was: PartialDate
    now: PartialDate
    why: str
    calendar: str


DeadlineFact = DeadlineSet | DeadlineRecalculated
