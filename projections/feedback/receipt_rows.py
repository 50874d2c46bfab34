"""One receipt as a row, and as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.period import PartialDate
from projections.engine.encryption import Personal

WITH = "It is with: "
StepName = Literal["got_it", "read", "passed_on", "decided", "changed"]


@dataclass(frozen=True)
class ReceiptRow:
    """What is kept of one submission: never the young person's own words.

    ``unread`` says that nobody has read yet what they added on ``added_on``.
    """

    feedback_id: UUID
    receipt: str
    feeling: str
    about: str
    wants_answer: bool
    got_on: PartialDate
    read_on: PartialDate | None = None
    passed_on: PartialDate | None = None
    passed_to: str = ""
    answered_on: PartialDate | None = None
    outcome: str = ""
    answer: Personal = ""
    decisions: tuple[UUID, ...] = ()
    taken_back: bool = False
    forgotten: bool = False
    came_back: bool = False
    added_on: PartialDate | None = None
    unread: bool = False
    listened: str = ""


@dataclass(frozen=True)
class Reason:
    """Why a decision was made, in words a child understands, and what it changed."""

    decision: UUID
    outcome: str
    decided: str
    why: str
    made_on: PartialDate | None
    changed: tuple[str, ...] = ()
    changed_on: PartialDate | None = None


@dataclass(frozen=True)
class ReceiptStep:
    name: StepName
    on: PartialDate | None
    words: str


@dataclass(frozen=True)
class ReceiptPage:
    feedback_id: UUID
    feeling: str
    about: str
    wants_answer: bool
    taken_back: bool
    forgotten: bool
    steps: tuple[ReceiptStep, ...]
    outcome: str
    answer: str
    why: str
    changed: tuple[str, ...]
    came_back: bool
    added_on: PartialDate | None
    unread: bool
    listened: str
