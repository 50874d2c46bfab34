"""Questions of an inspection form, from and to the rows of the page that edits them."""

from __future__ import annotations

from typing import get_args

from werkzeug.datastructures import MultiDict

from events.inspection import Question, QuestionKind

KINDS = get_args(QuestionKind)
SPARE = 3


def read_questions(form: MultiDict[str, str]) -> tuple[Question, ...]:
    """The questions typed, blank rows left out; each keeps the name it had."""
    rows = range(int(form.get("rows", "0")) if form.get("rows", "0").isdigit() else 0)
    typed = [(row, form.get(f"text{row}", "").strip()) for row in rows[:100]]
    return tuple(_question(form, row, text) for row, text in typed if text)


def rows_of(questions: tuple[Question, ...]) -> list[Question]:
    """The rows to show: what there is, and a few blank ones."""
    blank = [Question("", "words", "") for _ in range(SPARE)]
    return [*questions, *blank]


def _question(form: MultiDict[str, str], row: int, text: str) -> Question:
    kind = form.get(f"kind{row}", "words")
    choices = [line.strip() for line in form.get(f"choices{row}", "").splitlines()]
    return Question(
        name=form.get(f"name{row}") or f"q{row + 1}",
        kind=kind if kind in KINDS else "words",  # type: ignore[arg-type]
        text=text,
        help=form.get(f"help{row}", "").strip(),
        choices=tuple(choice for choice in choices if choice),
        needed=form.get(f"needed{row}") == "yes",
    )
