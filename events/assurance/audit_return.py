"""An agency's own return in an audit: its answers, the challenge, what is agreed, the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact

SelfRating = Literal["green", "amber", "red", "not applicable"]
FileType = Literal["PDF", "DOCX", "XLSX", "CSV", "PNG", "JPEG"]


@dataclass(frozen=True)
class ReturnStarted(Fact):
    """``begun_by`` is sealed: its key is the one that the return's evidence is sealed under."""

    TOPIC = "audit_return.started"
    PERSONAL = frozenset({"begun_by"})
    begun_by: str
    audit: UUID
    agency: str


@dataclass(frozen=True)
class StandardAnswered(Fact):
    """``asked`` are the standard's words as they were; ``carried`` confirms the earlier answer."""

    TOPIC = "audit_return.standard_answered"
    PERSONAL = frozenset()
    standard: str
    asked: str
    rating: SelfRating
    why: str
    doing: str
    good: str
    actions: str
    carried: bool


@dataclass(frozen=True)
class ReturnSubmitted(Fact):
    TOPIC = "audit_return.submitted"
    PERSONAL = frozenset()


@dataclass(frozen=True)
class ReturnReopened(Fact):
    TOPIC = "audit_return.reopened"
    PERSONAL = frozenset()
    why: str


@dataclass(frozen=True)
class StandardChallenged(Fact):
    TOPIC = "audit_return.challenged"
    PERSONAL = frozenset()
    standard: str
    asked: str
    rating: SelfRating
    why: str


@dataclass(frozen=True)
class ChallengeAnswered(Fact):
    TOPIC = "audit_return.challenge_answered"
    PERSONAL = frozenset()
    standard: str
    asked: str
    response: str


@dataclass(frozen=True)
class RatingAgreed(Fact):
    TOPIC = "audit_return.rating_agreed"
    PERSONAL = frozenset()
    standard: str
    asked: str
    rating: SelfRating
    why: str


@dataclass(frozen=True)
class EvidenceAttached(Fact):
    """A file kept elsewhere, sealed. ``digest`` is the SHA-256 of its sealed bytes, in hex."""

    TOPIC = "audit_return.evidence_attached"
    PERSONAL = frozenset({"name"})
    evidence: UUID
    standard: str
    asked: str
    name: str
    type: FileType
    size: int
    digest: str


ReturnFact = (
    ReturnStarted
    | StandardAnswered
    | ReturnSubmitted
    | ReturnReopened
    | StandardChallenged
    | ChallengeAnswered
    | RatingAgreed
    | EvidenceAttached
)
