"""A planned visit as far as decisions need it, and why a plan is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.inspections.planned_visit import (
    PlannedVisitFact,
    PlannedVisitMade,
    PlanPart,
    VisitCalledOff,
    VisitPlanChanged,
    VisitPlanned,
)
from events.period import PartialDate
from services.refusals import Refusal
from services.state import State


class DayGone(Refusal):
    words = "This day has gone by. Choose today, or a day to come."
    field = "day"


class NobodyGoes(Refusal):
    words = "Choose at least one inspector who goes."
    field = "inspectors"


class CannotGo(Refusal):
    words = "An inspector whom you chose has stood down, or is not known here. Choose others."
    field = "inspectors"


class FormNotPublished(Refusal):
    words = "This form is not published. Choose one that is, or publish it first."
    field = "which_form"


class CalledOff(Refusal):
    words = "This visit was called off. Plan a new one."


class PlanChangedMeanwhile(Refusal):
    words = "Somebody else changed this plan while you wrote. Look at what it says now."


@dataclass(frozen=True)
class Plan:
    """Where inspectors go and when, where they meet, what they fill in there, and who goes."""

    service: str
    day: PartialDate
    time: str
    meeting_place: str
    form: UUID
    inspectors: tuple[UUID, ...]

    @property
    def parts(self) -> dict[PlanPart, object]:
        """Each part under its name. Who goes has no order."""
        return {
            "the service": self.service,
            "the day": self.day,
            "the time": self.time,
            "where to meet": self.meeting_place,
            "who goes": frozenset(self.inspectors),
            "the form": self.form,
        }


@dataclass(frozen=True)
class PlannedVisit(State):
    """``plan`` is none before the first fact. ``visits`` are those whose form was sent for it."""

    plan: Plan | None = None
    called_off: bool = False
    visits: frozenset[UUID] = frozenset()


def evolve_planned(state: PlannedVisit, fact: PlannedVisitFact) -> PlannedVisit:
    match fact:
        case VisitPlanned() | VisitPlanChanged():
            plan = Plan(
                fact.service,
                fact.day,
                fact.time,
                fact.meeting_place,
                fact.form,
                fact.inspectors,
            )
            return replace(state, plan=plan)
        case VisitCalledOff():
            return replace(state, called_off=True)
        case PlannedVisitMade(visit=visit):
            return replace(state, visits=state.visits | {visit})
        case _:
            assert_never(fact)
