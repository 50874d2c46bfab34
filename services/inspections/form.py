"""Inspection forms: written by staff and inspectors together, published in versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from events.fact import Provenance
from events.inspections.form import FormDrafted, FormFact, FormVersionPublished, Question
from services.command import Service, command, opening_command
from services.inspections.questions import checked
from services.refusals import Refusal
from services.state import State


class FormWrittenMeanwhile(Refusal):
    words = (
        "Somebody else changed this form while you wrote. Theirs is shown at the end of this "
        "page, yours is still here. Take over what you want to keep of theirs, then send again."
    )
    field = "questions"


@dataclass(frozen=True)
class Form(State):
    title: str = ""
    numbers: tuple[int, ...] = ()
    questions: Mapping[int, tuple[Question, ...]] = field(default_factory=dict)


def evolve_form(state: Form, fact: FormFact) -> Form:
    match fact:
        case FormDrafted(title=title):
            return replace(state, title=title)
        case FormVersionPublished(title=title, number=number, questions=asked):
            numbers = (*state.numbers, number)
            questions = {**state.questions, number: asked}
            return replace(state, title=title, numbers=numbers, questions=questions)
        case _:
            assert_never(fact)


def begin_form(
    form: Form, provenance: Provenance, *, title: str, questions: tuple[Question, ...]
) -> FormDrafted:
    """The first draft of a form. Raises ``BadQuestion``."""
    return FormDrafted(*form.next(provenance), title=title, questions=checked(questions))


def draft_form(
    form: Form, provenance: Provenance, *, title: str, questions: tuple[Question, ...], seen: int
) -> FormDrafted:
    """``seen`` is the version of the form that was written on. Raises ``FormWrittenMeanwhile``."""
    if seen != form.version:
        raise FormWrittenMeanwhile
    return FormDrafted(*form.next(provenance), title=title, questions=checked(questions))


def publish_form(
    form: Form,
    provenance: Provenance,
    *,
    title: str,
    questions: tuple[Question, ...],
    demo: bool = False,
) -> FormVersionPublished:
    """The first version of a form. Raises ``BadQuestion``."""
    return FormVersionPublished(
        *form.next(provenance), title=title, number=1, questions=checked(questions), demo=demo
    )


def revise_form(
    form: Form,
    provenance: Provenance,
    *,
    questions: tuple[Question, ...],
    title: str = "",
    seen: int | None = None,
) -> FormVersionPublished:
    """A further version; answers to earlier ones stay with the questions that were asked.

    Raises ``BadQuestion``, or ``FormWrittenMeanwhile`` where more was written than was ``seen``.
    """
    if seen is not None and seen != form.version:
        raise FormWrittenMeanwhile
    number = max(form.numbers, default=0) + 1
    return FormVersionPublished(
        *form.next(provenance),
        title=title or form.title,
        number=number,
        questions=checked(questions),
        demo=False,
    )


class InspectionFormService(Service[Form]):
    evolve = staticmethod(evolve_form)
    begin = opening_command(begin_form)
    draft = command(draft_form)
    publish = opening_command(publish_form)
    revise = command(revise_form)
