"""An agency's return as far as decisions need it, and why something about it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
    SelfRating,
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


class Challenged(Refusal):
    words = "Somebody challenged one of these ratings, or it is agreed by now. Look at them again."
    field = "chosen"


class TooManyFiles(Refusal):
    words = f"A return holds {MOST_FILES} files at the most. Put several documents into one PDF."
    field = "file"


@dataclass(frozen=True)
class Return(State):
    """``waiting`` are the standards with a challenge that the agency has not answered.

    ``own`` are the agency's ratings by standard, ``challenged`` those that somebody questioned
    since, ``agreed`` those with an agreed rating.
    """

    audit: UUID | None = None
    agency: str = ""
    own: Mapping[str, SelfRating] = field(default_factory=dict)
    challenged: frozenset[str] = frozenset()
    agreed: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    submitted: bool = False
    evidence: frozenset[UUID] = frozenset()

    @property
    def answered(self) -> frozenset[str]:
        return frozenset(self.own)


def evolve(state: Return, fact: ReturnFact) -> Return:
    match fact:
        case ReturnStarted():
            return replace(state, audit=fact.audit, agency=fact.agency)
        case StandardAnswered():
            return replace(
                state,
                own={**state.own, fact.standard: fact.rating},
                challenged=state.challenged - {fact.standard},
                agreed=state.agreed - {fact.standard},
            )
        case ReturnSubmitted():
            return replace(state, submitted=True)
        case ReturnReopened():
            return replace(state, submitted=False)
        case StandardChallenged():
            return replace(
                state,
                waiting=state.waiting | {fact.standard},
                challenged=state.challenged | {fact.standard},
                agreed=state.agreed - {fact.standard},
            )
        case EvidenceAttached():
            return replace(state, evidence=state.evidence | {fact.evidence})
        case ChallengeAnswered():
            return replace(state, waiting=state.waiting - {fact.standard})
        case RatingAgreed():
            agreed = state.agreed | {fact.standard}
            return replace(state, waiting=state.waiting - {fact.standard}, agreed=agreed)
        case _:
            assert_never(fact)
