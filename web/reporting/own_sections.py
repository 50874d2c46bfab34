"""A partnership's own sections of a report: added, named, moved, taken out."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from services.refusals import Refusal
from web.forms import commands
from web.forms.sent import provenance
from web.reporting.chapters import Desk, desk_of
from web.reporting.own_section_commands import ADD, COMMANDS, section_id
from web.site.file_responses import takes_words
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("own_sections", __name__)


@pages.route("/<partnership>/work/reports/<uuid:id>/sections/new", methods=["GET", "POST"])
@takes_words
@requires("keep governance")
def new(id: UUID) -> ResponseReturnValue:
    """After it is added, the coordinator writes in it."""
    _desk(id)
    onward, made = url_for("building.desk", id=id), ""
    if request.form.get("key"):
        made = section_id(id, provenance(request.form))
        onward = url_for("building.chapter", id=id, chapter=made)
    values = {"title": request.args.get("title", ""), "before": request.args.get("before", "")}
    return commands.page(ADD, id, onward, back=url_for("building.desk", id=id), values=values)


@pages.route(
    "/<partnership>/work/reports/<uuid:id>/sections/<section>/<name>", methods=["GET", "POST"]
)
@requires("keep governance")
def change(id: UUID, section: str, name: str) -> ResponseReturnValue:
    desk = _desk(id)
    own = desk.report.own_section(section)
    if own is None:
        abort(404)
    back = url_for("building.chapter", id=id, chapter=section)
    onward = url_for("building.desk", id=id) if name in ("out", "move") else back
    values = {"title": own.title, "before": _below(desk, section) or ""}
    command = commands.named(COMMANDS, name)
    return commands.page(command, id, onward, back=back, values=values)


@pages.post("/<partnership>/work/reports/<uuid:id>/sections/<section>/step/<way>")
@requires("keep governance")
def step(id: UUID, section: str, way: str) -> ResponseReturnValue:
    """One place up or down. At either end, and where it is gone, nothing changes."""
    desk = _desk(id)
    if desk.report.own_section(section) is None or way not in ("up", "down"):
        abort(404)
    before = _above(desk, section) if way == "up" else _below(desk, section)
    if before is not None:
        try:
            here.report.move_section(id, provenance(request.form), section=section, before=before)
        except Refusal as refusal:
            flash(refusal.said)
    here.catch_up()
    return redirect(url_for("building.desk", id=id, _anchor=section), 303)


def _above(desk: Desk, name: str) -> str | None:
    """What stands directly before this section; none where nothing does."""
    names = [each.name for each in desk.chapters]
    at = names.index(name)
    return names[at - 1] if at else None


def _below(desk: Desk, name: str) -> str | None:
    """What it would stand before, one place further down; empty is the end, none: no place."""
    names = [each.name for each in desk.chapters]
    at = names.index(name)
    return None if at + 1 == len(names) else [*names, ""][at + 2]


def _desk(id: UUID) -> Desk:
    found = desk_of(id)
    if found is None:
        abort(404)
    return found
