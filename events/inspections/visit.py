"""Visits of youth inspectors: recorded, what they found, what the service replied and changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.inspections.form import QuestionKind
from events.period import PartialDate

Rating = Literal["", "great", "good", "needs to get better", "not good"]


@dataclass(frozen=True)
class Answer:
    """What was answered, with the words of the question as it was asked."""

    question: str
    asked: str
    kind: QuestionKind
    given: str


@dataclass(frozen=True)
class VisitRecorded(Fact):
    """``minutes`` is how long it took; none: nobody said. Only what was asked is in ``answers``."""

    TOPIC = "inspection.visit_recorded"
    PERSONAL = frozenset({"inspectors"})
    DAY = "visited_on"
    form: UUID
    form_number: int
    place: str
    visited_on: PartialDate
    inspectors: tuple[str, ...]
    answers: tuple[Answer, ...]
    demo: bool
    rating: Rating = ""
    minutes: int = 0


@dataclass(frozen=True)
class VisitFindingMade(Fact):
    TOPIC = "inspection.finding_made"
    PERSONAL = frozenset()
    kind: Literal["good practice", "to improve"]
    finding: str


@dataclass(frozen=True)
class RecommendationMade(Fact):
    TOPIC = "inspection.recommendation_made"
    PERSONAL = frozenset()
    recommendation: str


@dataclass(frozen=True)
class ServiceReplied(Fact):
    TOPIC = "inspection.service_replied"
    PERSONAL = frozenset()
    service: str
    reply: str


@dataclass(frozen=True)
class FollowedUp(Fact):
    """The inspectors went back, and say what changed."""

    TOPIC = "inspection.followed_up"
    PERSONAL = frozenset()
    seen: str
    changed: bool


@dataclass(frozen=True)
class VisitTakenOff(Fact):
    """A visit that was written down wrongly, or twice: it is counted and shown nowhere else."""

    TOPIC = "inspection.visit_taken_off"
    PERSONAL = frozenset()
    why: str


VisitFact = (
    VisitRecorded
    | VisitFindingMade
    | RecommendationMade
    | ServiceReplied
    | FollowedUp
    | VisitTakenOff
)
