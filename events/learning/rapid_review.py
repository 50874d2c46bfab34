"""The rapid review of a case, and what the national Panel replies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact
from events.period import PartialDate

RapidOutcome = Literal["a practice review", "no practice review"]

PanelView = Literal["agrees", "does not agree", "asks for more"]


@dataclass(frozen=True)
class RapidReviewStarted(Fact):
    TOPIC = "case.rapid_review_started"
    PERSONAL = frozenset()
    DAY = "started_on"
    started_on: PartialDate


@dataclass(frozen=True)
class RapidReviewHeld(Fact):
    TOPIC = "case.rapid_review_held"
    PERSONAL = frozenset()
    DAY = "held_on"
    held_on: PartialDate


@dataclass(frozen=True)
class RapidReviewCompleted(Fact):
    TOPIC = "case.rapid_review_completed"
    PERSONAL = frozenset()
    DAY = "completed_on"
    completed_on: PartialDate
    outcome: RapidOutcome
    why: str


@dataclass(frozen=True)
class PanelReplied(Fact):
    """What the national Panel said to the rapid review and what was decided on it."""

    TOPIC = "case.panel_replied"
    PERSONAL = frozenset()
    DAY = "replied_on"
    replied_on: PartialDate
    view: PanelView
    reply: str
