"""Visits that youth inspectors will make: planned, changed, called off, and made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate

PlanPart = Literal["the service", "the day", "the time", "where to meet", "who goes", "the form"]


@dataclass(frozen=True)
class VisitPlanned(Fact):
    """``inspectors`` are who goes, by their ids. ``time`` and ``meeting_place`` may be empty."""

    TOPIC = "inspection.visit_planned"
    PERSONAL = frozenset({"meeting_place"})
    DAY = ""
    service: str
    day: PartialDate
    time: str
    meeting_place: str
    form: UUID
    inspectors: tuple[UUID, ...]


@dataclass(frozen=True)
class VisitPlanChanged(Fact):
    """The whole plan as it is from now on, and ``changed``, the parts that are new in it.

    ``joined`` are inspectors who were not on it before, ``left`` those who no longer are.
    """

    TOPIC = "inspection.visit_plan_changed"
    PERSONAL = frozenset({"meeting_place"})
    DAY = ""
    service: str
    day: PartialDate
    time: str
    meeting_place: str
    form: UUID
    inspectors: tuple[UUID, ...]
    changed: tuple[PlanPart, ...]
    joined: tuple[UUID, ...]
    left: tuple[UUID, ...]


@dataclass(frozen=True)
class VisitCalledOff(Fact):
    """It will not be made, or it was not."""

    TOPIC = "inspection.visit_called_off"
    PERSONAL = frozenset({"why"})
    why: str


@dataclass(frozen=True)
class PlannedVisitMade(Fact):
    """The form of a planned visit was sent: ``visit`` is what was recorded of it."""

    TOPIC = "inspection.planned_visit_made"
    PERSONAL = frozenset()
    visit: UUID


PlannedVisitFact = VisitPlanned | VisitPlanChanged | VisitCalledOff | PlannedVisitMade
