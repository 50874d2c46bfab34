"""A-S2: Coventry's report as a scrutiny board received it."""

from __future__ import annotations

import pytest

from events.fact import Provenance
from infra.partnerships import Partnerships
from projections.reporting.annual_report import AnnualReport
from tests.seeds.reading import Reading


@pytest.fixture
def report(loaded: Partnerships) -> Reading:
    return Reading(loaded, "coventry", "annual-report-2019-20")


def test_the_period_is_stated_to_the_month(report: Reading) -> None:
    assert report.report.period_words == "September 2019 to March 2020"


def test_three_priorities_for_2019_to_2022(report: Reading) -> None:
    priorities = report.heads("priorities")
    assert [entry.heading for entry in priorities] == [
        "Neglect",
        "Making the system work",
        "Contextual safeguarding",
    ]
    assert {entry.value for entry in priorities} == {"2019-2022"}


def test_figures_are_as_stated(report: Reading) -> None:
    assert report.figures() == {
        "Members of the Safeguarding Together Action Group": "40+",
        "Followers across Twitter": "1,580",
    }


def test_all_rapid_reviews_without_an_invented_count(report: Reading) -> None:
    [count] = report.heads("reviews", "count")
    assert count.value == "all (number not stated)"
    assert not any(character.isdigit() for character in count.value)


def test_what_young_people_said_was_acted_upon(report: Reading) -> None:
    [said] = report.heads("children")
    assert said.kind == "paraphrase"
    [decision] = report.groups("decisions")
    assert decision.of("rests on")[0].words.endswith("Your Voice Matters")


def test_ten_points_were_discussed_and_three_resolutions_passed(report: Reading) -> None:
    [meeting] = report.groups("meetings")
    assert len(meeting.of("item")) == 10
    assert [part.value for part in meeting.of("resolution")] == ["1", "2", "3"]


def test_the_third_resolution_stays_open_until_it_is_closed(loaded: Partnerships) -> None:
    report = Reading(loaded, "coventry", "annual-report-2019-20")
    [meeting] = report.groups("meetings")
    assert [part.note for part in meeting.of("resolution")] == ["", "", "the partnership"]
    tenant = loaded.open("coventry")
    assert tenant.meeting.recall(meeting.head.subject).open_resolutions == {3}
    provenance = Provenance("a tester", "a test", None, "close resolution 3")
    tenant.meeting.complete_resolution(
        meeting.head.subject, provenance, number=3, result="Training was arranged (a test)"
    )
    tenant.catch_up()
    assert tenant.meeting.recall(meeting.head.subject).open_resolutions == frozenset()


def test_without_a_day_of_publication_nobody_can_tell_when_copies_are_due(
    loaded: Partnerships,
) -> None:
    with loaded.open("coventry").read(AnnualReport) as view:
        [report] = view.all()
    assert report.published is None
    assert report.copies_due is None
