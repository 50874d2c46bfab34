"""The questions of an inspection form, and which answers fit them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from events.inspections.form import Question
from events.inspections.visit import Answer
from services.refusals import Missing, Refusal

YES_NO = ("yes", "no")
ANSWER = "Please answer this question."


class BadQuestion(Refusal):
    words = "Each question needs words, and a choice or a scale needs at least two answers."
    field = "questions"


class BadAnswer(Refusal):
    words = "Choose one of the answers that the form offers."


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


def _answer(question: Question, given: str, *, is_needed: bool) -> Answer:
    if not given and is_needed:
        raise Missing(ANSWER, field=question.name)
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


def checked(questions: tuple[Question, ...]) -> tuple[Question, ...]:
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
