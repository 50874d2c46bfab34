"""What may be decided about a visit that youth inspectors will make."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from events.inspections.planned_visit import (
    PlannedVisitMade,
    VisitCalledOff,
    VisitPlanChanged,
    VisitPlanned,
)
from events.period import PartialDate
from services.inspections.form import Form
from services.inspections.inspector import Inspector
from services.inspections.planned_visit import call_off, change_plan, make, plan_visit
from services.inspections.planned_visit_state import (
    CalledOff,
    CannotGo,
    DayGone,
    FormNotPublished,
    NobodyGoes,
    Plan,
    PlanChangedMeanwhile,
    evolve_planned,
)
from services.refusals import Missing
from tests.stories import Story, given, recorded

SAM, KIM, FORM = UUID(int=2), UUID(int=3), UUID(int=4)
TODAY, THURSDAY = date(2026, 12, 1), PartialDate("2026-12-03")
PLAN = Plan("The library", THURSDAY, "14:30", "At the bus stop", FORM, (SAM,))
WELL = Form(FORM, 1, "Welcome?", (1,))
PEOPLE = (Inspector(SAM, 1), Inspector(KIM, 1))


def planned(*more: Any) -> Story:
    return given(evolve_planned, recorded(VisitPlanned, **vars(PLAN)), *more)


def called_off() -> Story:
    return planned(recorded(VisitCalledOff, why="The library is shut."))


def asked(**differently: Any) -> dict[str, Any]:
    """A request as the service makes it, with what is known of the form and the inspectors."""
    plan = replace(PLAN, **{"inspectors": (SAM,)} | differently)
    going = tuple(each for each in PEOPLE if each.id in plan.inspectors)
    return {"plan": plan, "form": WELL, "going": going, "today": TODAY}


def test_a_visit_is_planned() -> None:
    story = given(evolve_planned)
    story.when(plan_visit, **asked()).then(VisitPlanned, **vars(PLAN))


def test_time_and_meeting_place_may_be_left_open() -> None:
    story = given(evolve_planned)
    story.when(plan_visit, **asked(time="", meeting_place="")).then(VisitPlanned, time="")


def test_today_may_be_the_day() -> None:
    story = given(evolve_planned)
    story.when(plan_visit, **asked(day=PartialDate("2026-12-01"))).then(VisitPlanned)


BAD: list[tuple[dict[str, Any], Any, str]] = [
    ({"service": ""}, Missing, "service"),
    ({"day": PartialDate("2026-11-30")}, DayGone, "day"),
    ({"day": PartialDate("2026-12")}, Missing, "day"),
    ({"inspectors": ()}, NobodyGoes, "inspectors"),
]


@pytest.mark.parametrize(("wrong", "refusal", "field"), BAD)
def test_what_does_not_make_a_plan_is_refused_new_or_changed(
    wrong: dict[str, Any], refusal: Any, field: str
) -> None:
    given(evolve_planned).when(plan_visit, **asked(**wrong)).refused(refusal, field)
    planned().when(change_plan, **asked(**wrong), seen=1).refused(refusal, field)


@pytest.mark.parametrize("going", [(), (Inspector(SAM, 0),), (Inspector(SAM, 2, stood_down=True),)])
def test_whoever_is_unknown_or_has_stood_down_can_not_go(going: tuple[Inspector, ...]) -> None:
    request = asked() | {"going": going}
    given(evolve_planned).when(plan_visit, **request).refused(CannotGo, "inspectors")


@pytest.mark.parametrize("form", [Form(FORM, 0), Form(FORM, 1, "A draft")])
def test_a_form_that_is_not_published_is_refused(form: Form) -> None:
    request = asked() | {"form": form}
    given(evolve_planned).when(plan_visit, **request).refused(FormNotPublished, "which_form")


def test_a_change_says_what_changed_and_who_came_and_went() -> None:
    request = asked(day=PartialDate("2026-12-04"), inspectors=(KIM,))
    planned().when(change_plan, **request, seen=1).then(
        VisitPlanChanged,
        day=PartialDate("2026-12-04"),
        service="The library",
        changed=("the day", "who goes"),
        joined=(KIM,),
        left=(SAM,),
    )


def test_a_change_of_nothing_is_refused() -> None:
    planned().when(change_plan, **asked(), seen=1).refused(Missing)


def test_the_same_people_in_another_order_are_no_change() -> None:
    both = recorded(VisitPlanned, **vars(replace(PLAN, inspectors=(SAM, KIM))))
    story = given(evolve_planned, both)
    story.when(change_plan, **asked(inspectors=(KIM, SAM)), seen=1).refused(Missing)


def test_a_second_change_is_compared_with_the_first() -> None:
    later = VisitPlanChanged(
        *planned().state.next(planned().provenance),
        **vars(replace(PLAN, time="15:00")),
        changed=("the time",),
        joined=(),
        left=(),
    )
    planned(later).when(change_plan, **asked(), seen=2).then(
        VisitPlanChanged, changed=("the time",), time="14:30"
    )


def test_who_changes_what_somebody_else_changed_meanwhile_is_told() -> None:
    planned().when(change_plan, **asked(time="16:00"), seen=0).refused(PlanChangedMeanwhile)


def test_a_visit_is_called_off_with_a_reason() -> None:
    planned().when(call_off, why="The library is shut.").then(
        VisitCalledOff, why="The library is shut."
    )
    planned().when(call_off, why="").refused(Missing, "why")


def test_nothing_more_is_decided_once_it_is_called_off() -> None:
    called_off().when(call_off, why="Again").refused(CalledOff)
    called_off().when(change_plan, **asked(time="16:00"), seen=2).refused(CalledOff)


def test_the_form_of_a_visit_belongs_to_its_plan_even_if_it_was_called_off_meanwhile() -> None:
    """An inspector without a line can not know. What they saw is not lost for that."""
    for story in (planned(), called_off()):
        story.when(make, visit_made=UUID(int=9)).then(PlannedVisitMade, visit=UUID(int=9))
