"""Erasure (UK GDPR article 17): asked, confirmed by a second person, done; and legal holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact

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
class ForgettingConfirmed(Fact):
    """From here on there is no way back: the keys are destroyed, at once or after a restart."""

    TOPIC = "forgetting.confirmed"
    PERSONAL = frozenset()
    subject: UUID
    kind: Kind
    ground: Ground
    streams: tuple[UUID, ...]


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
    | ForgettingConfirmed
    | Forgot
    | HoldPlaced
    | HoldLifted
    | ReportChecked
)
