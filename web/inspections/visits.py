"""Youth inspectors: my visits, the form to fill in, the service's reply, going back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from events.inspections.visit import Rating
from projections.inspections.form_rows import Form as FormRow
from projections.inspections.inspectors import Inspectors
from projections.inspections.visit_rows import Visit
from projections.inspections.visits_and_forms import VisitsAndForms
from web.forms import commands
from web.forms.choices import Choice
from web.forms.durations import Hours
from web.forms.fields import LONGEST, Day, Form, Line, Words, cleaned
from web.forms.form_state import Sent
from web.forms.sent import Errors, key_of, load, new_key, number_in, provenance, refused
from web.inspections.certificate import certificate
from web.inspections.form_questions import options_of, waits_for
from web.inspections.visit_commands import COMMANDS, WENT_BACK
from web.site.authentication import who
from web.site.formatting import initial, today
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("visits", __name__)
RATINGS = tuple(each for each in get_args(Rating) if each)


class VisitForm(Form):
    place = Line(longest=200, needed="Say where you went.")
    visited_on = Day(needed="Say which day you went.", past=True, within=timedelta(days=366))
    inspectors = Line(longest=500)
    good = Words()
    improve = Words()
    rating = Choice(RATINGS)
    minutes = Hours()
    recommendation = Words()


@pages.get("/<partnership>/visits/")
@requires("go on visits")
def mine() -> ResponseReturnValue:
    with here.read(VisitsAndForms) as view:
        visits = [visit for visit in view.all_visits() if visit.by == str(who.id)]
        forms_here, drafts = view.asked(), [each for each in view.all_forms() if each.draft]
    with here.read(Inspectors) as record:
        me = record.by(who.id)
    return render_template(
        "inspections/visits.html", visits=visits, forms_here=forms_here, drafts=drafts, me=me
    )


@pages.get("/<partnership>/visits/certificate.pdf")
@requires("go on visits")
def paper() -> ResponseReturnValue:
    """One's own."""
    with here.read(Inspectors) as record:
        me = record.by(who.id)
    return certificate(me or abort(404))


@pages.get("/<partnership>/visits/new/<uuid:form>")
@requires("go on visits")
def new(form: UUID) -> ResponseReturnValue:
    return _new(form_of(form), {"visited_on": today().isoformat()}, {})


@pages.post("/<partnership>/visits/new/<uuid:form>")
@requires("go on visits")
def record(form: UUID) -> ResponseReturnValue:
    given, errors = load(VisitForm(), request.form)
    asked = form_of(form)
    errors |= too_long(asked)
    if not errors:
        with refused(errors):
            visit = record_visit(asked, given)
    if errors:
        return _new(asked, request.form.to_dict(), errors), 422
    here.catch_up()
    flash("Your visit is recorded. You will see the service's reply here.")
    return redirect(url_for(".visit", id=visit), 303)


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


def record_visit(form: FormRow, given: dict[str, Any]) -> UUID:
    """The visit, then what was seen and asked for; each once, however often the form is sent."""
    visit, first = here.ledger.name_of("visit", key_of(request.form)), provenance(request.form)
    here.visit.record(
        visit,
        first,
        form=form.id,
        number=number_in(request.form, "number") or form.number,
        place=given["place"],
        visited_on=given["visited_on"],
        inspectors=_names(given["inspectors"]),
        given=_answers(),
        rating=given["rating"],
        minutes=given["minutes"],
    )
    if given["good"]:
        here.visit.find(visit, _further(first, 1), kind="good practice", finding=given["good"])
    if given["improve"]:
        here.visit.find(visit, _further(first, 2), kind="to improve", finding=given["improve"])
    if given["recommendation"]:
        here.visit.recommend(visit, _further(first, 3), recommendation=given["recommendation"])
    return visit


def _answers() -> dict[str, str]:
    return {name: cleaned(typed) for name, typed in request.form.items()}


def _further(first: Provenance, number: int) -> Provenance:
    return Provenance(first.by, first.source, first.effective_on, f"{first.key}-{number}")


def too_long(form: FormRow) -> Errors:
    given = {question.name: len(request.form.get(question.name, "")) for question in form.questions}
    return {
        name: f"This is {letters:,} letters long. The most is {LONGEST:,}."
        for name, letters in given.items()
        if letters > LONGEST
    }


def _names(typed: str) -> tuple[str, ...]:
    named = [name.strip() for name in typed.replace("\n", ",").split(",") if name.strip()]
    return tuple(named) or (who.name,)


def form_of(id: UUID) -> FormRow:
    with here.read(VisitsAndForms) as view:
        found = view.forms.get(id)
    return found if found and found.number else abort(404)


def _mine(id: UUID) -> Visit:
    with here.read(VisitsAndForms) as view:
        found = view.visits.get(id)
    if found is None or found.by != str(who.id):
        abort(404)
    return found


def _new(form: FormRow, values: dict[str, Any], errors: Errors) -> str:
    return render_template(
        "inspections/visits_new.html",
        form=form,
        values=values,
        errors=errors,
        key=values.get("key") or new_key(),
        options_of=options_of,
        waits_for=waits_for,
        ratings=[(each, initial(each)) for each in RATINGS],
    )


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
