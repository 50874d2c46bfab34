"""What agencies' returns put into a report stays in those that are final as it was."""

from __future__ import annotations

from uuid import UUID

from events.assurance.audit import AuditOpened
from events.assurance.audit_return import (
    RatingAgreed,
    ReturnStarted,
    StandardAnswered,
    StandardChallenged,
)
from events.fact import Fact
from events.period import PartialDate
from events.reporting.entry_day import EntryDayGiven
from events.reporting.report_drafting import ReportFinalised
from tests.projections.reporting.test_annual_report import REPORT, drafted, provenance, view_of

AUDIT, RETURN = UUID(int=7), UUID(int=8)
TOLD = provenance("told by coordinator", "2021-01-01")
AGREED = RatingAgreed(RETURN, 3, TOLD, "s", "Leaders", "green", "")
CHALLENGED = StandardChallenged(RETURN, 4, TOLD, "s", "Leaders", "red", "Why so?")
FINAL = ReportFinalised(REPORT, 2, TOLD)
STORY: tuple[Fact, ...] = (
    drafted(),
    AuditOpened(AUDIT, 1, TOLD, "multi-agency", "Section 11", ("Police",), "", None, "", False),
    ReturnStarted(RETURN, 1, TOLD, "somebody", AUDIT, "Police"),
    StandardAnswered(RETURN, 2, TOLD, "s", "Leaders", "green", "", "", "A rota", "", False),
    AGREED,
)


def told_in(*facts: Fact) -> list[str]:
    view = view_of(*STORY, *facts)
    report = view.report("r")
    assert report is not None
    [group] = view.sections(report)["audits"]
    view.close()
    return [part.value or part.words for part in group.parts]


def test_a_rating_that_is_agreed_again_does_not_come_back_into_a_final_report() -> None:
    again = RatingAgreed(RETURN, 5, TOLD, "s", "Leaders", "amber", "")
    final = told_in(CHALLENGED, FINAL)
    assert "green" not in final
    assert told_in(CHALLENGED, FINAL, again) == final
    assert "amber" in told_in(CHALLENGED, again)


def test_what_was_given_another_day_is_superseded_with_the_answer_that_it_came_from() -> None:
    item = f"{RETURN}:2-good"
    day = EntryDayGiven(UUID(int=9), 1, TOLD, item, PartialDate("2021-02-01"), "")
    anew = StandardAnswered(RETURN, 4, TOLD, "s", "Leaders", "red", "", "", "", "", False)
    with_day = told_in(day)
    assert "Police, Leaders: A rota" in with_day
    assert told_in(day, anew) == []
    late = EntryDayGiven(UUID(int=9), 1, TOLD, item, PartialDate("2021-02-01"), "")
    assert told_in(anew, FINAL, late) == told_in(anew, FINAL)
