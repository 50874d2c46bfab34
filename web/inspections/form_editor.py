"""Inspection forms: staff and youth inspectors write them together, staff publish them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.inspections.form import Question
from projections.inspections.form_rows import Form as FormRow
from web.forms.sent import Errors, load, number_in, refused
from web.inspections.form_commands import FormTitleForm, known_form, names_of, record_form
from web.inspections.form_questions import (
    KINDS,
    condition,
    conditions,
    hint_of,
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


@pages.get("/<partnership>/inspections/forms/<uuid:id>")
@requires("shape forms")
def form(id: UUID) -> ResponseReturnValue:
    """The form as it is asked now, as it was asked before, and its draft."""
    found = known_form(id)
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
        hint_of=hint_of,
        may_publish=is_offered(PUBLISH),
    )


@pages.get("/<partnership>/inspections/forms/new")
@requires("shape forms")
def new() -> ResponseReturnValue:
    return _page(None, {"title": ""}, [], {})


@pages.get("/<partnership>/inspections/forms/<uuid:id>/write")
@requires("shape forms")
def write(id: UUID) -> ResponseReturnValue:
    found = known_form(id)
    title = found.draft.title if found.draft else found.title
    return _page(found, {"title": title, "seen": found.seen}, list(found.newest), {})


@pages.post("/<partnership>/inspections/forms/new")
@requires("shape forms")
def begin() -> ResponseReturnValue:
    return _written(None)


@pages.post("/<partnership>/inspections/forms/<uuid:id>/write")
@requires("shape forms")
def save(id: UUID) -> ResponseReturnValue:
    return _written(known_form(id))


def _written(form: FormRow | None) -> ResponseReturnValue:
    """Does what the pressed button says. Most buttons only show the changed page."""
    step, typed = request.form.get("step", "draft"), request.form.to_dict()
    questions = read_questions(request.form, names_of(form))
    if step not in {"draft", "publish"}:
        return _page(form, typed, moved(questions, step), too_long(questions), step)
    if step == "publish" and not is_offered(PUBLISH):
        abort(403)
    given, errors = load(FormTitleForm(), request.form)
    errors |= too_long(questions)
    if not errors:
        with refused(errors):
            id = record_form(form, step, given["title"], tuple(questions))
    if errors:
        return _page(form, typed, questions, errors), 422
    here.catch_up()
    if step == "publish":
        flash("It is published. Answers given before stay with the questions that were asked.")
    else:
        flash("The draft is kept. Staff and inspectors can write on.")
    return redirect(url_for(".form", id=id), 303)


def _page(
    form: FormRow | None,
    values: dict[str, Any],
    asked: list[Question],
    errors: Errors,
    step: str = "",
) -> str:
    """``seen`` is the version that the author knew. A page that shows a newer one says so."""
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
        hint_of=hint_of,
        may_publish=is_offered(PUBLISH),
        theirs=form.newest if form and stale else None,
    )
