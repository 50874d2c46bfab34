"""What staff do with a message: read, pass on, escalate, answer, or propose no action."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate
from events.vocabulary import Outcome


@dataclass(frozen=True)
class FeedbackRead(Fact):
    TOPIC = "feedback.read"
    PERSONAL = frozenset()
    reader: str


@dataclass(frozen=True)
class ThemeGiven(Fact):
    TOPIC = "feedback.theme_given"
    PERSONAL = frozenset()
    theme: str


@dataclass(frozen=True)
class FeedbackPassedOn(Fact):
    """Somebody who can do something about it has it now."""

    TOPIC = "feedback.passed_on"
    PERSONAL = frozenset({"asked"})
    to: str
    asked: str


@dataclass(frozen=True)
class ConcernEscalated(Fact):
    """A child may be at risk of harm: told to somebody who must act, under their reference.

    The reference is empty where they gave none yet.
    """

    TOPIC = "feedback.concern_escalated"
    AFTER_FORGETTING = True
    PERSONAL = frozenset({"reference"})
    to: str
    escalated_at: str
    reference: str


@dataclass(frozen=True)
class EscalationReferenceGiven(Fact):
    """Those who were told have given their reference, later than the concern was escalated."""

    TOPIC = "feedback.escalation_reference_given"
    AFTER_FORGETTING = True
    PERSONAL = frozenset({"reference"})
    reference: str


@dataclass(frozen=True)
class FeedbackAnswered(Fact):
    """The reply in words a child understands, and the decision it rests on, if there is one.

    ``seconded_by`` is the role and body outside this service that agreed to do nothing, where
    nobody here could; ``seconded_on`` is the day they did.
    """

    TOPIC = "feedback.answered"
    PERSONAL = frozenset({"reply"})
    DAY = ""
    outcome: Outcome
    reply: str
    decision: UUID | None
    seconded_by: str = ""
    seconded_on: PartialDate | None = None


@dataclass(frozen=True)
class NoActionProposed(Fact):
    """One reader would do nothing because of it. ``why`` is in words a child understands."""

    TOPIC = "feedback.no_action_proposed"
    PERSONAL = frozenset({"why"})
    why: str


@dataclass(frozen=True)
class NoActionDeclined(Fact):
    """A second reader would do something; so it goes on."""

    TOPIC = "feedback.no_action_declined"
    PERSONAL = frozenset()
