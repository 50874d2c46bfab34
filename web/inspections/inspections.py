"""The staff side of youth inspections: the inspectors, their visits and the replies."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.inspections.inspectors import Inspector, Inspectors
from projections.inspections.visit_rows import Visit
from projections.inspections.visits_and_forms import VisitsAndForms
from projections.record.timeline import Timeline
from web.forms import commands
from web.forms.form_state import FormState, Sent
from web.inspections.certificate import certificate
from web.inspections.inspection_commands import ABOUT_VISIT, INVITE, REPLY, TAKE_OFF
from web.inspections.inspector_commands import ABOUT, about, entry_name
from web.inspections.planned_visit_rows import planned_visits
from web.site.cleaned_text import cleaned
from web.site.permissions import has_permission, requires
from web.site.tenancy import here

pages = Blueprint("inspections", __name__)


@pages.get("/<partnership>/work/inspections/")
@requires("read visits")
def overview() -> ResponseReturnValue:
    return _overview(here.partnership.id, Sent())


@pages.post("/<partnership>/work/inspections/inspectors")
@requires("run inspections")
def invite() -> ResponseReturnValue:
    name = cleaned(request.form.get("name", "")).strip()
    command = replace(INVITE, done=f"{name} is invited, and may sign in.")
    return commands.handle(command, "invite", here.partnership.id, url_for(".overview"), _overview)


@pages.get("/<partnership>/work/inspections/inspectors/<uuid:id>")
@requires("run inspections")
def inspector(id: UUID) -> ResponseReturnValue:
    found = _known(id)
    return render_template(
        "inspections/inspections_inspector.html",
        inspector=found,
        commands={} if found.stood_down else ABOUT,
        entry_name=entry_name,
    )


@pages.route("/<partnership>/work/inspections/inspectors/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("run inspections")
def form(id: UUID, name: str) -> ResponseReturnValue:
    return commands.page(commands.named(about(_known(id)), name), id, url_for(".inspector", id=id))


@pages.get("/<partnership>/work/inspections/inspectors/<uuid:id>/certificate.pdf")
@requires("run inspections")
def paper(id: UUID) -> ResponseReturnValue:
    return certificate(_known(id))


@pages.get("/<partnership>/work/inspections/visits/<uuid:id>")
@requires("read visits")
def visit(id: UUID) -> ResponseReturnValue:
    return _visit(id, Sent())


@pages.route("/<partnership>/work/inspections/visits/<uuid:id>/take-off", methods=["GET", "POST"])
@requires("run inspections")
def ask_off(id: UUID) -> ResponseReturnValue:
    return commands.page(TAKE_OFF, _known_visit(id).id, url_for(".visit", id=id))


@pages.post("/<partnership>/work/inspections/visits/<uuid:id>/<name>")
@requires("run inspections")
def about_visit(id: UUID, name: str) -> ResponseReturnValue:
    command = commands.named(ABOUT_VISIT, name)
    return commands.handle(command, name, id, url_for(".visit", id=id), _visit)


def _overview(_: UUID, sent: Sent) -> str:
    with here.read(VisitsAndForms) as view:
        visits, forms_here = view.all_visits(), view.all_forms()
    with here.read(Inspectors) as record:
        inspectors = record.all()
    return render_template(
        "inspections/inspections.html",
        coming=[each for each in planned_visits() if each.state == "coming"],
        visits=visits,
        forms_here=forms_here,
        inspectors=inspectors,
        errors=sent.errors,
        invite=sent.form("invite", INVITE, url_for(".invite")),
    )


def _known(id: UUID) -> Inspector:
    with here.read(Inspectors) as view:
        found = view.inspectors.get(id)
    return found or abort(404)


def _known_visit(id: UUID) -> Visit:
    with here.read(VisitsAndForms) as view:
        found = view.visits.get(id)
    return found or abort(404)


def _visit(id: UUID, sent: Sent) -> str:
    found = _known_visit(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "inspections/inspections_visit.html",
        visit=found,
        lines=lines,
        errors=sent.errors,
        reply=_reply_form(found, sent, len(lines)),
    )


def _reply_form(visit: Visit, sent: Sent, seen: int) -> FormState | None:
    """The form of the service's reply. None for a visit that was taken off."""
    if visit.taken_off or not has_permission("run inspections"):
        return None
    action = url_for(".about_visit", id=visit.id, name="reply")
    return sent.form("reply", REPLY, action, seen=seen, is_open=not visit.replies)
