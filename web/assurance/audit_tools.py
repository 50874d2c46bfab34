"""Audit tools: staff write them, look at them as agencies will, and publish each version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.assurance.audit_tool import Standard
from projections.assurance.audit_tools import AuditTools, Tool
from projections.assurance.audits import Audits
from projections.record.timeline import Timeline
from services.files import LARGEST
from services.refusals import Refusal
from web.assurance.audit_tool_commands import PUBLISH, REVISE, named, renamed
from web.assurance.standards_editor import (
    PASTED,
    read_standards,
    rows_of,
    written,
    wrong_rows,
)
from web.assurance.standards_sheet import pasted_from
from web.forms import commands
from web.forms.command import Command
from web.forms.form_state import FormState
from web.site.file_responses import takes_files
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("tools", __name__)


@pages.get("/<partnership>/work/tools/")
@requires("read audits")
def overview() -> ResponseReturnValue:
    with here.read(AuditTools) as view:
        tools = view.all()
    return render_template("assurance/audit_tools.html", tools=tools)


@pages.get("/<partnership>/work/tools/<uuid:id>")
@requires("read audits")
def tool(id: UUID) -> ResponseReturnValue:
    with here.read(AuditTools) as view:
        versions = view.versions(id)
    if not versions:
        abort(404)
    with here.read(Audits) as programme:
        audits = programme.on_tool(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "assurance/audit_tools_tool.html",
        tool=versions[0],
        earlier=versions[1:],
        audits=audits,
        lines=lines,
    )


@pages.get("/<partnership>/work/tools/new")
@requires("run audits")
def new() -> ResponseReturnValue:
    return _edit(FormState(PUBLISH), None)


@pages.get("/<partnership>/work/tools/<uuid:id>/edit")
@requires("run audits")
def edit(id: UUID) -> ResponseReturnValue:
    found = _newest(id)
    values = {"title": found.title, "note": found.note}
    return _edit(FormState(REVISE, values=values), found, found.standards)


@pages.post("/<partnership>/work/tools/new")
@takes_files
@requires("run audits")
def publish() -> ResponseReturnValue:
    return _publish(PUBLISH, commands.new_id("tool"), None)


@pages.post("/<partnership>/work/tools/<uuid:id>/edit")
@takes_files
@requires("run audits")
def revise(id: UUID) -> ResponseReturnValue:
    return _publish(REVISE, id, _newest(id))


def _publish(command: Command, id: UUID, known: Tool | None) -> ResponseReturnValue:
    if (sheet := request.files.get("file")) and sheet.filename:
        return _from_sheet(command, id, known, sheet.read(LARGEST + 1))
    is_preview = request.form.get("step") == "preview"
    errors = command.read()[1] if is_preview else command.attempt(id)
    if not errors and not is_preview:
        return commands.finish(command.done, url_for(".tool", id=id))
    state = FormState(command, values=commands.typed(command), errors=errors)
    typed = read_standards(_without_wrong_rows(request.form) if errors else request.form)
    standards = renamed(id, typed) if known else named(typed)
    drawn = _edit(state, known, standards, preview=not errors)
    return (drawn, 422) if errors else drawn


def _from_sheet(
    command: Command, id: UUID, known: Tool | None, content: bytes
) -> ResponseReturnValue:
    """A sheet's rows are looked at first, below what was typed; nothing is published yet."""
    state = FormState(command, values=commands.typed(command))
    try:
        form = {**request.form, PASTED: pasted_from(content)}
        wrong = wrong_rows(form[PASTED])
    except Refusal as refusal:
        form, wrong = request.form.to_dict(), refusal.said
    if wrong:
        form, state = _without_wrong_rows(form), replace(state, errors={"file": wrong})
    typed = read_standards(form)
    standards = renamed(id, typed) if known else named(typed)
    return _edit(state, known, standards, preview=not wrong), 422 if wrong else 200


def _without_wrong_rows(form: Mapping[str, str]) -> dict[str, str]:
    """What was pasted stays in its own field as long as something is wrong with it."""
    return {name: each for name, each in form.items() if name != PASTED}


def _newest(id: UUID) -> Tool:
    with here.read(AuditTools) as view:
        found = view.newest(id)
    return found or abort(404)


def _edit(
    state: FormState,
    known: Tool | None,
    standards: tuple[Standard, ...] = (),
    *,
    preview: bool = False,
) -> str:
    return render_template(
        "assurance/audit_tools_edit.html",
        tool=known,
        form=state,
        errors=state.errors,
        rows=list(enumerate(rows_of(standards))),
        written=written,
        shown=standards if preview else (),
    )
