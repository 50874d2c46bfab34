"""What is due, by when, and how it stands: late is said as late."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from events.assurance.audit import AuditActionAgreed, AuditActionCompleted, AuditOpened
from events.fact import Fact, Provenance
from events.governance.action import ActionDueDayMoved
from events.governance.decision import DecisionActionAgreed, DecisionProposed
from events.governance.meeting import MeetingActionAgreed, MeetingActionCompleted, MeetingHeld
from events.learning.case_review import CaseConsidered
from events.period import PartialDate
from events.reporting.report import CopySent, ReportDrafted, ReportPublished
from events.working_days import Calendar
from projections.deadlines.deadline_rows import Deadline
from projections.deadlines.deadlines import Deadlines
from projections.deadlines.standing import standing, standing_of
from projections.learning.case_reviews import CaseReviews
from services.learning import practice_review as review
from services.learning import practice_review_publication as publication
from services.learning import rapid_review as rapid
from services.learning.case_review_state import Case, evolve
from services.state import folded

ID = UUID(int=7)
TOLD = Provenance("a tester", "told by coordinator")
DOCUMENT = Provenance("a tester", "a document, line 1")
START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
on = PartialDate


def timed(facts: list[Any]) -> list[Fact]:
    return [
        type(fact)(**{**vars(fact), "recorded_at": START + timedelta(minutes=minute)})
        for minute, fact in enumerate(facts)
    ]


def case(*decides: Any, **first: Any) -> list[Any]:
    asked = {"reference": "NSCP 1", "aware_on": on("2022-09-12"), "to_notify": True}
    facts: list[Any] = list(rapid.consider(Case.initial(ID), TOLD, **(asked | first)))
    for decide in decides:
        made = decide(folded(evolve, ID, facts), TOLD)
        facts += made if isinstance(made, tuple) else (made,)
    return facts


def board(*facts: Any) -> dict[str, Deadline]:
    view = Deadlines.over(timed(list(facts)))
    rows = {row.what: row for row in (*view.open(), *view.closed())}
    view.close()
    return rows


def said(row: Deadline, today: str) -> str:
    return standing_of(row, date.fromisoformat(today)).words


NOTIFY, RAPID = "Notify the national Panel", "Complete the rapid review"
PUBLISH, COPIES = (
    "Publish the practice review",
    "Send the full report to the Panel and the Secretary of State",
)
LATER = Calendar("later", frozenset({date(2022, 9, 26)}))
notified = partial(rapid.notify, notified_on=on("2022-09-20"))
completed = partial(
    rapid.complete_rapid, completed_on=on("2022-10-20"), outcome="no practice review", why="x"
)
commissioned = partial(review.commission, commissioned_on=on("2026-01-15"))
planned = partial(publication.plan_publication, planned_on=on("2027-01-06"))


def test_a_clock_runs_is_met_and_says_whether_in_time() -> None:
    waiting = board(*case())[NOTIFY]
    assert (waiting.is_open, said(waiting, "2022-09-20")) == (True, "due today")
    assert said(waiting, "2022-09-23") == "3 working days late"
    rows = board(*case(notified, completed))
    assert said(rows[NOTIFY], "2022-09-30") == "done in time"
    assert rows[RAPID].due == on("2022-10-11")
    assert said(rows[RAPID], "2022-10-30") == "done 7 working days late"
    assert not rows[RAPID].is_open


def test_a_day_that_is_not_known_can_not_be_assessed() -> None:
    row = board(*case(aware_on=None))[NOTIFY]
    assert row.due is None
    assert said(row, "2022-09-20").startswith("unknown, cannot be assessed")
    met = board(*case(notified, aware_on=None))[NOTIFY]
    assert said(met, "2022-09-20").startswith("done; unknown")


def test_a_rapid_review_may_be_counted_from_the_day_of_awareness() -> None:
    row = board(*case(rapid_from="awareness"))[RAPID]
    assert (row.due, row.counted_from) == (on("2022-10-04"), "12 September 2022 (awareness)")


def test_counting_again_shows_both_days_and_the_calendar() -> None:
    again = partial(review.recalculate, why="a day was proclaimed", calendar=LATER)
    row = board(*case(notified, again))[RAPID]
    assert (row.due, row.calendar) == (on("2022-10-12"), "later")
    assert row.moved == ("11 October 2022 became 12 October 2022. Why: a day was proclaimed",)


def test_the_full_report_is_due_before_publication_and_a_new_plan_replaces_the_old() -> None:
    rows = board(*case(commissioned, planned))
    assert rows[COPIES].due == on("2026-12-23")
    assert rows[PUBLISH].due == on("2026-07-15")
    put_off = board(*case(commissioned, planned, partial(publication.defer, why="a trial")))
    assert (put_off[COPIES].due, put_off[COPIES].is_open) == (None, True)
    sent = partial(publication.send_full_report, sent_on=on("2026-12-24"))
    assert said(board(*case(commissioned, sent, planned))[COPIES], "2027-01-01") == (
        "done 1 working day late"
    )


def test_a_case_closed_without_a_review_has_no_more_clocks() -> None:
    close = partial(rapid.close, closed_on=on("2022-09-30"), why="the criteria are not met")
    row = board(*case(close))[NOTIFY]
    assert (row.is_open, said(row, "2030-01-01")) == (
        False,
        "no longer due: closed without a review",
    )


def report(published: PartialDate | None, provenance: Provenance, *copies: str) -> list[Fact]:
    drafted = ReportDrafted(
        ID, 1, provenance, "r", "Annual Report", "", None, None, "Working Together 2018", (), ()
    )
    sent = [CopySent(ID, n, provenance, who, on("2021-10-05")) for n, who in enumerate(copies, 3)]
    return [drafted, ReportPublished(ID, 2, provenance, "a page", published), *sent]


def test_copies_are_due_seven_calendar_days_after_a_day_of_publication() -> None:
    [row] = board(*report(on("2021-09-30"), TOLD)).values()
    assert row.due == on("2021-10-07")
    assert said(row, "2021-10-08") == "1 working day late"
    [unknown] = board(*report(None, TOLD)).values()
    assert said(unknown, "2021-10-08").startswith("unknown, cannot be assessed")


def test_a_report_of_a_document_has_copies_due_on_a_day_nobody_knows() -> None:
    [stated] = board(*report(None, DOCUMENT)[:1]).values()
    assert said(stated, "2026-11-24").startswith("unknown, cannot be assessed")
    assert board(*report(None, TOLD)[:1]) == {}


def test_copies_are_done_once_both_have_theirs() -> None:
    [one] = board(*report(on("2021-09-30"), TOLD, "The national Panel")).values()
    assert one.is_open
    sent = ("The national Panel", "Foundations, the What Works Centre")
    [both] = board(*report(on("2021-09-30"), TOLD, *sent)).values()
    assert said(both, "2021-10-08") == "done in time"


def test_what_a_document_does_not_say_is_not_called_late() -> None:
    [row] = board(*report(on("2021-09-30"), DOCUMENT)).values()
    assert "does not say whether it was done" in said(row, "2026-11-24")


def test_actions_with_a_day_are_on_the_board_until_they_are_done() -> None:
    opened = AuditOpened(ID, 1, TOLD, "Section 11", "How we listen", (), "", None, "", False)
    agreed = AuditActionAgreed(ID, 2, TOLD, "a", "ask twice", "Health", on("2026-11"))
    undated = AuditActionAgreed(ID, 3, TOLD, "b", "ask again", "Health", None)
    done = AuditActionCompleted(ID, 4, TOLD, "a", "they do")
    [row] = board(opened, agreed, undated).values()
    assert (row.kind, row.owner, row.by) == ("audit action", "Health", "2026-11-30")
    [met] = board(opened, agreed, undated, done).values()
    assert said(met, "2027-01-01") == "done in time"
    other = DecisionProposed(ID, 1, TOLD, "Lamps", "", "", False)
    task = DecisionActionAgreed(ID, 2, TOLD, "a", "ask", "The council", on("2026-12-18"))
    assert [row.kind for row in board(other, task).values()] == ["decision action"]


def test_an_action_of_a_meeting_whose_day_moves_shows_both_days() -> None:
    held = MeetingHeld(ID, 1, TOLD, "The board", "", on("2026-11-03"), "")
    agreed = MeetingActionAgreed(ID, 2, TOLD, "a", "ask", "Health", None)
    other = UUID(int=8)
    moved = ActionDueDayMoved(other, 1, TOLD, ID, "a", on("2026-12-01"), "Staff were ill")
    assert board(held, agreed) == {}
    [row] = board(held, agreed, moved).values()
    assert (row.kind, row.about, row.by) == (
        "meeting action",
        "The board, 3 November 2026",
        "2026-12-01",
    )
    assert row.moved == ("no day became 1 December 2026. Why: Staff were ill",)
    done = MeetingActionCompleted(ID, 3, TOLD, "a", "asked")
    assert not board(held, agreed, moved, done)["ask"].is_open


@pytest.mark.parametrize(
    ("due", "today", "words"),
    [
        ("2026-11-29", "2026-11-28", "due before the next working day"),
        ("2026-11-28", "2026-11-29", "late, by less than a working day"),
        ("2026-11-25", "2026-11-24", "due in 1 working day"),
        ("9999-12-31", "2026-11-24", "due in more than a year"),
        ("1990-12-31", "2026-11-24", "more than a year late"),
    ],
)
def test_a_standing_is_said_in_words(due: str, today: str, words: str) -> None:
    assert standing(on(due), None, date.fromisoformat(today)).words == words


def test_a_month_alone_may_not_tell_whether_it_was_in_time() -> None:
    found = standing(on("2026-11-15"), on("2026-11"), date(2026, 12, 1))
    assert "can't be assessed" in found.words


def test_the_register_tells_how_far_a_case_is_and_keeps_details_apart() -> None:
    facts = case(notified, completed, commissioned, details="Sealed words")
    view = CaseReviews.over(timed(facts))
    row = view.case(ID)
    assert row is not None
    assert row.state == "practice review under way"
    assert [step.what for step in row.steps] == [
        "Serious incident notified",
        "Rapid review completed",
        "Practice review commissioned",
    ]
    assert (row.details, row.without_details().details) == ("Sealed words", "")
    assert {"details"} == CaseConsidered.PERSONAL
    view.close()
