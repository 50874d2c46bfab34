"""Recording a visit: its form, and the facts that it makes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args
from uuid import UUID

from flask import abort, request

from events.fact import Provenance
from events.inspections.visit import Rating
from projections.inspections.form_rows import Form as FormRow
from projections.inspections.visits_and_forms import VisitsAndForms
from web.forms.choices import Choice
from web.forms.day_fields import Day
from web.forms.durations import Hours
from web.forms.fields import Form
from web.forms.sent import Errors, key_of, number_in, provenance
from web.forms.text_fields import LONGEST, Line, Words, cleaned
from web.site.authentication import who
from web.site.tenancy import here

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


def record_visit(form: FormRow, given: dict[str, Any]) -> UUID:
    """Records the visit, its findings and its requests, each once per form."""
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


def too_long_answers(form: FormRow) -> Errors:
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
