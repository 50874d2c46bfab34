"""What moderators decide about a return: challenge an answer, agree a rating, reopen it."""

from __future__ import annotations

from collections.abc import Mapping

from events.assurance.audit_return import (
    ChallengeAnswered,
    RatingAgreed,
    ReturnReopened,
    SelfRating,
    StandardChallenged,
)
from events.fact import Provenance
from services.assurance.audit_return_state import (
    Challenged,
    ChallengeOpen,
    NotChallenged,
    NotSubmitted,
    Return,
)
from services.refusals import Missing


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


def agree_own(
    state: Return, provenance: Provenance, *, standards: Mapping[str, str], why: str = ""
) -> tuple[RatingAgreed, ...]:
    """Agrees the agency's own rating of each standard, or of none. Raises ``Challenged``."""
    if not state.submitted:
        raise NotSubmitted
    if not standards.keys() <= state.answered - state.challenged - state.agreed:
        raise Challenged
    return tuple(
        RatingAgreed(
            *state.next(provenance, nth),
            standard=standard,
            asked=asked,
            rating=state.own[standard],
            why=why,
        )
        for nth, (standard, asked) in enumerate(standards.items(), start=1)
    )
