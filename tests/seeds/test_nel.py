"""A-S0 and A-S1: North East Lincolnshire's first report, and its board of March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from events.period import PartialDate, Period
from infra.partnerships import Partnerships
from projections.feedback.you_said import YouSaid
from projections.reporting.annual_report import AnnualReport
from tests.seeds.reading import Reading, charges
from web.site.formatting import today


@pytest.fixture
def first(loaded: Partnerships) -> Reading:
    return Reading(loaded, "nel", "annual-report-2019-20")


@pytest.fixture
def board(loaded: Partnerships) -> Reading:
    return Reading(loaded, "nel", "annual-report-2024-25")


def test_a_s0_both_outcomes_stand_verbatim_with_the_decision_that_caused_them(
    first: Reading,
) -> None:
    outcomes = first.heads("outcomes")
    assert [entry.heading for entry in outcomes] == [
        "The safeguarding partnership is robust and effective",
        "Children are and feel safe",
    ]
    [decision] = first.groups("decisions")
    assert {entry.tag for entry in outcomes} == {str(decision.head.subject)}
    [made] = decision.of("made")
    assert "full review" in made.note


def test_a_s0_all_six_areas_continue(first: Reading) -> None:
    assert len(first.heads("next", "development area")) == 6
    assert all(entry.source.endswith("line 11") for entry in first.heads("next"))


def test_a_s0_two_boards_are_linked(first: Reading) -> None:
    assert [entry.heading for entry in first.heads("who", "linked board")] == [
        "Safeguarding Adult Board",
        "Community Safety Partnership",
    ]


def test_a_s0_there_are_no_figures_and_nothing_pretends_there_are(first: Reading) -> None:
    for section in ("figures", "training", "reviews", "audits"):
        assert first.groups(section) == []


def test_a_s0_the_period_is_inclusive_and_may_touch_the_next(first: Reading) -> None:
    period = first.report.period
    assert period is not None
    assert period.days == 367
    following = Period(PartialDate("2020-03-31"), PartialDate("2021-03-31"))
    assert period.overlaps(following)
    assert first.report.number == 1
    assert first.report.ruleset == "Working Together 2018"


def test_a_s0_it_is_published_on_a_day_that_is_not_stated(first: Reading) -> None:
    assert first.report.published is not None
    assert first.report.published.on is None
    assert first.report.copies_due is None


def test_a_s1_training_counts_and_the_derived_one_is_marked(board: Reading) -> None:
    figures = board.figures()
    assert figures["People trained in the last quarter"] == "624"
    assert figures["Training events in the last quarter"] == "32"
    assert figures["More training events than in the last period"] == "12"
    [derived] = [entry for entry in board.heads("figures") if entry.derived_from]
    assert (derived.heading, derived.value) == ("Training events in the period before", "20")
    assert len(derived.derived_from) == 2


def test_a_s1_attendance_is_two_of_three_and_three_of_three(board: Reading) -> None:
    present = {
        part.words: part.value for group in board.groups("meetings") for part in group.of("present")
    }
    assert present == {
        "Lead Safeguarding Partners": "2 of 3",
        "Delegated Safeguarding Partners": "3 of 3",
    }


def test_a_s1_six_sub_groups_report(board: Reading) -> None:
    groups = board.heads("who", "sub-group")
    assert len(groups) == 6
    assert all(entry.words.startswith("Reported to the board") for entry in groups)


def test_a_s1_two_action_plans_one_signed_off(board: Reading) -> None:
    plans = board.heads("reviews", "action plan")
    assert sorted(entry.value for entry in plans) == ["being embedded", "signed off"]


def test_a_s1_fees_are_as_in_force_on_a_day(loaded: Partnerships) -> None:
    [before] = charges(loaded, "nel", date(2025, 3, 5))
    assert before == "All training is free to the voluntary and community sector."
    [after] = charges(loaded, "nel", date(2025, 4, 1))
    assert "except a charge to meet the cost when external trainers" in after
    assert "voluntary and community sector stays exempt" in after
    assert charges(loaded, "nel", date(2024, 10, 31)) == []


def test_a_s1_events_to_come_are_planned(board: Reading) -> None:
    planned = {
        entry.heading: entry.first for entry in board.heads("next") if entry.value == "planned"
    }
    assert planned["Children and adult services networking event"] == "2025-04-08"
    assert planned["New website of the partnership, with a launch event"] == "2025-05-06"


def test_a_s1_nothing_of_this_meeting_is_in_the_first_report(first: Reading) -> None:
    sources = {
        entry.document
        for groups in first.sections.values()
        for group in groups
        for entry in (group.head, *group.parts)
    }
    [source] = sources
    assert source.endswith("(000_2be77c4d2af93b02.txt)")
    assert "624" not in first.everything()


def test_a_s1_a_paraphrase_is_never_a_quotation(loaded: Partnerships, board: Reading) -> None:
    [told] = [entry for entry in board.heads("children") if "winter wishes" in entry.words]
    assert told.kind == "paraphrase"
    with loaded.open("nel").read(YouSaid) as view:
        said = [said for theme in view.themes(today()) for said in theme.said]
    assert [each.is_quote for each in said] == [False]


def test_a_s1_the_report_to_come_is_planned_for_june(board: Reading) -> None:
    [step] = board.report.presented
    assert step.planned
    assert str(step.on) == "June 2025"
    assert board.report.status_on(date(2025, 12, 31)) == "drafted"


def test_both_reports_are_listed(loaded: Partnerships) -> None:
    with loaded.open("nel").read(AnnualReport) as view:
        names = [report.name for report in view.all()]
    assert names == ["annual-report-2019-20", "annual-report-2024-25"]
