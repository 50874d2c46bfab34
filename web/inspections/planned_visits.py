"""The visits to come, for whoever runs inspections: planned, changed, called off."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.record.timeline import Timeline
from web.forms import commands
from web.forms.form_state import FormState
from web.forms.sent import number_in
from web.inspections.planned_visit_commands import ABOUT, CALL_OFF, CHANGE, PLAN
from web.inspections.planned_visit_rows import (
    PlannedVisitShown,
    planned_visit,
    planned_visits,
)
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("planned_visits", __name__)


@pages.get("/<partnership>/work/inspections/planned/")
@requires("run inspections")
def overview() -> ResponseReturnValue:
    found = planned_visits()
    return render_template(
        "inspections/planned.html",
        coming=[each for each in found if each.state == "coming"],
        gone_by=[each for each in reversed(found) if each.state in {"made", "not sent"}],
        called_off=[each for each in reversed(found) if each.state == "called off"],
    )


@pages.route("/<partnership>/work/inspections/planned/new", methods=["GET", "POST"])
@requires("run inspections")
def new() -> ResponseReturnValue:
    values = commands.from_address(PLAN)
    id = commands.new_id("planned visit")
    return commands.page(PLAN, id, url_for(".overview"), values=values)


@pages.get("/<partnership>/work/inspections/planned/<uuid:id>")
@requires("run inspections")
def visit(id: UUID) -> ResponseReturnValue:
    found = _known(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    open_ = {} if found.state in {"made", "called off"} else ABOUT
    return render_template(
        "inspections/planned_visit.html", shown=found, lines=lines, commands=open_
    )


@pages.route("/<partnership>/work/inspections/planned/<uuid:id>/call-off", methods=["GET", "POST"])
@requires("run inspections")
def call_off(id: UUID) -> ResponseReturnValue:
    return commands.page(CALL_OFF, _known(id).plan.id, url_for(".visit", id=id))


@pages.get("/<partnership>/work/inspections/planned/<uuid:id>/change")
@requires("run inspections")
def change(id: UUID) -> ResponseReturnValue:
    return _page(_known(id), {})


@pages.post("/<partnership>/work/inspections/planned/<uuid:id>/change")
@requires("run inspections")
def changed(id: UUID) -> ResponseReturnValue:
    known = _known(id)
    if errors := CHANGE.attempt(id):
        return _page(known, errors), 422
    return commands.finish(CHANGE.done, url_for(".visit", id=id))


def _page(shown: PlannedVisitShown, errors: dict[str, str]) -> str:
    """With what was typed, if it was refused. Where the plan is newer than that, it says so."""
    plan = shown.plan
    is_stale = bool(errors) and number_in(request.form, "seen") != plan.seen
    values = commands.typed(CHANGE) if errors else _values(shown)
    back = url_for(".visit", id=plan.id)
    state = FormState(CHANGE, back=back, values={**values, "seen": plan.seen}, errors=errors)
    return commands.draw(state, "inspections/planned_change.html", now=shown if is_stale else None)


def _values(shown: PlannedVisitShown) -> dict[str, object]:
    plan = shown.plan
    return {
        "service": plan.service,
        "day": plan.day.text,
        "time": plan.time,
        "meeting_place": plan.meeting_place,
        "inspectors": [str(each) for each in plan.inspectors],
        "which_form": str(plan.form),
    }


def _known(id: UUID) -> PlannedVisitShown:
    return planned_visit(id) or abort(404)
