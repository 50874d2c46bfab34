"""Planned visits as rows, drawn from facts."""

from __future__ import annotations

from datetime import date
from typing import Any
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
from projections.inspections.planned_visits import PlannedVisit, PlannedVisits
from tests.stories import STREAM, recorded

SAM, KIM, FORM, VISIT = (UUID(int=number) for number in range(2, 6))
BEFORE, DAY, AFTER = date(2026, 12, 2), date(2026, 12, 3), date(2026, 12, 4)
SAID: dict[str, Any] = {
    "service": "The library",
    "day": PartialDate("2026-12-03"),
    "time": "14:30",
    "meeting_place": "At the bus stop",
    "form": FORM,
    "inspectors": (SAM,),
}
PLANNED = recorded(VisitPlanned, **SAID)
MADE = recorded(PlannedVisitMade, version=2, visit=VISIT)
CALLED_OFF = recorded(VisitCalledOff, version=2, why="The library is shut.")


def changed(**differently: Any) -> Fact:
    what = {"changed": ("who goes",), "joined": (KIM,), "left": (SAM,)}
    return recorded(VisitPlanChanged, version=2, **SAID | what | differently)


def row(*facts: Fact) -> PlannedVisit:
    found = PlannedVisits.over([PLANNED, *facts]).visits.get(STREAM)
    assert found is not None
    return found


def test_a_planned_visit_is_coming_until_its_day_is_over() -> None:
    planned = row()
    assert [planned.stands(day) for day in (BEFORE, DAY)] == ["coming", "coming"]
    assert planned.stands(AFTER) == "not sent"
    assert (planned.service, planned.meeting_place, planned.seen) == (
        "The library",
        "At the bus stop",
        1,
    )


def test_a_visit_that_is_called_off_says_why() -> None:
    off = row(CALLED_OFF)
    assert off.stands(BEFORE) == off.stands(AFTER) == "called off"
    assert off.why == "The library is shut."


def test_a_visit_whose_form_was_sent_was_made_even_if_it_was_called_off_meanwhile() -> None:
    late = recorded(PlannedVisitMade, version=3, visit=VISIT)
    assert row(MADE).stands(AFTER) == "made"
    assert row(CALLED_OFF, late).stands(AFTER) == "made"
    assert row(MADE).made == (VISIT,)


def test_a_visit_that_is_taken_off_was_not_made() -> None:
    gone = recorded(VisitTakenOff, stream=VISIT, version=2, why="It was sent twice.")
    assert row(MADE, gone).stands(AFTER) == "not sent"


def test_who_left_a_plan_was_on_it_once() -> None:
    now = row(changed(inspectors=(KIM,)))
    assert (now.inspectors, now.ever, now.seen) == ((KIM,), (SAM, KIM), 2)


def test_a_change_keeps_what_was_sent_already() -> None:
    later = recorded(VisitPlanChanged, version=3, **SAID, changed=("the time",), joined=(), left=())
    assert row(MADE, later).made == (VISIT,)


def test_visits_are_found_by_inspector_and_by_day() -> None:
    later = recorded(
        VisitPlanned,
        stream=UUID(int=8),
        **SAID | {"day": PartialDate("2026-12-05"), "inspectors": (SAM, KIM)},
    )
    view = PlannedVisits.over([later, PLANNED])
    assert [each.day.text for each in view.of(SAM)] == ["2026-12-03", "2026-12-05"]
    assert [each.day.text for each in view.of(KIM)] == ["2026-12-05"]
    assert [each.id for each in view.on(DAY)] == [STREAM]
    assert PlannedVisits.over([PLANNED, CALLED_OFF]).on(DAY) == []
    assert PlannedVisits.over([PLANNED, MADE]).on(DAY) == []
