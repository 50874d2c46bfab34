"""Audit tools: staff write them, look at them as agencies will, and publish each version."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.assurance.audit_tool import Standard
from projections.assurance.audit_tools import AuditTools, Tool
from projections.assurance.audits import Audits
from projections.record.timeline import Timeline
from web.assurance.standards_editor import read_standards, rows_of, too_long, written
from web.forms.fields import Form
from web.forms.sent import Errors, key_of, load, provenance, refused
from web.forms.text_fields import Line, Words
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("tools", __name__)


class ToolForm(Form):
    title = Line(longest=200, needed="Give the tool a title.")
    note = Words(longest=1000)


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
        "assurance/audit_tools_tool.html", versions=versions, audits=audits, lines=lines
    )


@pages.get("/<partnership>/work/tools/new")
@requires("run audits")
def new() -> ResponseReturnValue:
    return _edit(None, {}, (), {})


@pages.get("/<partnership>/work/tools/<uuid:id>/edit")
@requires("run audits")
def edit(id: UUID) -> ResponseReturnValue:
    found = _newest(id)
    return _edit(found, {"title": found.title, "note": found.note}, found.standards, {})


@pages.post("/<partnership>/work/tools/new")
@requires("run audits")
def publish() -> ResponseReturnValue:
    return _publish(None)


@pages.post("/<partnership>/work/tools/<uuid:id>/edit")
@requires("run audits")
def revise(id: UUID) -> ResponseReturnValue:
    return _publish(_newest(id))


def _publish(known: Tool | None) -> ResponseReturnValue:
    given, errors = load(ToolForm(), request.form)
    standards = read_standards(request.form, _known_names(known))
    errors |= too_long(standards)
    if not errors and request.form.get("step") == "preview":
        return _edit(known, request.form.to_dict(), standards, {}, preview=True)
    id = known.id if known else here.ledger.name_of("tool", key_of(request.form))
    if not errors:
        with refused(errors):
            if known is None:
                here.audit_tool.publish(id, provenance(request.form), standards=standards, **given)
            else:
                here.audit_tool.revise(id, provenance(request.form), standards=standards, **given)
    if errors:
        return _edit(known, request.form.to_dict(), standards, errors), 422
    here.catch_up()
    flash("The tool is published. Audits that are under way keep the version they began with.")
    return redirect(url_for(".tool", id=id), 303)


def _known_names(known: Tool | None) -> set[str]:
    if known is None:
        return set()
    with here.read(AuditTools) as view:
        versions = view.versions(known.id)
    return {standard.name for version in versions for standard in version.standards}


def _newest(id: UUID) -> Tool:
    with here.read(AuditTools) as view:
        found = view.newest(id)
    return found or abort(404)


def _edit(
    known: Tool | None,
    values: dict[str, str],
    standards: tuple[Standard, ...],
    errors: Errors,
    *,
    preview: bool = False,
) -> str:
    return render_template(
        "assurance/audit_tools_edit.html",
        tool=known,
        values=values,
        rows=rows_of(standards),
        errors=errors,
        written=written,
        shown=standards if preview else (),
    )
