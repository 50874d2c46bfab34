"""Planned visits as pages show them: the day in words, who goes, which form."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from events.uk_time import in_words
from projections.inspections.inspectors import Inspectors
from projections.inspections.planned_visits import PlannedVisit, PlannedVisits
from projections.inspections.visits_and_forms import VisitsAndForms
from web.site.authentication import who
from web.site.formatting import today
from web.site.tenancy import here

_STANDS = {
    "coming": ("Coming", "blue"),
    "made": ("The form was sent", "green"),
    "not sent": ("The form was not sent yet", "amber"),
    "called off": ("Called off", ""),
}


@dataclass(frozen=True)
class PlannedVisitShown:
    """``when`` is the day in words with its time, ``stands`` words and a colour for them."""

    plan: PlannedVisit
    when: str
    who_goes: str
    form_title: str
    state: str
    stands: tuple[str, str]


def planned_visits() -> list[PlannedVisitShown]:
    """All of them, the first to come first."""
    with here.read(PlannedVisits) as view:
        return _shown(view.all())


def planned_visit(id: UUID) -> PlannedVisitShown | None:
    with here.read(PlannedVisits) as view:
        found = view.visits.get(id)
    return _shown([found])[0] if found else None


def my_next_visits() -> list[PlannedVisitShown]:
    """The user's own: to come, gone by without a form, and called off but not gone by."""
    with here.read(Inspectors) as record:
        me = record.by(who.id)
    if me is None:
        return []
    with here.read(PlannedVisits) as view:
        mine = view.of(me.id)
    return _shown([each for each in mine if is_next(each, today())])


def is_next(plan: PlannedVisit, day: date) -> bool:
    if plan.is_called_off:
        return plan.day.last >= day and not plan.made
    return plan.day.last >= day or not plan.made


def plan_of_mine(id: UUID | None) -> PlannedVisit | None:
    """The plan that a visit says it belongs to, if the user is on it or once was."""
    if id is None:
        return None
    with here.read(PlannedVisits) as view:
        found = view.visits.get(id)
    with here.read(Inspectors) as record:
        me = record.by(who.id)
    return found if found and me and me.id in found.ever else None


def day_in_words(day: date, now: date) -> str:
    """Thursday 3 December 2026, with today or tomorrow before it."""
    near = {now: "Today, ", now + timedelta(days=1): "Tomorrow, "}
    return f"{near.get(day, '')}{calendar.day_name[day.weekday()]} {in_words(day)}"


def _shown(plans: list[PlannedVisit]) -> list[PlannedVisitShown]:
    with here.read(Inspectors) as record:
        names = {each.id: each.name or "name forgotten" for each in record.all()}
    with here.read(VisitsAndForms) as view:
        titles = {each.id: each.title for each in view.all_forms()}
    return [_one(each, names, titles) for each in plans]


def _one(plan: PlannedVisit, names: dict[UUID, str], titles: dict[UUID, str]) -> PlannedVisitShown:
    state = plan.stands(today())
    at = f", at {plan.time}" if plan.time else ""
    return PlannedVisitShown(
        plan,
        day_in_words(plan.day.first, today()) + at,
        ", ".join(names[each] for each in plan.inspectors if each in names),
        titles.get(plan.form, ""),
        state,
        _STANDS[state],
    )
