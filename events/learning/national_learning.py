"""Case reviews as documents state them: counts by state, action plans, lessons of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact
from events.period import PartialDate, Period
from events.value import Value

ReviewKind = Literal[
    "rapid review", "child safeguarding practice review", "serious case review", "other case"
]
ReviewState = Literal[
    "completed", "published", "completed, waiting to be published", "looked at", "cleared"
]


@dataclass(frozen=True)
class ReviewCountStated(Fact):
    TOPIC = "review.count_stated"
    PERSONAL = frozenset()
    kind: ReviewKind
    state: ReviewState
    value: Value
    period: Period | None
    note: str

    @property
    def stated_on(self) -> PartialDate | None:
        """So many were counted by the end of the period."""
        return self.period.end if self.period else None


@dataclass(frozen=True)
class ReviewTimelinessStated(Fact):
    """A claim about how long reviews take, word for word where a word matters."""

    TOPIC = "review.timeliness_stated"
    PERSONAL = frozenset()
    kind: ReviewKind
    claim: str
    note: str


@dataclass(frozen=True)
class ReviewActionPlanRecorded(Fact):
    TOPIC = "review.action_plan_recorded"
    PERSONAL = frozenset()
    name: str
    status: Literal["agreed", "being embedded", "signed off"]
    overseen_by: str
    impact: str


@dataclass(frozen=True)
class NationalLearningReceived(Fact):
    TOPIC = "review.national_learning_received"
    PERSONAL = frozenset()
    title: str
    publisher: str
    about: str
    response: str


@dataclass(frozen=True)
class NationalLearningAnswered(Fact):
    """What the partnership does about it, and who decided so; there may be several over time."""

    TOPIC = "review.national_learning_answered"
    PERSONAL = frozenset()
    response: str
    decided_by: str


ReviewFact = (
    ReviewCountStated
    | ReviewTimelinessStated
    | ReviewActionPlanRecorded
    | NationalLearningReceived
    | NationalLearningAnswered
)
