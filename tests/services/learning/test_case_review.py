"""What may be done with a case review, and the clocks that run on it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from events.deadlines.deadline import DeadlineSet
from events.fact import Fact
from events.learning.case_review import (
    ActionPlanAgreed,
    CaseActionAgreed,
    CaseClosed,
    CaseConsidered,
    IncidentNotified,
)
from events.learning.practice_review import ReviewCommissioned, ReviewPublished
from events.learning.rapid_review import RapidReviewCompleted
from events.period import PartialDate
from events.working_days import ENGLAND, Calendar
from services.learning import practice_review as review
from services.learning import practice_review_publication as late
from services.learning import rapid_review as rapid
from services.learning.case_review_state import SameDays, evolve
from services.refusals import Missing
from tests.stories import TOLD, given, recorded


def on(text: str) -> PartialDate:
    return PartialDate(text)


AWARE = on("2022-09-12")
CONSIDERED = recorded(
    CaseConsidered,
    reference="NSCP 2021/03",
    label="Child Safeguarding Practice Review",
    details="",
    aware_on=AWARE,
    to_notify=True,
    demo=False,
)
COMMISSIONED = recorded(ReviewCommissioned, commissioned_on=on("2026-01-15"), lead="")
PUBLISHED = recorded(ReviewPublished, published_on=on("2026-07-15"), where="our website")
PLAN = recorded(ActionPlanAgreed, agreed_on=on("2026-02-01"), by="the board")
ACTION = recorded(CaseActionAgreed, action="a", text="ask", owner="Health", due=None)
CLOSED = recorded(CaseClosed, closed_on=on("2022-10-01"), why="the criteria were not met")
RUNNING = recorded(
    DeadlineSet,
    clock="rapid review",
    start="awareness",
    started_on=on("2026-12-18"),
    due=on("2027-01-13"),
    rule="",
    owner="",
    calendar="old",
)


def decided(decide: Any, *facts: Fact, **asked: Any) -> list[Any]:
    found = decide(given(evolve, *facts).state, TOLD, **asked)
    return list(found) if isinstance(found, tuple) else [found]


def clocks(facts: list[Any]) -> dict[str, tuple[str, str, str]]:
    return {
        fact.clock: (fact.start, fact.started_on.text, fact.due.text)
        for fact in facts
        if isinstance(fact, DeadlineSet)
    }


def test_becoming_aware_starts_the_five_days_to_notify() -> None:
    facts = decided(rapid.consider, reference="NSCP 2021/03", aware_on=AWARE, to_notify=True)
    assert clocks(facts) == {"notification": ("awareness", "2022-09-12", "2022-09-20")}
    assert [fact.originator_version for fact in facts] == [1, 2]
    assert facts[1].calendar == ENGLAND.version
    assert "day 0" in facts[1].rule


def test_the_partnership_chooses_which_day_its_rapid_reviews_are_counted_from() -> None:
    asked = {"reference": "A 1", "aware_on": AWARE, "to_notify": True}
    facts = decided(rapid.consider, **asked, rapid_from="awareness")
    assert clocks(facts)["rapid review"] == ("awareness", "2022-09-12", "2022-10-04")
    after = decided(rapid.notify, *facts, notified_on=on("2022-09-14"))
    assert clocks(after) == {}
    notified = decided(rapid.notify, CONSIDERED, notified_on=on("2022-09-14"))
    assert clocks(notified)["rapid review"] == ("notification", "2022-09-14", "2022-10-06")
    assert clocks(notified)["notification"] == ("awareness", "2022-09-12", "2022-09-20")
    assert [fact.originator_version for fact in notified] == [2, 3, 4]


@pytest.mark.parametrize("aware", [None, on("2022-09")])
def test_where_no_day_is_known_to_the_day_no_clock_runs(aware: PartialDate | None) -> None:
    facts = decided(rapid.consider, reference="A 1", aware_on=aware, to_notify=True)
    assert clocks(facts) == {}


def test_a_case_that_need_not_be_notified_has_no_clock() -> None:
    assert clocks(decided(rapid.consider, reference="A 1", aware_on=AWARE)) == {}


def test_a_late_step_is_recorded_like_any_other() -> None:
    late = decided(rapid.notify, CONSIDERED, notified_on=on("2023-09-20"))
    assert isinstance(late[0], IncidentNotified)


def test_a_practice_review_has_six_months_from_the_decision() -> None:
    facts = decided(review.commission, CONSIDERED, commissioned_on=on("2026-08-31"))
    assert clocks(facts) == {"practice review": ("decision", "2026-08-31", "2027-02-28")}


def test_the_full_report_is_due_seven_working_days_before_publication() -> None:
    facts = decided(late.plan_publication, CONSIDERED, COMMISSIONED, planned_on=on("2027-01-06"))
    due = {"copies before publication": ("planned publication", "2027-01-06", "2026-12-23")}
    assert clocks(facts) == due
    deferred = decided(late.defer, CONSIDERED, COMMISSIONED, *facts, why="a trial")
    assert clocks(deferred) == {}
    state = given(evolve, CONSIDERED, COMMISSIONED, *facts, *deferred).state
    assert "copies before publication" not in state.clocks
    later = decided(late.defer, CONSIDERED, COMMISSIONED, why="a trial", until=on("2027-01-06"))
    assert clocks(later) == due


def test_a_publication_that_nobody_planned_still_says_when_the_full_report_was_due() -> None:
    asked = {"published_on": on("2027-01-06"), "where": "a page"}
    facts = decided(late.publish, CONSIDERED, COMMISSIONED, **asked)
    due = {"copies before publication": ("publication", "2027-01-06", "2026-12-23")}
    assert clocks(facts) == due
    planned = decided(late.plan_publication, CONSIDERED, COMMISSIONED, planned_on=on("2027-01-06"))
    kept = decided(late.publish, CONSIDERED, COMMISSIONED, *planned, **asked)
    assert clocks(kept) == {}
    sooner = decided(late.plan_publication, CONSIDERED, COMMISSIONED, planned_on=on("2027-02-01"))
    assert clocks(decided(late.publish, CONSIDERED, COMMISSIONED, *sooner, **asked)) == due


def test_a_holiday_proclaimed_later_moves_the_clocks_it_touches_and_says_so() -> None:
    new = Calendar("holidays next, England", frozenset({date(2027, 1, 4)}))
    [moved] = decided(
        review.recalculate, CONSIDERED, RUNNING, why="A day was proclaimed", calendar=new
    )
    assert (moved.was.text, moved.now.text) == ("2027-01-13", "2027-01-14")
    assert moved.calendar == "holidays next, England"
    again = given(evolve, CONSIDERED, RUNNING, moved)
    again.when(review.recalculate, why="again", calendar=new).refused(SameDays)


def test_nothing_is_counted_again_where_the_days_are_the_same_or_met() -> None:
    asked = {"why": "x", "calendar": Calendar("new", frozenset({date(2027, 1, 4)}))}
    given(evolve, CONSIDERED, RUNNING).when(review.recalculate, why="x").refused(SameDays)
    given(evolve, CONSIDERED, RUNNING).when(review.recalculate, why="").refused(Missing, "why")
    done = recorded(
        RapidReviewCompleted, completed_on=on("2027-01-05"), outcome="no practice review", why="x"
    )
    given(evolve, CONSIDERED, RUNNING, done).when(review.recalculate, **asked).refused(SameDays)


def test_telling_it_again_after_the_calendar_changed_is_the_same_fact() -> None:
    new = Calendar("holidays next", frozenset({date(2022, 9, 14)}))
    asked = {"reference": "A 1", "aware_on": AWARE, "to_notify": True}
    first, second = decided(rapid.consider, **asked), decided(rapid.consider, **asked, calendar=new)
    assert first[1].due != second[1].due
    assert first == second
