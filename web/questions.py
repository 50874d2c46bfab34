"""Questions of an inspection form, from and to the rows of the page that edits them."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import count
from typing import get_args

from werkzeug.datastructures import MultiDict

from events.inspection import Question, QuestionKind
from web.forms import Errors, cleaned, number_in

KINDS = get_args(QuestionKind)
SPARE = 3
MOST, LONGEST = 60, 500


def read_questions(form: MultiDict[str, str], known: Set[str]) -> tuple[Question, ...]:
    """The questions typed, blank rows left out; those with a ``known`` name keep it."""
    rows = range(min(number_in(form, "rows") or 0, MOST + SPARE))
    typed = [row for row in rows if _typed(form, f"text{row}")]
    names = _names(form, typed, known)
    return tuple(_question(form, row, names[row]) for row in typed)


def too_long(questions: tuple[Question, ...]) -> Errors:
    """What is wrong where a question is longer than anybody would read."""
    for number, question in enumerate(questions, start=1):
        longest = max(map(len, (question.text, question.help, "\n".join(question.choices))))
        if longest > LONGEST:
            words = f"Question {number} is {longest:,} letters long. The most is {LONGEST}."
            return {"questions": words}
    return {}


def rows_of(questions: tuple[Question, ...]) -> list[Question]:
    """The rows to show: what there is, and a few blank ones."""
    blank = [Question("", "words", "") for _ in range(SPARE)]
    return [*questions, *blank]


def _names(form: MultiDict[str, str], rows: Iterable[int], known: Set[str]) -> dict[int, str]:
    """A name for each row: a new question never takes the name of one that is there."""
    free = (f"q{number}" for number in count(1) if f"q{number}" not in known)
    had = {row: form.get(f"name{row}", "") for row in rows}
    return {row: name if name in known else next(free) for row, name in had.items()}


def _question(form: MultiDict[str, str], row: int, name: str) -> Question:
    kind = form.get(f"kind{row}", "words")
    choices = [line.strip() for line in _typed(form, f"choices{row}").splitlines()]
    return Question(
        name=name,
        kind=kind if kind in KINDS else "words",  # type: ignore[arg-type]
        text=_typed(form, f"text{row}"),
        help=_typed(form, f"help{row}"),
        choices=tuple(choice for choice in choices if choice),
        needed=form.get(f"needed{row}") == "yes",
    )


def _typed(form: MultiDict[str, str], name: str) -> str:
    return cleaned(form.get(name, "")).strip()
