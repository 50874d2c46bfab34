"""Recording a visit: its form, and the facts that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from typing import get_args
from uuid import UUID

from flask import abort, request
from marshmallow import ValidationError, validates_schema

from events.fact import Provenance
from events.inspections.visit import Rating
from events.period import PartialDate
from projections.inspections.form_rows import Form as FormRow
from projections.inspections.visits_and_forms import VisitsAndForms
from services.refusals import Forgotten
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.durations import Hours
from web.forms.fields import Form
from web.forms.text_fields import LONGEST, Line, Words
from web.inspections.planned_visit_rows import plan_of_mine
from web.inspections.visit_fields import Answers, PlanId, VersionNumber
from web.site.authentication import who
from web.site.formatting import initial, today
from web.site.tenancy import here

RATINGS: tuple[Rating, ...] = tuple(each for each in get_args(Rating) if each)


_LATELY = timedelta(days=366)


class VisitForm(Form):
    number = VersionNumber()
    plan = PlanId()
    place = Line(longest=200, needed="Say where you went.", label="Where you went")
    visited_on = Day(
        needed="Say which day you went.",
        past=True,
        label="Which day",
        kind="date",
    )
    inspectors = Line(
        longest=500,
        label="Who went, first names",
        hint="With commas between. Leave it empty if you went alone.",
    )
    minutes = Hours(
        label="How many hours it took you",
        hint=(
            "With the way there and the writing, such as 2 or 1.5. It goes into your own record. "
            "You can skip this."
        ),
        short=True,
    )
    given = Answers()
    good = Words(label="What was good")
    improve = Words(label="What should get better")
    rating = Choice(
        {each: initial(each) for each in RATINGS},
        label="All in all, how good is this place for young people?",
        hint="You can skip this.",
    )
    recommendation = Words(label="What you ask the service to change")

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def refuse_long_answers(self, _: object, typed: Mapping[str, str], **__: object) -> None:
        answers = {name: len(said) for name, said in typed.items() if name not in self.fields}
        too_long = {
            name: [f"This is {letters:,} letters long. The most is {LONGEST:,}."]
            for name, letters in answers.items()
            if letters > LONGEST
        }
        if too_long:
            raise ValidationError(too_long)


def asked_form() -> FormRow:
    """The inspection form that the address names. Answers 404 if it is not published."""
    with here.read(VisitsAndForms) as view:
        found = view.forms.get((request.view_args or {})["form"])
    return found if found and found.number else abort(404)


def _long_ago(*, visited_on: PartialDate) -> str:
    """A year that was typed wrong would put the visit into the report of another year."""
    if visited_on.last >= today() - _LATELY:
        return ""
    return f"You went on {visited_on}: that is more than a year ago. Is the day right?"


def _record(
    id: UUID,
    first: Provenance,
    *,
    number: int,
    plan: UUID | None,
    place: str,
    visited_on: PartialDate,
    inspectors: tuple[str, ...],
    given: dict[str, str],
    rating: Rating,
    minutes: int,
    good: str,
    improve: str,
    recommendation: str,
) -> None:
    """Records the visit, its findings and its request, each once per form."""
    form = asked_form()
    here.visit.record(
        id,
        first,
        form=form.id,
        number=number or form.number,
        place=place,
        visited_on=visited_on,
        inspectors=inspectors,
        given=given,
        rating=rating,
        minutes=minutes,
    )
    if good:
        here.visit.find(id, _further(first, 1), kind="good practice", finding=good)
    if improve:
        here.visit.find(id, _further(first, 2), kind="to improve", finding=improve)
    if recommendation:
        here.visit.recommend(id, _further(first, 3), recommendation=recommendation)
    if planned := plan_of_mine(plan):
        with suppress(Forgotten):  # the visit stays, also where its plan is gone
            here.planned_visit.make(planned.id, _further(first, 4), visit_made=id)


def _further(first: Provenance, number: int) -> Provenance:
    return Provenance(first.by, first.source, first.effective_on, f"{first.key}-{number}")


def _names(inspectors: str) -> tuple[str, ...]:
    """The names, with commas between. The user's own name if there are none."""
    return tuple(name.strip() for name in inspectors.split(",") if name.strip()) or (who.name,)


RECORD = Command(
    VisitForm,
    _record,
    title="Record a visit",
    done="Your visit is recorded. You will see the service's reply here.",
    button="Send our visit",
    also={"inspectors": _names},
    doubt=_long_ago,
)
