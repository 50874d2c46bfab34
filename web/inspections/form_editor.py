"""Inspection forms: staff and youth inspectors write them together, staff publish them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from events.inspections.form import Question
from projections.inspections.form_rows import Form as FormRow
from projections.inspections.visits_and_forms import VisitsAndForms
from web.forms.fields import Form, Line
from web.forms.sent import Errors, key_of, load, number_in, provenance, refused
from web.inspections.form_questions import (
    KINDS,
    condition,
    conditions,
    moved,
    options_of,
    read_questions,
    rows_of,
    too_long,
    waits_for,
)
from web.site.formatting import initial
from web.site.permissions import Permission, is_offered, requires
from web.site.tenancy import here

pages = Blueprint("inspection_forms", __name__)
PUBLISH: Permission = "run inspections"


class TitleForm(Form):
    title = Line(longest=200, needed="Give the form a title.")


@pages.get("/<partnership>/inspections/forms/<uuid:id>")
@requires("shape forms")
def form(id: UUID) -> ResponseReturnValue:
    """As it is asked, as it was asked before, and what is being written."""
    found = _known(id)
    number = number_in(request.args, "version") or found.number
    shown = next((each for each in found.versions if each.number == number), found.draft)
    if shown is None:
        abort(404)
    return render_template(
        "inspections/form_editor_form.html",
        form=found,
        shown=shown,
        options_of=options_of,
        waits_for=waits_for,
        may_publish=is_offered(PUBLISH),
    )


@pages.get("/<partnership>/inspections/forms/new")
@requires("shape forms")
def new() -> ResponseReturnValue:
    return _page(None, {"title": ""}, [], {})


@pages.get("/<partnership>/inspections/forms/<uuid:id>/write")
@requires("shape forms")
def write(id: UUID) -> ResponseReturnValue:
    found = _known(id)
    title = found.draft.title if found.draft else found.title
    return _page(found, {"title": title, "seen": found.seen}, list(found.newest), {})


@pages.post("/<partnership>/inspections/forms/new")
@requires("shape forms")
def begin() -> ResponseReturnValue:
    return _written(None)


@pages.post("/<partnership>/inspections/forms/<uuid:id>/write")
@requires("shape forms")
def save(id: UUID) -> ResponseReturnValue:
    return _written(_known(id))


def _written(form: FormRow | None) -> ResponseReturnValue:
    """Whichever button was pressed: most only show the page again, as it would be."""
    step, typed = request.form.get("step", "draft"), request.form.to_dict()
    questions = read_questions(request.form, _names(form))
    if step not in {"draft", "publish"}:
        return _page(form, typed, moved(questions, step), too_long(questions), step)
    if step == "publish" and not is_offered(PUBLISH):
        abort(403)
    given, errors = load(TitleForm(), request.form)
    errors |= too_long(questions)
    if not errors:
        with refused(errors):
            id = _record(form, step, given["title"], tuple(questions))
    if errors:
        return _page(form, typed, questions, errors), 422
    here.catch_up()
    if step == "publish":
        flash("It is published. Answers given before stay with the questions that were asked.")
    else:
        flash("The draft is kept. Staff and inspectors can write on.")
    return redirect(url_for(".form", id=id), 303)


def _record(form: FormRow | None, step: str, title: str, asked: tuple[Question, ...]) -> UUID:
    """Raises ``BadQuestion``, or ``WrittenMeanwhile`` where somebody else was quicker."""
    by: Provenance = provenance(request.form)
    given: dict[str, Any] = {"title": title, "questions": asked}
    if form is None:
        id = here.ledger.name_of("form", key_of(request.form))
        (here.inspection_form.publish if step == "publish" else here.inspection_form.begin)(
            id, by, **given
        )
        return id
    seen = number_in(request.form, "seen") or 0
    (here.inspection_form.revise if step == "publish" else here.inspection_form.draft)(
        form.id, by, **given, seen=seen
    )
    return form.id


def _names(form: FormRow | None) -> set[str]:
    """What questions of this form are or were called."""
    if form is None:
        return set()
    versions = [*form.versions, *([form.draft] if form.draft else [])]
    return {question.name for version in versions for question in version.questions}


def _known(id: UUID) -> FormRow:
    with here.read(VisitsAndForms) as view:
        found = view.forms.get(id)
    return found or abort(404)


def _page(
    form: FormRow | None,
    values: dict[str, Any],
    asked: list[Question],
    errors: Errors,
    step: str = "",
) -> str:
    """``seen`` is what whoever writes knew: once they are shown what is newer, they know that."""
    stale = bool(form and errors and number_in(request.form, "seen") != form.seen)
    if form and stale:
        values = {**values, "seen": form.seen}
    return render_template(
        "inspections/form_editor_write.html",
        form=form,
        values=values,
        rows=rows_of(asked),
        asked=asked,
        errors=errors,
        kinds=[(each, initial(each)) for each in KINDS],
        step=step,
        condition=condition,
        conditions=conditions,
        options_of=options_of,
        waits_for=waits_for,
        may_publish=is_offered(PUBLISH),
        theirs=form.newest if form and stale else None,
    )
