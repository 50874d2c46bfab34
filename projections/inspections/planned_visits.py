"""Visits that youth inspectors will make: coming, past and called off, and whether they went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.inspections.planned_visit import (
    PlannedVisitMade,
    VisitCalledOff,
    VisitPlanChanged,
    VisitPlanned,
)
from events.inspections.visit import VisitTakenOff
from events.period import PartialDate
from projections.engine.encryption import Personal
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class PlannedVisit:
    """``ever`` are all inspectors who were on it at some time; ``made`` the visits sent for it.

    ``seen`` is the version of its stream, which whoever changes it gives back.
    """

    id: UUID
    service: str
    day: PartialDate
    time: str
    meeting_place: Personal
    form: UUID
    inspectors: tuple[UUID, ...]
    ever: tuple[UUID, ...]
    seen: int
    is_called_off: bool = False
    why: Personal = ""
    made: tuple[UUID, ...] = ()

    def stands(self, today: date) -> Literal["coming", "made", "not sent", "called off"]:
        if self.made:
            return "made"
        if self.is_called_off:
            return "called off"
        return "coming" if self.day.last >= today else "not sent"


@dataclass(frozen=True)
class MadeFor:
    """Which plan a visit was sent for."""

    visit: UUID
    plan: UUID


class PlannedVisits(Projection):
    name = "planned_visits"
    visits = TableOf(PlannedVisit)
    made = TableOf(MadeFor)

    def apply(self, fact: Fact) -> None:
        id, seen = fact.originator_id, fact.originator_version
        match fact:
            case VisitPlanned() | VisitPlanChanged():
                self.visits.put(_planned(fact, self.visits.get(id)))
            case VisitCalledOff(why=why):
                self.visits.change(
                    id, lambda row: replace(row, seen=seen, is_called_off=True, why=why)
                )
            case PlannedVisitMade(visit=visit):
                self.made.put(MadeFor(visit, id))
                self.visits.change(id, lambda row: replace(row, seen=seen, made=(*row.made, visit)))
            case VisitTakenOff():
                if found := self.made.get(id):
                    self.visits.change(found.plan, lambda row: _without(row, id))
            case _:
                pass

    def all(self) -> list[PlannedVisit]:
        """By their day and time, the first to come first."""
        return sorted(self.visits.where(), key=lambda row: (row.day.text, row.time, str(row.id)))

    def of(self, inspector: UUID) -> list[PlannedVisit]:
        """Those that an inspector is on."""
        return [row for row in self.all() if inspector in row.inspectors]

    def on(self, day: date) -> list[PlannedVisit]:
        """Those of a day that are neither called off nor made."""
        rows = [row for row in self.all() if row.day.text == day.isoformat()]
        return [row for row in rows if not (row.is_called_off or row.made)]


def _planned(fact: VisitPlanned | VisitPlanChanged, before: PlannedVisit | None) -> PlannedVisit:
    ever = (*(before.ever if before else ()), *fact.inspectors)
    return PlannedVisit(
        fact.originator_id,
        fact.service,
        fact.day,
        fact.time,
        fact.meeting_place,
        fact.form,
        fact.inspectors,
        tuple(dict.fromkeys(ever)),
        fact.originator_version,
        made=before.made if before else (),
    )


def _without(row: PlannedVisit, visit: UUID) -> PlannedVisit:
    return replace(row, made=tuple(each for each in row.made if each != visit))
