"""Saving the draft of an inspection form, and publishing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import abort

from events.inspections.form import Question
from projections.inspections.form_rows import Form as FormRow
from projections.inspections.visits_and_forms import VisitsAndForms
from services.inspections.form import InspectionFormService
from web.forms.command import Command
from web.forms.fields import Form, FormField
from web.forms.sent import number_in
from web.forms.signature import Decide
from web.forms.text_fields import Line
from web.inspections.form_questions import Questions, with_names
from web.site.tenancy import here

Names = Callable[..., tuple[Question, ...]]


class NewForm(Form):
    title = Line(longest=200, needed="Give the form a title.", label="Title")
    questions = Questions()


class Seen(FormField[int]):
    """The version of the record that the author knew. 0 if the form does not say."""

    kind = "hidden"

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> int:
        return number_in(data, attr) or 0


class KnownForm(NewForm):
    seen = Seen()


def named(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The questions of a form that begins, each with a name."""
    return with_names(questions, frozenset())


def renamed(id: UUID, questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """A new question never takes a name that a version of this form or its draft has."""
    form = known_form(id)
    versions = [*form.versions, *([form.draft] if form.draft else [])]
    return with_names(
        questions, {question.name for version in versions for question in version.questions}
    )


def known_form(id: UUID) -> FormRow:
    with here.read(VisitsAndForms) as view:
        found = view.forms.get(id)
    return found or abort(404)


def _draft(form: type[Form], decide: Decide, title: str, names: Names) -> Command:
    return Command(
        form,
        decide,
        title=title,
        done="The draft is kept. Staff and inspectors can write on.",
        button="Keep the draft",
        also={"questions": names},
    )


def _publish(form: type[Form], decide: Decide, title: str, names: Names) -> Command:
    return Command(
        form,
        decide,
        title=title,
        done="It is published. Answers given before stay with the questions that were asked.",
        button="Publish this version",
        also={"questions": names},
    )


_BEGUN, _KNOWN = "New inspection form", "Write on this form"
NEW = {
    "draft": _draft(NewForm, InspectionFormService.begin, _BEGUN, named),
    "publish": _publish(NewForm, InspectionFormService.publish, _BEGUN, named),
}
KNOWN = {
    "draft": _draft(KnownForm, InspectionFormService.draft, _KNOWN, renamed),
    "publish": _publish(KnownForm, InspectionFormService.revise, _KNOWN, renamed),
}
