"""What belongs in a yearly report, and what does not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from events.audit import AuditFindingMade, AuditOpened
from events.fact import Fact, Told
from events.feedback import FeedbackSubmitted
from events.figure import FigureReported, Value
from events.inspection import VisitRecorded, VisitTakenOff
from events.period import PartialDate, Period
from events.report import (
    CopySent,
    ReportCorrected,
    ReportDrafted,
    ReportFinalised,
    ReportItemLeftOut,
    ReportItemTakenIn,
    ReportPartWritten,
    ReportPresented,
    ReportPublished,
    ReportReopened,
)
from projections.annual_report import AnnualReport
from projections.report_rows import Report

REPORT = UUID(int=1)
OURS, OTHER = "ours.txt, line 1", "other.txt, lines 2-3"
YEAR = Period(PartialDate("2020-07-01"), PartialDate("2021-06-30"))
START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def told(source: str, on: str = "") -> Told:
    return Told("a tester", source, PartialDate(on) if on else None)


def drafted(period: Period | None = YEAR) -> Fact:
    return ReportDrafted(
        REPORT, 1, told(OURS), "r", "R", "", None, period, "Working Together 2018", (), ()
    )


def figure(number: int, source: str, **when: Any) -> Fact:
    period, as_at = when.get("period"), when.get("as_at")
    return FigureReported(
        UUID(int=number), 1, told(source, when.get("on", "")), f"figure {number}", Value(number),
        "things", period, as_at, "", (),
    )  # fmt: skip


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
        (figure(7, OTHER, period=Period(PartialDate("2021"), PartialDate("2022"))), True),
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


def test_an_audit_is_shown_as_far_as_the_end_of_the_period() -> None:
    audit = UUID(int=5)
    view = view_of(
        drafted(),
        AuditOpened(audit, 1, told(OTHER), "case", "A look", (), "", YEAR, "", False),
        AuditFindingMade(audit, 2, told(OTHER, "2021-05-01"), "good practice", "early"),
        AuditFindingMade(audit, 3, told(OTHER, "2022-05-01"), "to improve", "late"),
    )
    report = view.report("r")
    assert report is not None
    [group] = view.sections(report)["audits"]
    assert [part.words for part in group.parts] == ["early"]
    view.close()


def advanced(*facts: Fact) -> Report:
    view = view_of(drafted(), *facts)
    report = view.report("r")
    assert report is not None
    view.close()
    return report


def published(on: str | None) -> Fact:
    day = PartialDate(on) if on else None
    return ReportPublished(REPORT, 3, told(OURS), "site", day)


def test_presented_is_not_published() -> None:
    presented = ReportPresented(REPORT, 2, told(OURS), "board", PartialDate("2021-09-29"), False)
    report = advanced(presented, published("2021-09-30"))
    days = [date(2021, 9, day) for day in (28, 29, 30)]
    assert [report.status_on(day) for day in days] == ["drafted", "presented", "published"]


def test_a_plan_to_present_is_not_a_presentation() -> None:
    planned = ReportPresented(REPORT, 2, told(OURS), "board", PartialDate("2025-06"), True)
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
        CopySent(REPORT, 4, told(OURS), "the Panel", PartialDate("2021-10-01")),
        ReportCorrected(REPORT, 5, told(OURS), "a figure", "a slip"),
    )
    assert [step.who for step in report.copies] == ["the Panel"]
    assert [(c.heading, c.words) for c in report.corrections] == [("a figure", "a slip")]


NEXT = Period(PartialDate("2021-07-01"), PartialDate("2022-06-30"))
THEN, AFTER = "2021-01-01", "2021-12-01"


def of(view: AnnualReport, name: str) -> list[str]:
    report = view.report(name)
    assert report is not None
    return [group.head.value for group in view.sections(report).get("figures", [])]


def next_year() -> Fact:
    return ReportDrafted(
        UUID(int=2), 1, told("staff"), "n", "N", "", None, NEXT, "Working Together 2023", (), ()
    )


def test_what_comes_after_a_report_is_final_is_for_the_next_one() -> None:
    final = ReportFinalised(REPORT, 2, told("staff"))
    view = view_of(
        drafted(), figure(7, OTHER, on=THEN), final, figure(8, OTHER, on=THEN), next_year(),
        figure(9, OTHER, on=AFTER),
    )  # fmt: skip
    assert of(view, "r") == ["7"]
    assert of(view, "n") == ["8", "9"]
    view.close()


def test_a_visit_that_is_taken_off_leaves_every_report_that_is_not_final() -> None:
    visit = VisitRecorded(
        UUID(int=7), 1, told("staff"), UUID(int=8), 1, "A library", PartialDate("2021-05-05"),
        (), (), False,
    )  # fmt: skip
    off = VisitTakenOff(UUID(int=7), 2, told("staff"), "Sent twice")
    final = ReportFinalised(REPORT, 2, told("staff"))
    for facts, many in (((visit,), 1), ((visit, off), 0), ((visit, final, off), 1)):
        view = view_of(drafted(), *facts)
        report = view.report("r")
        assert report is not None
        assert len(view.sections(report).get("inspections", [])) == many
        view.close()


def test_opened_again_a_report_draws_on_the_whole_record_again() -> None:
    final = ReportFinalised(REPORT, 2, told("staff"))
    again = ReportReopened(REPORT, 3, told("staff"), "A figure came late")
    view = view_of(drafted(), final, figure(8, OTHER, on=THEN), next_year(), again)
    assert of(view, "r") == ["8"]
    assert of(view, "n") == []
    view.close()


def test_what_no_final_report_holds_is_in_the_first_that_is_open() -> None:
    view = view_of(
        drafted(), ReportFinalised(REPORT, 2, told("staff")), next_year(),
        figure(7, OTHER, on=THEN), ReportFinalised(UUID(int=2), 2, told("staff")),
        figure(8, OTHER, on=THEN),
        ReportDrafted(
            UUID(int=3), 1, told("staff"), "last", "L", "", None,
            Period(PartialDate("2022-07-01"), PartialDate("2023-06-30")),
            "Working Together 2023", (), (),
        ),
    )  # fmt: skip
    assert [of(view, name) for name in ("r", "n", "last")] == [[], ["7"], ["8"]]
    view.close()


def test_what_is_left_out_is_not_in_it_and_comes_back() -> None:
    item = f"{UUID(int=7)}:1"
    out = ReportItemLeftOut(REPORT, 2, told("staff"), item, "Told elsewhere")
    back = ReportItemTakenIn(REPORT, 3, told("staff"), item)
    assert shown(figure(7, OTHER, on=THEN), out) == []
    assert shown(figure(7, OTHER, on=THEN), out, back) == ["7"]


def test_the_partners_own_words_replace_their_earlier_ones() -> None:
    one = ReportPartWritten(REPORT, 2, told("staff"), "training", "First")
    two = ReportPartWritten(REPORT, 3, told("staff"), "training", "Second")
    part = advanced(one, two).part("training")
    assert part is not None
    assert (part.words, part.version) == ("Second", 3)


@pytest.mark.parametrize(
    ("unit", "number", "source", "shown"),
    [
        ("children", 3, "told by coordinator", "*"),
        ("young people", 7, "told by coordinator", "*"),
        ("children", 8, "told by coordinator", "10"),
        ("babies", 1064, "told by coordinator", "1,065"),
        ("courses", 3, "told by coordinator", "3"),
        ("children", 3, OTHER, "3"),
    ],
)
def test_a_count_of_children_made_here_is_protected_and_a_documents_stands(
    unit: str, number: int, source: str, shown: str
) -> None:
    stated = FigureReported(
        UUID(int=9), 1, told(source, THEN), "n", Value(number), unit, None, None, "", ()
    )
    view = view_of(drafted(), stated)
    assert of(view, "r") == [shown]
    view.close()


def test_how_many_told_us_is_closed_when_the_report_is_final() -> None:
    def told_us(number: int) -> Fact:
        return FeedbackSubmitted(
            UUID(int=number), 1, told("web", THEN), "web", "", "", "x", "", False, f"r{number}",
            False,
        )  # fmt: skip

    final = ReportFinalised(REPORT, 2, told("staff"))
    view = view_of(drafted(), told_us(1), final, told_us(2), told_us(3))
    report = view.report("r")
    assert report is not None
    assert view.told_us(report) == 1
    view.close()
