"""Youth inspectors: my visits, the form to fill in, the service's reply, going back."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.inspections.inspectors import Inspectors
from projections.inspections.visit_rows import Visit
from projections.inspections.visits_and_forms import VisitsAndForms
from web.forms import commands
from web.forms.form_state import FormState, Sent
from web.inspections.certificate import certificate
from web.inspections.planned_visit_rows import my_next_visits
from web.inspections.visit_commands import COMMANDS, WENT_BACK
from web.inspections.visit_page import first_values, shown_form
from web.inspections.visit_record import RECORD, asked_form
from web.site.authentication import who
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("visits", __name__)


@pages.get("/<partnership>/visits/")
@requires("go on visits")
def mine() -> ResponseReturnValue:
    with here.read(VisitsAndForms) as view:
        visits = [visit for visit in view.all_visits() if visit.by == str(who.id)]
        forms_here, drafts = view.asked(), [each for each in view.all_forms() if each.draft]
    with here.read(Inspectors) as record:
        me = record.by(who.id)
    return render_template(
        "inspections/visits.html",
        visits=visits,
        forms_here=forms_here,
        drafts=drafts,
        me=me,
        next_visits=my_next_visits(),
    )


@pages.get("/<partnership>/visits/certificate.pdf")
@requires("go on visits")
def paper() -> ResponseReturnValue:
    """The user's own certificate."""
    with here.read(Inspectors) as record:
        me = record.by(who.id)
    return certificate(me or abort(404))


@pages.get("/<partnership>/visits/new/<uuid:form>")
@requires("go on visits")
def new(form: UUID) -> ResponseReturnValue:
    """The form of a planned visit begins with what the plan says."""
    return _new(FormState(RECORD, values=first_values()))


@pages.post("/<partnership>/visits/new/<uuid:form>")
@requires("go on visits")
def record(form: UUID) -> ResponseReturnValue:
    id = commands.new_id("visit")
    if errors := RECORD.attempt(id):
        return _new(FormState(RECORD, values=commands.typed(RECORD), errors=errors)), 422
    return commands.finish(RECORD.done, url_for(".visit", id=id))


@pages.get("/<partnership>/visits/<uuid:id>")
@requires("go on visits")
def visit(id: UUID) -> ResponseReturnValue:
    return _page(id, Sent())


@pages.post("/<partnership>/visits/<uuid:id>/<name>")
@requires("go on visits")
def about(id: UUID, name: str) -> ResponseReturnValue:
    _mine(id)
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, id, url_for(".visit", id=id), _page)


def _mine(id: UUID) -> Visit:
    with here.read(VisitsAndForms) as view:
        found = view.visits.get(id)
    if found is None or found.by != str(who.id):
        abort(404)
    return found


def _new(state: FormState) -> str:
    return render_template("inspections/visits_new.html", **shown_form(asked_form(), state))


def _page(id: UUID, sent: Sent) -> str:
    found = _mine(id)
    action = url_for(".about", id=id, name="went-back")
    went_back = sent.form("went-back", WENT_BACK, action, is_open=not found.went_back)
    return render_template(
        "inspections/visits_visit.html",
        visit=found,
        errors=sent.errors,
        went_back=went_back if found.replies and not found.taken_off else None,
    )
