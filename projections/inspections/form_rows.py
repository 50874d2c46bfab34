"""An inspection form as a row, with its versions and its draft."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.inspections.form import Question


@dataclass(frozen=True)
class Version:
    """A form as it was asked from a day on, in words, until the next version."""

    number: int
    title: str
    questions: tuple[Question, ...]
    on: str


@dataclass(frozen=True)
class Form:
    """The newest version of a form; ``number`` is 0 before the first is published.

    ``draft`` is what was written since. ``seen`` is the version of its stream, which the next
    writer gives back.
    """

    id: UUID
    title: str
    number: int
    questions: tuple[Question, ...]
    demo: bool
    seen: int
    versions: tuple[Version, ...] = ()
    draft: Version | None = None

    @property
    def newest(self) -> tuple[Question, ...]:
        """The questions that the next writer starts from: the draft's, if there is a draft."""
        return self.draft.questions if self.draft else self.questions
