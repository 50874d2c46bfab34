"""Saving the draft of an inspection form, and publishing it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import abort, request

from events.fact import Provenance
from events.inspections.form import Question
from projections.inspections.form_rows import Form as FormRow
from projections.inspections.visits_and_forms import VisitsAndForms
from web.forms.fields import Form
from web.forms.sent import key_of, number_in, provenance
from web.forms.text_fields import Line
from web.site.tenancy import here


class FormTitleForm(Form):
    title = Line(longest=200, needed="Give the form a title.")


def record_form(form: FormRow | None, step: str, title: str, asked: tuple[Question, ...]) -> UUID:
    """Saves the form. Raises ``BadQuestion``, or ``WrittenMeanwhile`` if somebody was faster."""
    by: Provenance = provenance(request.form)
    given: dict[str, Any] = {"title": title, "questions": asked}
    if form is None:
        id = here.ledger.name_of("form", key_of(request.form))
        (here.inspection_form.publish if step == "publish" else here.inspection_form.begin)(
            id, by, **given
        )
        return id
    seen = number_in(request.form, "seen") or 0
    (here.inspection_form.revise if step == "publish" else here.inspection_form.draft)(
        form.id, by, **given, seen=seen
    )
    return form.id


def names_of(form: FormRow | None) -> set[str]:
    """The names that questions of this form have or had."""
    if form is None:
        return set()
    versions = [*form.versions, *([form.draft] if form.draft else [])]
    return {question.name for version in versions for question in version.questions}


def known_form(id: UUID) -> FormRow:
    with here.read(VisitsAndForms) as view:
        found = view.forms.get(id)
    return found or abort(404)
