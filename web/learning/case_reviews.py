"""Case reviews: considered, reviewed, published, acted upon, and when each step is due."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from marshmallow import fields

from events.learning.case_review import CaseLabel
from projections.deadlines.deadline_rows import Deadline
from projections.deadlines.deadlines import Deadlines
from projections.deadlines.standing import DeadlineStatus, standing_of
from projections.learning.case_review_rows import CaseRow
from projections.learning.case_reviews import CaseReviews
from projections.privacy.access_log import AccessLog
from projections.record.timeline import Timeline
from web.forms.acting import Acting, act
from web.forms.fields import (
    Choice,
    Errors,
    Form,
    Line,
    Words,
    key_of,
    load,
    new_key,
    provenance,
    refused,
)
from web.forms.labels import asked, says
from web.learning.case_forms import NO_NAMES, day
from web.learning.case_review_commands import STEPS, offered
from web.site.access_log import looked_at_details
from web.site.authentication import has_permission, requires
from web.site.formatting import today
from web.site.tenancy import here

pages = Blueprint("cases", __name__)
ACTS = {name: step.act for name, step in STEPS.items()}


class ConsiderForm(Form):
    reference = Line(
        longest=60,
        needed="Give the case a reference, such as NSCP 2021/03, and no name.",
        metadata=says("Reference", f"Such as NSCP 2021/03. {NO_NAMES}"),
    )
    label = Choice(
        get_args(CaseLabel),
        needed="Say what a review of it is called.",
        metadata=says("What a review of it is called", "Serious Case Review is the older name."),
    )
    aware_on = day(
        "The day the partnership became aware",
        needed=False,
        hint="The clocks count from this day. Leave it empty where nobody knows.",
    )
    to_notify = fields.Boolean(
        load_default=False,
        truthy={"yes"},
        falsy={"", "no"},
        error_messages={"invalid": "Tick it, or leave it."},
        metadata=says("It is a serious incident that must be notified", ""),
    )
    details = Words(metadata=says("Details", f"Sealed. Only coordinators read them. {NO_NAMES}"))


@pages.get("/<partnership>/work/cases/")
@requires("read cases")
def register() -> ResponseReturnValue:
    with here.read(CaseReviews) as view:
        cases = view.all()
    with here.read(Deadlines) as board:
        waiting = [row for row in board.open() if row.kind == "case review"]
    clocks: dict[UUID, list[tuple[Deadline, DeadlineStatus]]] = {}
    for row in waiting:
        clocks.setdefault(row.subject, []).append((row, standing_of(row, today())))
    return render_template("learning/case_reviews.html", cases=cases, clocks=clocks)


@pages.get("/<partnership>/work/cases/new")
@requires("run cases")
def new() -> ResponseReturnValue:
    return _new({}, {})


@pages.post("/<partnership>/work/cases/new")
@requires("run cases")
def consider() -> ResponseReturnValue:
    given, errors = load(ConsiderForm(), request.form)
    case = here.ledger.name_of("case", key_of(request.form))
    if not errors:
        with refused(errors):
            start = here.service_standard.known(here.service_standard.id).rapid_start
            here.case_review.consider(case, provenance(request.form), rapid_from=start, **given)
    if errors:
        return _new(request.form.to_dict(), errors), 422
    here.catch_up()
    return redirect(url_for(".case", id=case), 303)


@pages.get("/<partnership>/work/cases/<uuid:id>")
@requires("read cases")
def case(id: UUID) -> ResponseReturnValue:
    return _page(id, Acting(request.args.get("do", "")))


@pages.post("/<partnership>/work/cases/<uuid:id>/<name>")
@requires("run cases")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    return act(ACTS, name, id, _page, url_for(".case", id=id))


def _new(values: dict[str, str], errors: Errors) -> str:
    return render_template(
        "learning/case_reviews_new.html",
        values=values,
        errors=errors,
        key=values.get("key") or new_key(),
        fields=asked(ConsiderForm()),
    )


def _page(id: UUID, acting: Acting) -> str:
    with here.read(CaseReviews) as view:
        found = view.case(id)
    if found is None:
        abort(404)
    found, forgetting = _closed(found), here.erasure.of(id)
    if found.details:
        looked_at_details(id)
    with here.read(AccessLog) as looking:
        looks = looking.at(id)
    with here.read(Deadlines) as board:
        deadlines = [row for row in board.of(id) if row.kind == "case review"]
    with here.read(Timeline) as history:
        lines = history.of(id)
    clocks = [(row, standing_of(row, today())) for row in deadlines]
    steps = offered(found)
    chosen = STEPS.get(acting.name) if acting.errors else steps.get(acting.name)
    return render_template(
        "learning/case_reviews_case.html",
        case=found,
        clocks=clocks,
        lines=lines,
        acting=acting,
        looks=looks,
        steps=steps,
        forgetting=forgetting,
        chosen=chosen,
        fields=asked(chosen.act.form) if chosen else [],
    )


def _closed(case: CaseRow) -> CaseRow:
    """What a scrutineer may see: every step and day, not the details."""
    return case if has_permission("run cases") else case.without_details()
