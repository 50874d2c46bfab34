"""Erasure (UK GDPR article 17): asked, agreed by a second person, done; and legal holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate

Kind = Literal["feedback", "person", "inspector", "case", "group", "evidence"]
Ground = Literal[
    "the young person took it back",
    "asked for by whom it is about",
    "kept long enough",
    "should never have been recorded",
]


@dataclass(frozen=True)
class ForgettingAsked(Fact):
    """``streams`` are those that lose their keys: the subject's own first."""

    TOPIC = "forgetting.asked"
    PERSONAL = frozenset()
    subject: UUID
    kind: Kind
    ground: Ground
    streams: tuple[UUID, ...]


@dataclass(frozen=True)
class ForgettingDeclined(Fact):
    TOPIC = "forgetting.declined"
    PERSONAL = frozenset({"why"})
    subject: UUID
    why: str


@dataclass(frozen=True)
class ForgettingAgreed(Fact):
    """Words with an escalated concern will be forgotten on the day ``until``, if nobody holds them.

    Scrutineers are told of this fact. ``escalations`` is how many concerns were escalated because
    of the words: a later one ends the agreement.
    """

    TOPIC = "forgetting.agreed"
    PERSONAL = frozenset()
    DAY = ""
    subject: UUID
    kind: Kind
    ground: Ground
    streams: tuple[UUID, ...]
    until: PartialDate
    escalations: int


@dataclass(frozen=True)
class ForgettingConfirmed(Fact):
    """From here on there is no way back: the keys are destroyed, at once or after a restart.

    ``seconded_by`` is the role and body outside this service that agreed, where nobody here could;
    ``seconded_on`` is the day they did.
    """

    TOPIC = "forgetting.confirmed"
    PERSONAL = frozenset()
    DAY = ""
    subject: UUID
    kind: Kind
    ground: Ground
    streams: tuple[UUID, ...]
    seconded_by: str = ""
    seconded_on: PartialDate | None = None


@dataclass(frozen=True)
class Forgot(Fact):
    """The keys of these ids (hex) are destroyed: what they sealed cannot be read again."""

    TOPIC = "forgetting.done"
    PERSONAL = frozenset()
    subject: UUID
    kind: Kind
    ground: Ground
    keys: tuple[str, ...]


@dataclass(frozen=True)
class HoldPlaced(Fact):
    """Nothing of this may be forgotten for now, and why (UK GDPR, Article 17(3))."""

    TOPIC = "forgetting.hold_placed"
    PERSONAL = frozenset({"reason"})
    subject: UUID
    reason: str


@dataclass(frozen=True)
class HoldLifted(Fact):
    """Of a hold by hand; or, where ``escalations`` are counted, of the one that so many made."""

    TOPIC = "forgetting.hold_lifted"
    PERSONAL = frozenset({"why"})
    subject: UUID
    why: str
    escalations: int = 0


@dataclass(frozen=True)
class ReportChecked(Fact):
    """A published report was looked through for forgotten words; where ``found``, corrected."""

    TOPIC = "forgetting.report_checked"
    PERSONAL = frozenset()
    subject: UUID
    report: UUID
    found: bool


ForgettingFact = (
    ForgettingAsked
    | ForgettingDeclined
    | ForgettingAgreed
    | ForgettingConfirmed
    | Forgot
    | HoldPlaced
    | HoldLifted
    | ReportChecked
)
