"""A report is published once it is final, begun and approved by each in turn; and at no other time.

Each rule is asked of the decision alone, and then where two people act at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from events.period import PartialDate, Period
from events.reporting.report import (
    ReportApproved,
    ReportDrafted,
    ReportPresented,
    ReportPublished,
    ReportStatementMade,
)
from events.reporting.report_drafting import ReportFinalised, ReportReopened
from services.ledger import Ledger
from services.refusals import AlreadyThere, Missing
from services.reporting.edition import EditionService
from services.reporting.publication_settings import PublicationSettingsService
from services.reporting.report import ReportService
from services.reporting.report_approval import approve, publish
from services.reporting.report_circulation import present
from services.reporting.report_drafting import comment, credit, state
from services.reporting.report_state import (
    ApprovalsMissing,
    FinalisedAlready,
    FinaliseFirst,
    NobodyApproved,
    NotBegunYet,
    NotPublishedYet,
    NotTheirTurn,
    PublishedAlready,
    evolve,
)
from tests.services.interleaved import interleave
from tests.stories import STAFF, Story, given, recorded

REPORT = UUID(int=9)
NEXT_YEAR = Period(PartialDate("2027-04-01"), PartialDate("2028-03-31"))
DRAFT: dict[str, Any] = {
    "name": "r",
    "title": "R",
    "period": None,
    "ruleset": "Working Together 2023",
}
TOLD_BY_A_DOCUMENT = recorded(
    ReportDrafted, also_called="", number=None, duties=(), versions=(), **DRAFT
)
DRAFTED = replace(TOLD_BY_A_DOCUMENT, provenance=STAFF)
TO_COME = replace(DRAFTED, period=NEXT_YEAR)
FINAL = recorded(ReportFinalised)
EXECUTIVE = recorded(ReportApproved, body="Executive", approved_on=None)
FULL = recorded(ReportApproved, body="Full Partnership", approved_on=None)
PUBLISHED = recorded(ReportPublished, where="a page", published_on=None)
ORDER = ("Executive", "Full Partnership")
NOW: dict[str, Any] = {"where": "a page", "today": date(2026, 11, 24)}


def of(*facts: Any) -> Story:
    return given(evolve, *facts).on_a_page()


def test_a_report_is_published_once_it_is_final_and_approved() -> None:
    of(DRAFTED, FINAL).when(publish, **NOW).refused(NobodyApproved)
    of(DRAFTED, EXECUTIVE).when(publish, **NOW).refused(FinaliseFirst)
    of(TO_COME, FINAL, EXECUTIVE).when(publish, **NOW).refused(NotBegunYet)
    of(DRAFTED, FINAL, EXECUTIVE).when(publish, **NOW).then(ReportPublished)
    of(DRAFTED, FINAL, EXECUTIVE, PUBLISHED).when(publish, **NOW).refused(AlreadyThere)


def test_all_bodies_approve_in_their_order_before_it_is_published() -> None:
    now = {**NOW, "order": ORDER}
    of(DRAFTED, FINAL, EXECUTIVE).when(publish, **now).refused(ApprovalsMissing)
    of(DRAFTED, FINAL, FULL, EXECUTIVE).when(publish, **now).refused(ApprovalsMissing)
    of(DRAFTED, FINAL, EXECUTIVE, FULL).when(publish, **now).then(ReportPublished)


def test_nobody_approves_before_their_turn_or_what_may_still_change() -> None:
    turn = {"order": ORDER}
    of(DRAFTED, FINAL).when(approve, body="full partnership", **turn).refused(NotTheirTurn, "body")
    of(DRAFTED).when(approve, body="executive", **turn).refused(FinaliseFirst)
    of(DRAFTED, FINAL).when(approve, body="executive", **turn).then(
        ReportApproved, body="Executive"
    )
    of(DRAFTED, FINAL).when(approve, body="A scrutineer", **turn).then(ReportApproved)
    of(DRAFTED, FINAL, PUBLISHED).when(approve, body="Executive").refused(PublishedAlready)


def test_reopening_takes_its_approvals_away() -> None:
    again = recorded(ReportReopened, why="A figure was wrong")
    of(DRAFTED, FINAL, EXECUTIVE, again).when(publish, **NOW).refused(FinaliseFirst)
    of(DRAFTED, FINAL, EXECUTIVE, again, FINAL).when(publish, **NOW).refused(NobodyApproved)


def test_a_documents_history_comes_in_any_order() -> None:
    given(evolve, DRAFTED).when(publish, **NOW, order=ORDER).then(ReportPublished)
    given(evolve, DRAFTED).when(approve, body="Full Partnership", order=ORDER).then(ReportApproved)
    given(evolve, DRAFTED, PUBLISHED).when(state, heading="h", words="w").then(ReportStatementMade)
    of(TOLD_BY_A_DOCUMENT, EXECUTIVE).when(publish, **NOW, order=ORDER).then(ReportPublished)
    of(TOLD_BY_A_DOCUMENT).when(publish, **NOW).refused(NobodyApproved)
    of(TOLD_BY_A_DOCUMENT).when(credit, credited=None).refused(PublishedAlready)


def test_what_is_final_or_out_takes_no_new_words() -> None:
    words = {"heading": "h", "words": "w"}
    of(DRAFTED, FINAL).when(state, **words).refused(FinalisedAlready)
    of(DRAFTED, PUBLISHED).when(state, **words).refused(PublishedAlready)
    of(DRAFTED, PUBLISHED).when(comment, by="b", words="w").refused(PublishedAlready)


def test_a_day_to_come_is_planned() -> None:
    to: dict[str, Any] = {"to": "the board", "presented_on": PartialDate("2026-12-01")}
    today = {"today": date(2026, 11, 24)}
    of(DRAFTED).when(present, **to, **today).refused(Missing, "presented_on")
    of(DRAFTED).when(present, **to, **today, planned=True).then(ReportPresented)


@pytest.fixture
def reports(ledger: Ledger) -> ReportService:
    made = ReportService(ledger, lambda: date(2026, 11, 24))
    made.draft(REPORT, STAFF, **DRAFT)
    made.finalise(REPORT, STAFF)
    return made


def test_a_report_reopened_meanwhile_is_not_published(
    reports: ReportService, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports.approve(REPORT, STAFF, body="Executive")
    interleave(monkeypatch, reports.ledger, lambda: reports.reopen(REPORT, STAFF, why="a slip"))
    with pytest.raises(FinaliseFirst):
        reports.publish(REPORT, STAFF, where="a page")
    assert not reports.recall(REPORT).published


def test_the_order_that_counts_is_the_one_that_is_set_by_then(
    reports: ReportService, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = PublicationSettingsService(reports.ledger)

    def others() -> None:
        settings.set_order(settings.id, STAFF, bodies=ORDER)
        reports.present(REPORT, STAFF, to="the board")

    interleave(monkeypatch, reports.ledger, others)
    with pytest.raises(NotTheirTurn):
        reports.approve(REPORT, STAFF, body="Full Partnership")


def test_a_pdf_is_asked_for_only_of_what_is_out(reports: ReportService) -> None:
    with pytest.raises(NotPublishedYet):
        EditionService(reports.ledger).ask(REPORT, STAFF, report=REPORT)
    reports.approve(REPORT, STAFF, body="Executive")
    reports.publish(REPORT, STAFF, where="a page")
    assert EditionService(reports.ledger).ask(REPORT, STAFF, report=REPORT)
