"""Inspection forms: staff and youth inspectors write them together, staff publish them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.inspections.form import Question
from projections.inspections.form_rows import Form as FormRow
from web.forms import commands
from web.forms.form_state import FormState
from web.forms.sent import number_in
from web.inspections.form_commands import KNOWN, NEW, known_form, named, renamed
from web.inspections.form_questions import (
    KINDS,
    condition,
    conditions,
    hint_of,
    moved,
    options_of,
    read_questions,
    rows_of,
    waits_for,
)
from web.site.formatting import initial
from web.site.permissions import Permission, is_offered, requires

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
    return _page(FormState(NEW["draft"]), None, ())


@pages.get("/<partnership>/inspections/forms/<uuid:id>/write")
@requires("shape forms")
def write(id: UUID) -> ResponseReturnValue:
    found = known_form(id)
    title = found.draft.title if found.draft else found.title
    values = {"title": title, "seen": found.seen}
    return _page(FormState(KNOWN["draft"], values=values), found, found.newest)


@pages.post("/<partnership>/inspections/forms/new")
@requires("shape forms")
def begin() -> ResponseReturnValue:
    return _written(NEW, commands.new_id("form"), None)


@pages.post("/<partnership>/inspections/forms/<uuid:id>/write")
@requires("shape forms")
def save(id: UUID) -> ResponseReturnValue:
    return _written(KNOWN, id, known_form(id))


def _written(of: commands.Commands, id: UUID, form: FormRow | None) -> ResponseReturnValue:
    """Does what the pressed button says. Most buttons only show the changed page."""
    step = request.form.get("step", "draft")
    if step == "publish" and not is_offered(PUBLISH):
        abort(403)
    command = of.get(step)
    state = FormState(command or of["draft"], values=commands.typed(command or of["draft"]))
    typed = read_questions(request.form)
    questions = renamed(id, typed) if form else named(typed)
    if command is None:
        errors = {name: said for name, said in state.command.read()[1].items() if name != "title"}
        return _page(replace(state, errors=errors), form, moved(questions, step), step)
    if errors := command.attempt(id):
        return _page(replace(state, errors=errors), form, questions), 422
    return commands.finish(command.done, url_for(".form", id=id))


def _page(state: FormState, form: FormRow | None, asked: Sequence[Question], step: str = "") -> str:
    """``seen`` is the version that the author knew. A page that shows a newer one says so."""
    stale = bool(form and state.errors and number_in(request.form, "seen") != form.seen)
    if form and stale:
        state = replace(state, values={**state.values, "seen": form.seen})
    rows = rows_of(asked)
    return render_template(
        "inspections/form_editor_write.html",
        form=form,
        written=state,
        errors=state.errors,
        rows=[(at, each, conditions(rows, at)) for at, each in enumerate(rows)],
        asked=asked,
        kinds=[(each, initial(each)) for each in KINDS],
        step=step,
        condition=condition,
        options_of=options_of,
        waits_for=waits_for,
        hint_of=hint_of,
        may_publish=is_offered(PUBLISH),
        theirs=form.newest if form and stale else None,
    )
