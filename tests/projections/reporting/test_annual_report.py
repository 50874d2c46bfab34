"""What belongs in a yearly report, and what does not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from events.assurance.audit import AuditFindingMade, AuditOpened
from events.fact import Fact, Provenance
from events.feedback.feedback import StatementQuoted
from events.learning.course import CourseEvaluated, CourseOffered, CourseWithdrawn
from events.participation.quotation import StatementWithdrawn
from events.period import PartialDate, Period
from events.reporting.entry_day import EntryDayGiven
from events.reporting.figure import FigureCorrected, FigureReported, FigureWithdrawn
from events.reporting.report import (
    CopySent,
    ReportCorrected,
    ReportDrafted,
    ReportPresented,
    ReportPublished,
)
from events.reporting.report_drafting import ReportFinalised
from events.value import Value
from projections.reporting.annual_report import AnnualReport
from projections.reporting.report_rows import Report

REPORT = UUID(int=1)
OURS, OTHER = "ours.txt, line 1", "other.txt, lines 2-3"
YEAR = Period(PartialDate("2020-07-01"), PartialDate("2021-06-30"))
START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def provenance(source: str, on: str = "") -> Provenance:
    return Provenance("a tester", source, PartialDate(on) if on else None)


def drafted(period: Period | None = YEAR) -> Fact:
    return ReportDrafted(
        REPORT, 1, provenance(OURS), "r", "R", "", None, period, "Working Together 2018", (), ()
    )


def figure(number: int, source: str, **when: Any) -> Fact:
    period, as_at = when.get("period"), when.get("as_at")
    return FigureReported(
        UUID(int=number),
        1,
        provenance(source, when.get("on", "")),
        f"figure {number}",
        Value(number),
        "things",
        period,
        as_at,
        "",
        (),
    )


def view_of(*facts: Fact) -> AnnualReport:
    timed = [
        type(fact)(**{**vars(fact), "recorded_at": START + timedelta(minutes=minute)})
        for minute, fact in enumerate(facts)
    ]
    return AnnualReport.over(timed)


def shown(*facts: Fact, period: Period | None = YEAR) -> list[str]:
    view = view_of(drafted(period), *facts)
    report = view.report("r")
    assert report is not None
    found = [group.head.value for group in view.sections(report).get("figures", [])]
    view.close()
    return found


@pytest.mark.parametrize(
    ("fact", "belongs"),
    [
        (figure(7, OURS), True),
        (figure(7, OTHER), False),
        (figure(7, OTHER, as_at=PartialDate("2020-07-01")), True),
        (figure(7, OTHER, as_at=PartialDate("2021-06-30")), True),
        (figure(7, OTHER, as_at=PartialDate("2021-07-01")), False),
        (figure(7, OTHER, as_at=PartialDate("2021-06")), True),
        (figure(7, OURS, as_at=PartialDate("2025-01-01")), False),
        (figure(7, OTHER, on="2020-12-24"), True),
        (figure(7, OTHER, period=Period(PartialDate("2020"), PartialDate("2021"))), False),
        (figure(7, OTHER, period=Period(PartialDate("2020-04"), PartialDate("2021-03"))), True),
        (figure(7, OTHER, period=Period(PartialDate("2016-07"), PartialDate("2021-06"))), True),
        (figure(7, OTHER, as_at=PartialDate("2021")), False),
        (figure(7, "told by coordinator"), False),
        (figure(7, "told by coordinator", on="2021-01-01"), True),
    ],
)
def test_what_is_dated_counts_by_its_day_and_what_is_not_by_its_document(
    fact: Fact, belongs: bool
) -> None:
    assert shown(fact) == (["7"] if belongs else [])


def test_a_report_without_a_period_holds_what_its_document_states() -> None:
    facts = figure(7, OURS, as_at=PartialDate("1999")), figure(8, OTHER, as_at=PartialDate("2020"))
    assert shown(*facts, period=None) == ["7"]


def test_what_an_audit_found_later_stands_with_it_and_is_news_in_the_next_report() -> None:
    audit = UUID(int=5)
    view = view_of(
        drafted(),
        AuditOpened(audit, 1, provenance(OTHER), "case", "A look", (), "", YEAR, "", False),
        AuditFindingMade(audit, 2, provenance(OTHER, "2021-05-01"), "good practice", "early"),
        AuditFindingMade(audit, 3, provenance(OTHER, "2022-05-01"), "to improve", "late"),
    )
    report = view.report("r")
    assert report is not None
    [group] = view.sections(report)["audits"]
    assert [part.words for part in group.parts] == ["early", "late"]
    assert not view.contents(report).since
    view.close()


def advanced(*facts: Fact) -> Report:
    view = view_of(drafted(), *facts)
    report = view.report("r")
    assert report is not None
    view.close()
    return report


def published(on: str | None) -> Fact:
    day = PartialDate(on) if on else None
    return ReportPublished(REPORT, 3, provenance(OURS), "site", day)


def test_presented_is_not_published() -> None:
    presented = ReportPresented(
        REPORT, 2, provenance(OURS), "board", PartialDate("2021-09-29"), False
    )
    report = advanced(presented, published("2021-09-30"))
    days = [date(2021, 9, day) for day in (28, 29, 30)]
    assert [report.status_on(day) for day in days] == ["drafted", "presented", "published"]


def test_a_plan_to_present_is_not_a_presentation() -> None:
    planned = ReportPresented(REPORT, 2, provenance(OURS), "board", PartialDate("2025-06"), True)
    assert advanced(planned).status_on(date(2026, 1, 1)) == "drafted"


@pytest.mark.parametrize(
    ("on", "due"), [("2021-09-30", date(2021, 10, 7)), ("2021-09", None), (None, None)]
)
def test_copies_are_due_seven_calendar_days_after_a_stated_day(
    on: str | None, due: date | None
) -> None:
    assert advanced(published(on)).copies_due == due


def test_copies_and_corrections_are_kept() -> None:
    report = advanced(
        published("2021-09-30"),
        CopySent(REPORT, 4, provenance(OURS), "the Panel", PartialDate("2021-10-01")),
        ReportCorrected(REPORT, 5, provenance(OURS), "a figure", "a slip"),
    )
    assert [step.who for step in report.copies] == ["the Panel"]
    assert [(c.heading, c.words) for c in report.corrections] == [("a figure", "a slip")]


def corrected(number: int, value: int) -> Fact:
    stated = {"name": f"figure {number}", "value": Value(value), "unit": "things"}
    when = {"period": YEAR, "as_at": None, "definition": "", "why": "A slip"}
    return FigureCorrected(UUID(int=number), 2, provenance("told by us"), **stated, **when)


def figures_in(view: AnnualReport) -> list[str]:
    report = view.report("r")
    assert report
    return [group.head.value for group in view.sections(report).get("figures", [])]


def test_a_figure_that_was_put_right_stands_once_with_its_newest_value() -> None:
    view = view_of(drafted(), figure(2, "told by us", period=YEAR), corrected(2, 67))
    assert figures_in(view) == ["67"]


def test_a_withdrawn_figure_leaves_every_report_that_is_not_final() -> None:
    gone = FigureWithdrawn(UUID(int=2), 2, provenance("told by us"), "Counted twice")
    assert figures_in(view_of(drafted(), figure(2, "told by us", period=YEAR), gone)) == []
    final = ReportFinalised(REPORT, 2, provenance("told by us"))
    kept = view_of(drafted(), figure(2, "told by us", period=YEAR), final, gone)
    assert figures_in(kept) == ["2"]


def test_a_withdrawn_course_leaves_drafts_with_all_that_was_said_of_it() -> None:
    stream, told = UUID(int=7), provenance(OURS, "2020-12-24")
    course = (
        CourseOffered(stream, 1, told, "Hearing", "briefing", "", "", False),
        CourseEvaluated(stream, 2, told, "", "reaction", 4, "Good"),
    )
    gone = CourseWithdrawn(stream, 3, told, "Typed twice")

    def shown(*facts: Fact) -> list[str]:
        view = view_of(drafted(), *facts)
        [report] = view.all()
        found = view.sections(report).get("training", [])
        return [group.head.kind for group in found]

    assert shown(*course) == ["course", "evaluation"]
    assert shown(*course, gone) == []
    final = ReportFinalised(REPORT, 2, provenance("told by us"))
    assert shown(*course, final, gone) == ["course", "evaluation"]


def test_a_statement_that_was_withdrawn_is_gone_whatever_day_it_was_given() -> None:
    """Also where one page of facts holds all of it, as when a view is drawn again."""
    stream, told = UUID(int=5), provenance(OURS)
    item, day = f"{stream}:1", PartialDate("2020-12-24")
    view = view_of(
        drafted(),
        StatementQuoted(stream, 1, told, "Nobody listened", "a group", "voice", True),
        EntryDayGiven(UUID(int=6), 1, told, item, day, ""),
        StatementWithdrawn(stream, 2, told, "a child", "they asked"),
    )
    rows = view.of_subject(stream)
    view.close()
    assert [(row.kind, row.words) for row in rows] == [("withdrawn", "")] * 2
