"""What may be done with an agency's return."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.assurance.audit_return import (
    ChallengeAnswered,
    RatingAgreed,
    ReturnReopened,
    ReturnStarted,
    ReturnSubmitted,
    StandardAnswered,
    StandardChallenged,
)
from services.assurance.audit_return_decisions import answer, submit
from services.assurance.audit_return_moderation import agree, challenge, reopen, respond
from services.assurance.audit_return_state import (
    AlreadySubmitted,
    ChallengeOpen,
    NotChallenged,
    NotSubmitted,
    StandardsUnanswered,
    evolve,
)
from services.refusals import Missing
from tests.stories import given, recorded

STARTED = recorded(ReturnStarted, begun_by="a tester", audit=UUID(int=9), agency="police")
ANSWERED = recorded(
    StandardAnswered,
    standard="s1",
    asked="Asked",
    rating="green",
    why="",
    doing="We ask.",
    good="",
    actions="",
    carried=False,
)
SUBMITTED = recorded(ReturnSubmitted)
REOPENED = recorded(ReturnReopened, why="s1 was left short")
CHALLENGED = recorded(
    StandardChallenged, standard="s1", asked="Asked", rating="amber", why="Not all do."
)
RESPONDED = recorded(ChallengeAnswered, standard="s1", asked="Asked", response="We agree.")


def test_a_standard_is_answered_and_answered_again_until_the_return_is_submitted() -> None:
    said = {"standard": "s1", "asked": "Asked", "rating": "green", "doing": "We ask."}
    given(evolve, STARTED).when(answer, **said).then(StandardAnswered, carried=False)
    given(evolve, STARTED, ANSWERED).when(answer, **said).then(StandardAnswered)
    given(evolve, STARTED, ANSWERED, SUBMITTED).when(answer, **said).refused(AlreadySubmitted)
    given(evolve, STARTED, ANSWERED, SUBMITTED, REOPENED).when(answer, **said).then(
        StandardAnswered
    )


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"rating": "not applicable"}, "why"),
        ({"rating": "red", "doing": "Little."}, "actions"),
        ({"rating": "amber", "doing": "Some."}, "actions"),
        ({"rating": "green"}, "doing"),
    ],
)
def test_a_rating_says_why_what_is_done_and_what_will_be(said: dict[str, str], field: str) -> None:
    given(evolve, STARTED).when(answer, standard="s1", asked="Asked", **said).refused(
        Missing, field
    )


def test_a_return_is_submitted_once_every_standard_has_an_answer_of_this_year() -> None:
    given(evolve, STARTED, ANSWERED).when(submit, standards=("s1", "s2")).refused(
        StandardsUnanswered
    )
    given(evolve, STARTED, ANSWERED).when(submit, standards=("s1",)).then(ReturnSubmitted)
    given(evolve, STARTED, ANSWERED, SUBMITTED).when(submit, standards=("s1",)).refused(
        AlreadySubmitted
    )


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
