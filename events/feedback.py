"""What young people tell the partnership, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact

Channel = Literal["web", "in person", "phone", "paper", "group"]
Feeling = Literal["", "happy", "ok", "mixed", "worried", "sad", "angry"]
About = Literal["", "home", "school", "worker", "health", "police", "place", "online", "else"]
AgeBand = Literal["", "under 10", "10 to 12", "13 to 15", "16 to 17", "18 or over"]
Outcome = Literal["we will", "we did", "we could not"]


@dataclass(frozen=True)
class FeedbackSubmitted(Fact):
    """A young person told us something. ``receipt`` is a keyed hash of their five words."""

    TOPIC = "feedback.submitted"
    PERSONAL = frozenset({"words"})
    channel: Channel
    feeling: Feeling
    about: About
    words: str
    age_band: AgeBand
    wants_answer: bool
    receipt: str
    demo: bool


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
    """A child may be at risk of harm: told to somebody who must act, under their reference."""

    TOPIC = "feedback.concern_escalated"
    AFTER_FORGETTING = True
    PERSONAL = frozenset({"reference"})
    to: str
    escalated_at: str
    reference: str


@dataclass(frozen=True)
class FeedbackAnswered(Fact):
    """The reply in words a child understands, and the decision it rests on, if there is one."""

    TOPIC = "feedback.answered"
    PERSONAL = frozenset({"reply"})
    outcome: Outcome
    reply: str
    decision: UUID | None


@dataclass(frozen=True)
class FeedbackTakenBack(Fact):
    TOPIC = "feedback.taken_back"
    PERSONAL = frozenset()


@dataclass(frozen=True)
class StatementQuoted(Fact):
    """What children said, as a published document gives it.

    ``verbatim`` is false for a paraphrase, which is never shown as a quotation.
    """

    TOPIC = "feedback.statement_quoted"
    PERSONAL = frozenset()
    WITHDRAWABLE = frozenset({"words"})
    words: str
    who: str
    theme: str
    verbatim: bool


FeedbackFact = (
    FeedbackSubmitted
    | FeedbackRead
    | ThemeGiven
    | FeedbackPassedOn
    | ConcernEscalated
    | FeedbackAnswered
    | FeedbackTakenBack
)
