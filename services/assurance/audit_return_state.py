"""An agency's return as far as decisions need it, and why something about it is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.assurance.audit_return import (
    ChallengeAnswered,
    EvidenceAttached,
    RatingAgreed,
    ReturnFact,
    ReturnReopened,
    ReturnStarted,
    ReturnSubmitted,
    StandardAnswered,
    StandardChallenged,
)
from services.refusals import Refusal
from services.state import State

MOST_FILES = 60


class AlreadySubmitted(Refusal):
    words = "This return is submitted. Ask the partnership's coordinator to open it again."


class NotSubmitted(Refusal):
    words = "This return is not submitted yet. Wait until the agency has submitted it."


class StandardsUnanswered(Refusal):
    words = "Some standards have no answer of this year yet. Answer or confirm each, then submit."


class NotChallenged(Refusal):
    words = "This standard is not challenged, or the challenge has been answered already."
    field = "response"


class ChallengeOpen(Refusal):
    words = "The agency has not answered the challenge yet. Agree the rating once it has."
    field = "agreed"


class TooManyFiles(Refusal):
    words = f"A return holds {MOST_FILES} files at the most. Put several documents into one PDF."
    field = "file"


@dataclass(frozen=True)
class Return(State):
    """``waiting`` are the standards with a challenge that the agency has not answered."""

    audit: UUID | None = None
    agency: str = ""
    answered: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    submitted: bool = False
    evidence: frozenset[UUID] = frozenset()


def evolve(state: Return, fact: ReturnFact) -> Return:
    match fact:
        case ReturnStarted():
            return replace(state, audit=fact.audit, agency=fact.agency)
        case StandardAnswered():
            return replace(state, answered=state.answered | {fact.standard})
        case ReturnSubmitted():
            return replace(state, submitted=True)
        case ReturnReopened():
            return replace(state, submitted=False)
        case StandardChallenged():
            return replace(state, waiting=state.waiting | {fact.standard})
        case EvidenceAttached():
            return replace(state, evidence=state.evidence | {fact.evidence})
        case ChallengeAnswered() | RatingAgreed():
            return replace(state, waiting=state.waiting - {fact.standard})
        case _:
            assert_never(fact)
