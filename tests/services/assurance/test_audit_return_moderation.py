"""Ratings that are challenged, answered and agreed, and a return that is opened again."""

from __future__ import annotations

from events.assurance.audit_return import (
    ChallengeAnswered,
    RatingAgreed,
    ReturnReopened,
    StandardChallenged,
)
from services.assurance.audit_return_moderation import agree, challenge, reopen, respond
from services.assurance.audit_return_state import (
    ChallengeOpen,
    NotChallenged,
    NotSubmitted,
    evolve,
)
from services.refusals import Missing
from tests.services.assurance.returns import ANSWERED, CHALLENGED, RESPONDED, STARTED, SUBMITTED
from tests.stories import given


def test_a_submitted_return_is_opened_again_with_a_reason() -> None:
    given(evolve, STARTED, ANSWERED).when(reopen, why="short").refused(NotSubmitted)
    given(evolve, STARTED, ANSWERED, SUBMITTED).when(reopen, why="").refused(Missing, "why")
    given(evolve, STARTED, ANSWERED, SUBMITTED).when(reopen, why="short").then(ReturnReopened)


def test_a_rating_is_challenged_only_once_it_is_submitted_and_never_overwritten() -> None:
    asked = {"standard": "s1", "asked": "Asked", "rating": "amber", "why": "Not all do."}
    given(evolve, STARTED, ANSWERED).when(challenge, **asked).refused(NotSubmitted)
    given(evolve, STARTED, ANSWERED, SUBMITTED).when(challenge, **asked).then(
        StandardChallenged, rating="amber"
    )


def test_the_agency_answers_each_challenge_once() -> None:
    said = {"standard": "s1", "asked": "Asked", "response": "We agree."}
    story = (STARTED, ANSWERED, SUBMITTED)
    given(evolve, *story).when(respond, **said).refused(NotChallenged, "response")
    given(evolve, *story, CHALLENGED).when(respond, **said).then(ChallengeAnswered)
    given(evolve, *story, CHALLENGED, RESPONDED).when(respond, **said).refused(NotChallenged)


def test_no_rating_is_agreed_before_the_agency_has_answered_the_challenge() -> None:
    story, asked = (
        (STARTED, ANSWERED, SUBMITTED),
        {"standard": "s1", "asked": "Asked", "rating": "amber"},
    )
    given(evolve, *story, CHALLENGED).when(agree, **asked).refused(ChallengeOpen, "agreed")
    given(evolve, *story, CHALLENGED, RESPONDED).when(agree, **asked).then(RatingAgreed)
    given(evolve, *story).when(agree, **asked).then(RatingAgreed)
    given(evolve, STARTED, ANSWERED).when(agree, **asked).refused(NotSubmitted)
