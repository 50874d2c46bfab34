"""The questions of an inspection form, to and from the rows of the page that edits them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import count
from typing import Any, get_args

from marshmallow import ValidationError

from events.inspections.form import Question, QuestionKind
from services.inspections.questions import answers_of
from web.forms.fields import FormField, Kind, Options
from web.forms.sent import number_in
from web.site.cleaned_text import cleaned
from web.site.formatting import initial

KINDS = get_args(QuestionKind)
SPARE = 2
MOST, LONGEST = 60, 500
_NAME = re.compile(r"q[0-9]{1,3}")
_STEP = re.compile(r"(up|down|drop)-([0-9]{1,2})")
_BETWEEN = ":"
_SKIP = "You can skip this."


class Questions(FormField[tuple[Question, ...]]):
    """The questions in the rows of the whole form, each with the name that its row carries."""

    kind: Kind = "hidden"

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> tuple[Question, ...]:
        found = read_questions(data)
        for number, each in enumerate(found, start=1):
            longest = max(map(len, (each.text, each.help, "\n".join(each.choices))))
            if longest > LONGEST:
                raise ValidationError(
                    f"Question {number} is {longest:,} letters long. The most is {LONGEST}."
                )
        return found


def read_questions(form: Mapping[str, str]) -> tuple[Question, ...]:
    """The questions that were typed, without blank rows."""
    rows = range(min(number_in(form, "rows") or 0, MOST + SPARE))
    return tuple(_question(form, row) for row in rows if _typed(form, f"text{row}"))


def with_names(questions: Iterable[Question], known: Set[str]) -> tuple[Question, ...]:
    """Each with a name of its own.

    A question keeps a name that is ``known`` or was made by this page. A new question never takes
    the name of a known one.
    """
    kept: dict[int, str] = {}
    asked = list(questions)
    for at, each in enumerate(asked):
        if (each.name in known or _NAME.fullmatch(each.name)) and each.name not in kept.values():
            kept[at] = each.name
    taken = known | set(kept.values())
    free = (f"q{number}" for number in count(1) if f"q{number}" not in taken)
    return tuple(replace(each, name=kept.get(at) or next(free)) for at, each in enumerate(asked))


def moved(questions: Sequence[Question], step: str) -> Sequence[Question]:
    """The questions in another order, or without one, as a button such as ``up-2`` says."""
    asked = _STEP.fullmatch(step)
    at = int(asked[2]) if asked else MOST
    if not asked or at >= len(questions):
        return questions
    rest = [*questions[:at], *questions[at + 1 :]]
    if asked[1] == "drop":
        return rest
    rest.insert(max(0, at + (1 if asked[1] == "down" else -1)), questions[at])
    return rest


def rows_of(questions: Iterable[Question]) -> list[Question]:
    """The rows to show: the questions, and a few blank ones."""
    blank = [Question("", "words", "") for _ in range(SPARE)]
    return [*questions, *blank]


def conditions(rows: list[Question], at: int) -> list[tuple[str, str]]:
    """The answers that a row may wait for: each answer of the questions before it.

    The answer it waits for now is offered too, even if its question is no longer before it.
    """
    offered = [
        (f"{each.name}{_BETWEEN}{answer}", f"{number}. {each.text}: {_shown(each, answer)}")
        for number, each in enumerate(rows[:at], start=1)
        for answer in answers_of(each)
    ]
    now = condition(rows[at])
    if now and now not in dict(offered):
        offered.append((now, f"{rows[at].when}, which no question before this one offers"))
    return offered


def condition(question: Question) -> str:
    """The answer that a question waits for, as the page writes it. Empty if it waits for none."""
    return f"{question.after}{_BETWEEN}{question.when}" if question.after else ""


def options_of(question: Question) -> Options:
    """The answers of a question, each with its words. On a scale, a number is put before them."""
    if question.kind == "scale":
        pairs = zip(answers_of(question), question.choices, strict=True)
        return [(number, f"{number} \u2013 {words}") for number, words in pairs]
    return [(each, initial(each)) for each in answers_of(question)]


def waits_for(question: Question, questions: Iterable[Question]) -> str:
    """In words, when the question is asked. Empty if always."""
    for each in questions:
        if each.name == question.after:
            return f"Only if you said “{_shown(each, question.when)}” to “{each.text}”."
    return ""


def _shown(question: Question, answer: str) -> str:
    if question.kind == "scale" and answer.isdecimal() and int(answer) <= len(question.choices):
        return f"{answer}: {question.choices[int(answer) - 1]}"
    return initial(answer)


def hint_of(question: Question, asked: Iterable[Question]) -> str:
    """When the question is asked, its help, and whether it may be skipped."""
    words = (waits_for(question, asked), question.help, "" if question.needed else _SKIP)
    return " ".join(word for word in words if word)


def _question(form: Mapping[str, str], row: int) -> Question:
    kind = form.get(f"kind{row}", "words")
    choices = [line.strip() for line in _typed(form, f"choices{row}").splitlines()]
    after, _, when = form.get(f"condition{row}", "").partition(_BETWEEN)
    return Question(
        name=form.get(f"name{row}", ""),
        kind=kind if kind in KINDS else "words",  # type: ignore[arg-type]
        text=_typed(form, f"text{row}"),
        help=_typed(form, f"help{row}"),
        choices=tuple(choice for choice in choices if choice),
        needed=form.get(f"needed{row}") == "yes",
        after=after if when else "",
        when=when,
    )


def _typed(form: Mapping[str, str], name: str) -> str:
    return cleaned(form.get(name, "")).strip()
