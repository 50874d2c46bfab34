"""Inspection forms: written by staff and inspectors together, published in versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from events.fact import Provenance
from events.inspections.inspection import (
    Answer,
    FormDrafted,
    FormFact,
    FormVersionPublished,
    Question,
)
from services.command import Service, command, opening_command
from services.refusals import Missing, Refusal
from services.state import State

YES_NO = ("yes", "no")


class BadQuestion(Refusal):
    words = "Each question needs words, and a choice or a scale needs at least two answers."
    field = "questions"


class BadAnswer(Refusal):
    words = "Choose one of the answers that the form offers."


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
    return FormDrafted(*form.next(provenance), title=title, questions=_checked(questions))


def draft_form(
    form: Form, provenance: Provenance, *, title: str, questions: tuple[Question, ...], seen: int
) -> FormDrafted:
    """``seen`` is the version of the form that was written on. Raises ``FormWrittenMeanwhile``."""
    if seen != form.version:
        raise FormWrittenMeanwhile
    return FormDrafted(*form.next(provenance), title=title, questions=_checked(questions))


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
        *form.next(provenance), title=title, number=1, questions=_checked(questions), demo=demo
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
        questions=_checked(questions),
        demo=False,
    )


def answers_of(question: Question) -> tuple[str, ...]:
    """The answers a question offers; none where any words will do."""
    match question.kind:
        case "scale":
            return tuple(str(step) for step in range(1, len(question.choices) + 1))
        case "choice":
            return question.choices
        case "yes or no":
            return YES_NO
        case "words":
            return ()


def answered(questions: tuple[Question, ...], given: Mapping[str, str]) -> Iterator[Answer]:
    """What was asked and what was answered; also what was answered without being asked.

    Raises ``BadAnswer`` or ``Missing``, naming the question.
    """
    for question in questions:
        answer = given.get(question.name, "").strip()
        is_asked = not question.after or given.get(question.after, "").strip() == question.when
        if is_asked or answer:
            yield _answer(question, answer, is_needed=question.needed and is_asked)


class InspectionFormService(Service[Form]):
    evolve = staticmethod(evolve_form)
    begin = opening_command(begin_form)
    draft = command(draft_form)
    publish = opening_command(publish_form)
    revise = command(revise_form)


def _answer(question: Question, given: str, *, is_needed: bool) -> Answer:
    if not given and is_needed:
        raise Missing("Please answer this question.", field=question.name)
    offered = answers_of(question)
    if given and offered and given not in offered:
        raise BadAnswer(field=question.name)
    shown = given
    if given and question.kind == "scale":
        shown = f"{given} of {len(offered)}: {question.choices[int(given) - 1]}"
    return Answer(question.name, question.text, question.kind, shown)


def _check_alone(number: int, question: Question) -> None:
    if not question.text:
        raise BadQuestion(f"Question {number} needs words.")
    if question.kind in {"scale", "choice"} and len(question.choices) < 2:
        raise BadQuestion(
            f"Question {number} needs at least two answers: it is a {question.kind}. "
            "Write each answer on a line of its own."
        )


def _checked(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    names = [question.name for question in questions]
    if not questions or len(set(names)) != len(names):
        raise BadQuestion("A form needs questions, each with a name of its own.")
    for number, question in enumerate(questions, start=1):
        _check_alone(number, question)
    for number, question in enumerate(questions, start=1):
        earlier = {each.name: answers_of(each) for each in questions[: number - 1]}
        if question.after and question.when not in earlier.get(question.after, ()):
            raise BadQuestion(
                f"Question {number} waits for an answer that no question before it offers. "
                "Move it, or choose when it is asked again."
            )
    return questions
