"""A-S3: Norfolk's report, presented one day and published the next."""

from __future__ import annotations

from datetime import date

import pytest

from events.period import PartialDate
from infra.partnerships import Partnerships
from projections.deadlines.deadlines import Deadlines
from projections.deadlines.standing import standing_of
from projections.feedback.you_said import YouSaid
from tests.seeds.reading import Reading
from web.site.formatting import today


@pytest.fixture
def report(loaded: Partnerships) -> Reading:
    return Reading(loaded, "norfolk", "annual-report-2020-21")


def test_case_reviews_as_stated(report: Reading) -> None:
    counts = {entry.heading: entry.value for entry in report.heads("reviews", "count")}
    assert counts == {
        "Rapid reviews, completed": "4",
        "Child safeguarding practice reviews, published": "4",
        "Child safeguarding practice reviews, completed, waiting to be published": "1",
        "Other cases, looked at": "6",
    }
    [legacy] = [e for e in report.heads("reviews") if e.heading.split(", ")[-1] == "published"]
    assert "Serious Case Reviews" in legacy.note


def test_training_as_stated(report: Reading) -> None:
    assert report.figures() == {
        "Multi-agency training courses offered": "66",
        "Training places taken": "1,064",
        "People who did not show for training": "173",
        "Members of the Safer programme": "492",
    }
    [impact] = report.heads("training", "impact")
    assert impact.note == "Seen: reaction, learning. Not yet: behaviour."


def test_no_rate_is_printed_whose_definition_is_not_recorded(report: Reading) -> None:
    everything = report.everything()
    for rate in ("%", "16.3", "14.0", "per cent"):
        assert rate not in everything
    assert "is not stated" in everything


def test_three_priorities_three_scrutineers_five_duties_two_versions(report: Reading) -> None:
    assert [entry.heading for entry in report.heads("priorities")] == [
        "Protecting babies",
        "Neglect",
        "Child exploitation",
    ]
    team = [e for e in report.heads("who", "role") if e.heading == "Independent Scrutiny Team"]
    assert len(team) == 3
    assert len(report.report.duties) == 5
    assert len(report.report.versions) == 2
    assert "In Care Council" in report.report.versions[1].authors


def test_copies_were_due_on_the_seventh_of_october(loaded: Partnerships) -> None:
    with loaded.open("norfolk").read(Deadlines) as board:
        [row] = [row for row in board.open() if row.kind == "report"]
    assert row.due == PartialDate("2021-10-07")
    assert "does not say" in standing_of(row, date(2021, 10, 8)).words


def test_presented_on_one_day_and_published_on_the_next(report: Reading) -> None:
    assert report.report.status_on(date(2021, 9, 28)) == "drafted"
    assert report.report.status_on(date(2021, 9, 29)) == "presented"
    assert report.report.status_on(date(2021, 9, 30)) == "published"


def test_copies_are_due_within_seven_days(report: Reading) -> None:
    assert report.report.copies_due == date(2021, 10, 7)


def test_five_pieces_of_scrutiny_and_audit(report: Reading) -> None:
    assert len(report.groups("audits")) == 5
    [unclear] = [e for e in report.heads("audits") if e.value == "multi-agency"]
    assert "one audit or two is not stated" in unclear.note


def test_seven_aims_come_next(report: Reading) -> None:
    assert len(report.heads("next", "development area")) == 7


def test_twenty_three_statements_in_the_childrens_own_words(
    loaded: Partnerships, report: Reading
) -> None:
    quotes = report.heads("children", "quote")
    assert len(quotes) == 23
    assert "Adults need to listen!" in " ".join(entry.words for entry in quotes)
    assert all("(003_a7d08526dd55adb8.txt), line" in entry.source for entry in quotes)
    with loaded.open("norfolk").read(YouSaid) as view:
        said = [said for theme in view.themes(today()) for said in theme.said]
    assert len(said) == 23
    assert all(each.is_quote for each in said)


def test_the_version_with_children_is_a_decision_with_a_reason_for_children(
    report: Reading,
) -> None:
    [decision] = report.groups("decisions")
    [made] = decision.of("made")
    assert made.tag == "To hear what children say, and to make a report that everyone can read."


def test_nothing_made_up_is_in_a_report_of_a_document(report: Reading) -> None:
    shown = [e for groups in report.sections.values() for g in groups for e in (g.head, *g.parts)]
    assert not any(entry.demo for entry in shown)
    [document] = {entry.document for entry in shown}
    assert document.endswith("(003_a7d08526dd55adb8.txt)")
    assert report.groups("inspections") == []
