"""Inspection forms: their questions, drafted and published in versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact

QuestionKind = Literal["scale", "choice", "words", "yes or no"]


@dataclass(frozen=True)
class Question:
    """One question. ``choices`` are the answers offered; a scale runs from 1 to their number.

    Where ``after`` names an earlier question, it is asked only if that was answered ``when``.
    """

    name: str
    kind: QuestionKind
    text: str
    help: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = True
    after: str = ""
    when: str = ""


@dataclass(frozen=True)
class FormDrafted(Fact):
    """A form as staff and inspectors write it together, before it is asked."""

    TOPIC = "inspection.form_drafted"
    PERSONAL = frozenset()
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class FormVersionPublished(Fact):
    """A form as it is asked from now on; earlier versions and their answers stay as they were."""

    TOPIC = "inspection.form_published"
    PERSONAL = frozenset()
    title: str
    number: int
    questions: tuple[Question, ...]
    demo: bool


FormFact = FormDrafted | FormVersionPublished
