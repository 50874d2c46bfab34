"""What may be decided of a return: answering, submitting, challenging, agreeing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.assurance.audit_return import (
    ChallengeAnswered,
    EvidenceAttached,
    FileType,
    RatingAgreed,
    ReturnFact,
    ReturnReopened,
    ReturnStarted,
    ReturnSubmitted,
    SelfRating,
    StandardAnswered,
    StandardChallenged,
)
from events.fact import Provenance
from services.refusals import Missing, Refusal
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
    """``waiting`` are the standards whose challenge the agency has not answered."""

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


def start(state: Return, provenance: Provenance, *, audit: UUID, agency: str) -> ReturnStarted:
    return ReturnStarted(
        *state.next(provenance), begun_by=provenance.by, audit=audit, agency=agency
    )


def answer(
    state: Return,
    provenance: Provenance,
    *,
    standard: str,
    asked: str,
    rating: SelfRating,
    why: str = "",
    doing: str = "",
    good: str = "",
    actions: str = "",
    carried: bool = False,
) -> StandardAnswered:
    """Saves one standard; saved again, the newest answer counts. Raises ``AlreadySubmitted``."""
    if state.submitted:
        raise AlreadySubmitted
    if rating == "not applicable" and not why:
        raise Missing("Say why this does not apply to your agency.", field="why")
    if rating in {"red", "amber"} and not actions:
        raise Missing("Say what you will do about it, and by when.", field="actions")
    if rating != "not applicable" and not doing:
        raise Missing("Say what you do now, in a sentence or two.", field="doing")
    return StandardAnswered(
        *state.next(provenance),
        standard=standard,
        asked=asked,
        rating=rating,
        why=why,
        doing=doing,
        good=good,
        actions=actions,
        carried=carried,
    )


def submit(state: Return, provenance: Provenance, *, standards: Iterable[str]) -> ReturnSubmitted:
    """Raises ``StandardsUnanswered`` where this year's answer to one of them is missing."""
    if state.submitted:
        raise AlreadySubmitted
    if not state.answered >= set(standards):
        raise StandardsUnanswered
    return ReturnSubmitted(*state.next(provenance))


def reopen(state: Return, provenance: Provenance, *, why: str) -> ReturnReopened:
    if not state.submitted:
        raise NotSubmitted
    if not why:
        raise Missing("Say why it is opened again; the agency reads it.", field="why")
    return ReturnReopened(*state.next(provenance), why=why)


def challenge(
    state: Return,
    provenance: Provenance,
    *,
    standard: str,
    asked: str,
    rating: SelfRating,
    why: str,
) -> StandardChallenged:
    """What another thinks the rating should be, beside the agency's own, which stays."""
    if not state.submitted:
        raise NotSubmitted
    if not why:
        raise Missing("Say why you see it differently; the agency reads it.", field="why")
    return StandardChallenged(
        *state.next(provenance), standard=standard, asked=asked, rating=rating, why=why
    )


def respond(
    state: Return, provenance: Provenance, *, standard: str, asked: str, response: str
) -> ChallengeAnswered:
    if standard not in state.waiting:
        raise NotChallenged
    if not response:
        raise Missing("Write your answer to the challenge.", field="response")
    return ChallengeAnswered(
        *state.next(provenance), standard=standard, asked=asked, response=response
    )


def agree(
    state: Return,
    provenance: Provenance,
    *,
    standard: str,
    asked: str,
    rating: SelfRating,
    why: str = "",
) -> RatingAgreed:
    """Raises ``ChallengeOpen`` while the agency has not said what it thinks of the challenge."""
    if not state.submitted:
        raise NotSubmitted
    if standard in state.waiting:
        raise ChallengeOpen
    return RatingAgreed(
        *state.next(provenance), standard=standard, asked=asked, rating=rating, why=why
    )


def attach(
    state: Return,
    provenance: Provenance,
    *,
    evidence: UUID,
    standard: str,
    asked: str,
    name: str,
    type: FileType,
    size: int,
    digest: str,
) -> EvidenceAttached:
    """Records a file that is kept already. Raises ``AlreadySubmitted`` or ``TooManyFiles``."""
    if state.submitted:
        raise AlreadySubmitted
    if len(state.evidence) >= MOST_FILES:
        raise TooManyFiles
    return EvidenceAttached(
        *state.next(provenance),
        evidence=evidence,
        standard=standard,
        asked=asked,
        name=name,
        type=type,
        size=size,
        digest=digest,
    )
