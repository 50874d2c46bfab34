"""Priorities of the partnership, the outcomes they aim at, and areas to develop."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact
from events.period import Period


@dataclass(frozen=True)
class PriorityAdopted(Fact):
    """``label`` is empty where the source counts the priority without naming it."""

    TOPIC = "partnership.priority_adopted"
    PERSONAL = frozenset()
    DAY = "period"
    priority: str
    label: str
    stated_period: str
    period: Period | None
    note: str


@dataclass(frozen=True)
class OutcomeAdopted(Fact):
    TOPIC = "partnership.outcome_adopted"
    PERSONAL = frozenset()
    DAY = "period"
    label: str
    decision: UUID | None
    period: Period | None


@dataclass(frozen=True)
class DevelopmentAreaOpened(Fact):
    """Something the partnership says it must still get better at."""

    TOPIC = "partnership.development_area_opened"
    PERSONAL = frozenset()
    DAY = "period"
    label: str
    period: Period | None


@dataclass(frozen=True)
class PriorityEnded(Fact):
    """``priority`` is its short name here. What was decided for it stays."""

    TOPIC = "partnership.priority_ended"
    PERSONAL = frozenset()
    priority: str
    label: str
    why: str


@dataclass(frozen=True)
class DevelopmentAreaClosed(Fact):
    TOPIC = "partnership.development_area_closed"
    PERSONAL = frozenset()
    label: str
    why: str
