"""The staff side of youth inspections: the inspectors, their visits and the replies."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from projections.inspections.inspectors import Inspector, Inspectors
from projections.inspections.visit_rows import Visit
from projections.inspections.visits_and_forms import VisitsAndForms
from projections.record.timeline import Timeline
from web.forms.acting import Act, Acting, Given, act
from web.forms.commands import Ask, Deed, answer, ask
from web.forms.fields import Email, Errors, Form, Line, Words, key_of, load, provenance, refused
from web.inspections.certificate import certificate
from web.inspections.inspector_commands import ABOUT, OffForm, about, entry_name
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("inspections", __name__)


class InviteForm(Form):
    name = Line(longest=100, needed="Give their first name.")
    email = Email(longest=200, needed="Give their e-mail address.")


class ReplyForm(Form):
    service = Line(longest=200, needed="Say which service replies.")
    words = Words(needed="Write the reply, in words that young people understand.")


def _reply(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.visit.reply(id, provenance, **given)


def _take_off(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.visit.take_off(id, provenance, **given)


VISIT_ACTS = {"reply": Act(ReplyForm(), _reply, "The inspectors can read the reply now.")}
VISIT_DEEDS = {
    "take-off": Deed(
        OffForm(),
        _take_off,
        "It is taken off. The record keeps that it was there, and why it went.",
        "Take this visit off",
        (Ask("why", "What was wrong with it"),),
        "For a visit that was written down wrongly, or twice. It leaves the inspectors' hours and "
        "every report that is not final. Whoever sent it sees why.",
        "Take it off",
    )
}


@pages.get("/<partnership>/work/inspections/")
@requires("read visits")
def overview() -> ResponseReturnValue:
    return _overview({}, {})


@pages.post("/<partnership>/work/inspections/inspectors")
@requires("run inspections")
def invite() -> ResponseReturnValue:
    given, errors = load(InviteForm(), request.form)
    if not errors:
        with refused(errors):
            access = here.access.give(provenance(request.form), role="inspector", **given)
            inspector = here.ledger.name_of("inspector", str(access), key_of(request.form))
            here.inspector.invite(
                inspector, provenance(request.form), name=given["name"], access=access
            )
    if errors:
        return _overview(request.form.to_dict(), errors), 422
    here.catch_up()
    flash(f"{given['name']} is invited, and may sign in.")
    return redirect(url_for(".overview"), 303)


@pages.get("/<partnership>/work/inspections/inspectors/<uuid:id>")
@requires("run inspections")
def inspector(id: UUID) -> ResponseReturnValue:
    found = _known(id)
    return render_template(
        "inspections/inspections_inspector.html",
        inspector=found,
        deeds={} if found.stood_down else ABOUT,
        entry_name=entry_name,
    )


@pages.get("/<partnership>/work/inspections/inspectors/<uuid:id>/<name>")
@requires("run inspections")
def form(id: UUID, name: str) -> ResponseReturnValue:
    return ask(about(_known(id)), name, url_for(".inspector", id=id))


@pages.post("/<partnership>/work/inspections/inspectors/<uuid:id>/<name>")
@requires("run inspections")
def about_inspector(id: UUID, name: str) -> ResponseReturnValue:
    return answer(about(_known(id)), name, id, url_for(".inspector", id=id))


@pages.get("/<partnership>/work/inspections/inspectors/<uuid:id>/certificate.pdf")
@requires("run inspections")
def paper(id: UUID) -> ResponseReturnValue:
    return certificate(_known(id))


@pages.get("/<partnership>/work/inspections/visits/<uuid:id>")
@requires("read visits")
def visit(id: UUID) -> ResponseReturnValue:
    return _visit(id, Acting())


@pages.get("/<partnership>/work/inspections/visits/<uuid:id>/take-off")
@requires("run inspections")
def ask_off(id: UUID) -> ResponseReturnValue:
    _known_visit(id)
    return ask(VISIT_DEEDS, "take-off", url_for(".visit", id=id))


@pages.post("/<partnership>/work/inspections/visits/<uuid:id>/take-off")
@requires("run inspections")
def take_off(id: UUID) -> ResponseReturnValue:
    return answer(VISIT_DEEDS, "take-off", _known_visit(id).id, url_for(".visit", id=id))


@pages.post("/<partnership>/work/inspections/visits/<uuid:id>/<name>")
@requires("run inspections")
def about_visit(id: UUID, name: str) -> ResponseReturnValue:
    return act(VISIT_ACTS, name, id, _visit, url_for(".visit", id=id))


def _overview(values: dict[str, str], errors: Errors) -> str:
    with here.read(VisitsAndForms) as view:
        visits, forms_here = view.all_visits(), view.all_forms()
    with here.read(Inspectors) as record:
        inspectors = record.all()
    return render_template(
        "inspections/inspections.html",
        visits=visits,
        forms_here=forms_here,
        inspectors=inspectors,
        values=values,
        errors=errors,
    )


def _known(id: UUID) -> Inspector:
    with here.read(Inspectors) as view:
        found = view.inspectors.get(id)
    return found or abort(404)


def _known_visit(id: UUID) -> Visit:
    with here.read(VisitsAndForms) as view:
        found = view.visits.get(id)
    return found or abort(404)


def _visit(id: UUID, acting: Acting) -> str:
    found = _known_visit(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "inspections/inspections_visit.html", visit=found, lines=lines, acting=acting
    )
