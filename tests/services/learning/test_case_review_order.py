"""Which step of a case may follow which: each once, and none where there is nothing to follow."""

from __future__ import annotations

from typing import Any

import pytest

from events.fact import Fact
from events.learning.case_review import (
    ActionPlanAgreed,
    ActionPlanSignedOff,
    CaseActionAgreed,
    CaseActionCompleted,
    CaseClosed,
    CaseImpactObserved,
    CaseRecommendationMade,
)
from events.learning.practice_review import (
    FullReportSent,
    PublicationDeferred,
    PublicationPlanned,
    ReviewCompleted,
    ReviewPublished,
)
from events.learning.rapid_review import (
    PanelReplied,
    RapidReviewCompleted,
    RapidReviewHeld,
    RapidReviewStarted,
)
from services.learning import practice_review as review
from services.learning import practice_review_publication as publication
from services.learning import rapid_review as rapid
from services.learning.case_review_days import BadDay, TooEarly
from services.learning.case_review_state import (
    CaseIsClosed,
    DoneBefore,
    HasAReview,
    NotCommissioned,
    evolve,
)
from services.refusals import NotFound, Refusal
from tests.services.learning.test_case_review import (
    ACTION,
    CLOSED,
    COMMISSIONED,
    CONSIDERED,
    PLAN,
    PUBLISHED,
    decided,
    on,
)
from tests.stories import given, recorded

STEPS = [
    (rapid.start_rapid, {"started_on": on("2022-09-21")}, RapidReviewStarted),
    (rapid.hold_rapid, {"held_on": on("2022-09-21")}, RapidReviewHeld),
    (
        rapid.complete_rapid,
        {"completed_on": on("2022-10-01"), "outcome": "a practice review", "why": "to learn"},
        RapidReviewCompleted,
    ),
    (review.complete, {"completed_on": on("2026-06-01")}, ReviewCompleted),
    (publication.send_full_report, {"sent_on": on("2026-06-01")}, FullReportSent),
    (publication.publish, {"published_on": on("2026-07-15"), "where": "a page"}, ReviewPublished),
    (review.agree_plan, {"agreed_on": on("2026-07-15"), "by": "the board"}, ActionPlanAgreed),
]


@pytest.mark.parametrize(("decide", "asked", "fact"), STEPS)
def test_a_step_happens_once(decide: Any, asked: dict[str, Any], fact: type[Fact]) -> None:
    first, *_ = decided(decide, CONSIDERED, COMMISSIONED, **asked)
    assert type(first) is fact
    after = given(evolve, CONSIDERED, COMMISSIONED, first)
    after.when(decide, **asked).refused(DoneBefore)


@pytest.mark.parametrize(
    ("decide", "asked"),
    [
        (review.complete, {"completed_on": on("2026-06-01")}),
        (publication.send_full_report, {"sent_on": on("2026-06-01")}),
        (publication.plan_publication, {"planned_on": on("2026-06-01")}),
        (publication.defer, {"why": "a trial"}),
        (publication.publish, {"published_on": on("2026-06-01"), "where": "a page"}),
    ],
)
def test_nothing_is_completed_or_published_that_was_not_commissioned(
    decide: Any, asked: dict[str, Any]
) -> None:
    given(evolve, CONSIDERED).when(decide, **asked).refused(NotCommissioned)


@pytest.mark.parametrize(
    ("decide", "asked", "fact"),
    [
        (rapid.panel_reply, {"replied_on": on("2022-11-01"), "view": "agrees"}, PanelReplied),
        (review.recommend, {"recommendation": "Ask the child"}, CaseRecommendationMade),
        (
            review.agree_action,
            {"action": "a", "text": "ask", "owner": "Health"},
            CaseActionAgreed,
        ),
        (review.observe, {"impact": "Children are asked"}, CaseImpactObserved),
        (rapid.close, {"closed_on": on("2022-10-01"), "why": "not met"}, CaseClosed),
    ],
)
def test_nothing_is_added_to_a_case_closed_without_a_review(
    decide: Any, asked: dict[str, Any], fact: type[Fact]
) -> None:
    given(evolve, CONSIDERED).when(decide, **asked).then(fact)
    given(evolve, CONSIDERED, CLOSED).when(decide, **asked).refused(CaseIsClosed)


def test_a_case_with_a_practice_review_is_not_closed_without_one() -> None:
    asked = {"closed_on": on("2026-10-01"), "why": "x"}
    given(evolve, CONSIDERED, COMMISSIONED).when(rapid.close, **asked).refused(HasAReview)


def test_a_plan_is_signed_off_after_it_was_agreed() -> None:
    asked = {"signed_on": on("2026-10-01"), "by": "the board"}
    given(evolve, CONSIDERED).when(review.sign_off_plan, **asked).refused(NotFound)
    given(evolve, CONSIDERED, PLAN).when(review.sign_off_plan, **asked).then(ActionPlanSignedOff)


def test_an_action_is_completed_once() -> None:
    asked = {"action": "a", "result": "they ask"}
    story = given(evolve, CONSIDERED, ACTION)
    story.when(review.complete_action, **asked).then(CaseActionCompleted)
    done = recorded(CaseActionCompleted, action="a", result="they ask")
    given(evolve, CONSIDERED, ACTION, done).when(review.complete_action, **asked).refused(NotFound)


def test_publication_is_planned_put_off_and_done_while_there_is_something_to_publish() -> None:
    before = given(evolve, CONSIDERED, COMMISSIONED)
    assert [type(f) for f in before.when(publication.defer, why="a trial").decide()] == [
        PublicationDeferred
    ]
    planned = before.when(publication.plan_publication, planned_on=on("2026-06")).decide()
    assert [type(fact) for fact in planned] == [PublicationPlanned]
    after = given(evolve, CONSIDERED, COMMISSIONED, PUBLISHED)
    after.when(publication.defer, why="a trial").refused(DoneBefore)


@pytest.mark.parametrize(
    ("day", "refusal"),
    [("0001-01-01", BadDay), ("9999-12-31", BadDay), ("2022-09-11", TooEarly)],
)
def test_a_day_that_can_not_be_is_refused_beside_its_field(
    day: str, refusal: type[Refusal]
) -> None:
    story = given(evolve, CONSIDERED)
    story.when(rapid.notify, notified_on=on(day)).refused(refusal, "notified_on")
