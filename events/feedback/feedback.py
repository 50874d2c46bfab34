"""Messages of young people, and what the young people do with them later."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.feedback.triage import (
    ConcernEscalated,
    EscalationReferenceGiven,
    FeedbackAnswered,
    FeedbackPassedOn,
    FeedbackRead,
    NoActionDeclined,
    NoActionProposed,
    ThemeGiven,
)
from events.vocabulary import Feeling

Channel = Literal["web", "in person", "phone", "paper", "group"]
About = Literal["", "home", "school", "worker", "health", "police", "place", "online", "else"]
AgeBand = Literal["", "under 10", "10 to 12", "13 to 15", "16 to 17", "18 or over"]
Hand = Literal["", "word for word", "in other words"]
SafeNow = Literal["", "yes", "no", "not sure"]
More = Literal["what would help", "later"]
Listened = Literal["yes", "a bit", "no"]


@dataclass(frozen=True)
class FeedbackSubmitted(Fact):
    """A young person told us something. ``receipt`` is a keyed hash of their five words.

    ``place`` is the id of the poster that led to it, ``language`` that of the page. ``asks_help``
    says that they came by "Is someone hurting you?", ``safe_now`` what they said of being safe
    then. ``hand`` says how somebody wrote it down for them. It is empty if they wrote it
    themselves. ``crowded``: it came while far more came than ever should, as in a flood.
    """

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
    place: str = ""
    language: str = "en"
    asks_help: bool = False
    hand: Hand = ""
    safe_now: SafeNow = ""
    crowded: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class MoreSaid(Fact):
    """More words of the same young person: with the first, or when they came back."""

    TOPIC = "feedback.more_said"
    PERSONAL = frozenset({"words"})
    kind: More
    words: str


@dataclass(frozen=True)
class PictureAdded(Fact):
    """A photo or drawing, encoded again, encrypted under the stream's key and stored by its digest.

    ``picture`` is a keyed hash of its content, so that the same picture sent again is recognised.
    """

    TOPIC = "feedback.picture_added"
    PERSONAL = frozenset()
    picture: UUID
    digest: str
    type: Literal["PNG", "JPEG"]
    size: int


@dataclass(frozen=True)
class CameBack(Fact):
    """The young person came back with their words. Told once: how often is nobody's business."""

    TOPIC = "feedback.came_back"
    PERSONAL = frozenset()


@dataclass(frozen=True)
class SaidIfHeard(Fact):
    """Whether they feel listened to. The newest counts."""

    TOPIC = "feedback.said_if_heard"
    PERSONAL = frozenset()
    listened: Listened


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
    | MoreSaid
    | PictureAdded
    | CameBack
    | SaidIfHeard
    | FeedbackRead
    | ThemeGiven
    | FeedbackPassedOn
    | ConcernEscalated
    | EscalationReferenceGiven
    | FeedbackAnswered
    | NoActionProposed
    | NoActionDeclined
    | FeedbackTakenBack
)
