"""What a final report holds, what goes to the next one, and what it leaves out."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.fact import Fact
from events.feedback.feedback import FeedbackSubmitted
from events.inspections.visit import VisitRecorded, VisitTakenOff
from events.period import PartialDate, Period
from events.reporting.figure import FigureReported
from events.reporting.report import ReportDrafted
from events.reporting.report_drafting import (
    ReportFinalised,
    ReportItemLeftOut,
    ReportItemTakenIn,
    ReportPartWritten,
    ReportReopened,
)
from events.value import Value
from projections.reporting.annual_report import AnnualReport
from tests.projections.reporting.test_annual_report import (
    OTHER,
    REPORT,
    advanced,
    drafted,
    figure,
    provenance,
    shown,
    view_of,
)

NEXT = Period(PartialDate("2021-07-01"), PartialDate("2022-06-30"))
THEN, AFTER = "2021-01-01", "2021-12-01"


def of(view: AnnualReport, name: str) -> list[str]:
    report = view.report(name)
    assert report is not None
    return [group.head.value for group in view.sections(report).get("figures", [])]


def next_year() -> Fact:
    return ReportDrafted(
        UUID(int=2),
        1,
        provenance("staff"),
        "n",
        "N",
        "",
        None,
        NEXT,
        "Working Together 2023",
        (),
        (),
    )


def test_what_comes_after_a_report_is_final_is_for_the_next_one() -> None:
    final = ReportFinalised(REPORT, 2, provenance("staff"))
    view = view_of(
        drafted(),
        figure(7, OTHER, on=THEN),
        final,
        figure(8, OTHER, on=THEN),
        next_year(),
        figure(9, OTHER, on=AFTER),
    )
    assert of(view, "r") == ["7"]
    assert of(view, "n") == ["8", "9"]
    view.close()


def test_a_visit_that_is_taken_off_leaves_every_report_that_is_not_final() -> None:
    visit = VisitRecorded(
        UUID(int=7),
        1,
        provenance("staff"),
        UUID(int=8),
        1,
        "A library",
        PartialDate("2021-05-05"),
        (),
        (),
        False,
    )
    off = VisitTakenOff(UUID(int=7), 2, provenance("staff"), "Sent twice")
    final = ReportFinalised(REPORT, 2, provenance("staff"))
    for facts, many in (((visit,), 1), ((visit, off), 0), ((visit, final, off), 1)):
        view = view_of(drafted(), *facts)
        report = view.report("r")
        assert report is not None
        assert len(view.sections(report).get("inspections", [])) == many
        view.close()


def test_opened_again_a_report_draws_on_the_whole_record_again() -> None:
    final = ReportFinalised(REPORT, 2, provenance("staff"))
    again = ReportReopened(REPORT, 3, provenance("staff"), "A figure came late")
    view = view_of(drafted(), final, figure(8, OTHER, on=THEN), next_year(), again)
    assert of(view, "r") == ["8"]
    assert of(view, "n") == []
    view.close()


def test_what_no_final_report_holds_is_in_the_first_that_is_open() -> None:
    view = view_of(
        drafted(),
        ReportFinalised(REPORT, 2, provenance("staff")),
        next_year(),
        figure(7, OTHER, on=THEN),
        ReportFinalised(UUID(int=2), 2, provenance("staff")),
        figure(8, OTHER, on=THEN),
        ReportDrafted(
            UUID(int=3),
            1,
            provenance("staff"),
            "last",
            "L",
            "",
            None,
            Period(PartialDate("2022-07-01"), PartialDate("2023-06-30")),
            "Working Together 2023",
            (),
            (),
        ),
    )
    assert [of(view, name) for name in ("r", "n", "last")] == [[], ["7"], ["8"]]
    view.close()


def test_what_is_left_out_is_not_in_it_and_comes_back() -> None:
    item = f"{UUID(int=7)}:1"
    out = ReportItemLeftOut(REPORT, 2, provenance("staff"), item, "Told elsewhere")
    back = ReportItemTakenIn(REPORT, 3, provenance("staff"), item)
    assert shown(figure(7, OTHER, on=THEN), out) == []
    assert shown(figure(7, OTHER, on=THEN), out, back) == ["7"]


def test_the_partners_own_words_replace_their_earlier_ones() -> None:
    one = ReportPartWritten(REPORT, 2, provenance("staff"), "training", "First")
    two = ReportPartWritten(REPORT, 3, provenance("staff"), "training", "Second")
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
        UUID(int=9), 1, provenance(source, THEN), "n", Value(number), unit, None, None, "", ()
    )
    view = view_of(drafted(), stated)
    assert of(view, "r") == [shown]
    view.close()


def test_how_many_told_us_is_closed_when_the_report_is_final() -> None:
    def told_us(number: int) -> Fact:
        return FeedbackSubmitted(
            UUID(int=number),
            1,
            provenance("web", THEN),
            "web",
            "",
            "",
            "x",
            "",
            False,
            f"r{number}",
            False,
        )

    final = ReportFinalised(REPORT, 2, provenance("staff"))
    view = view_of(drafted(), told_us(1), final, told_us(2), told_us(3))
    report = view.report("r")
    assert report is not None
    assert view.told_us(report) == 1
    view.close()
