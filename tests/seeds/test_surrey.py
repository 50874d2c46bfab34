"""A-S4: Surrey's report, with no period, two sets of years for its priorities, and no actions."""

from __future__ import annotations

import pytest

from infra.partnerships import Partnerships
from tests.seeds.reading import Reading


@pytest.fixture
def report(loaded: Partnerships) -> Reading:
    return Reading(loaded, "surrey", "annual-report")


def test_the_period_is_not_stated(report: Reading) -> None:
    assert report.report.period is None
    assert report.report.period_words == "period not stated"


def test_approved_by_the_executive_then_by_the_full_partnership(report: Reading) -> None:
    assert [step.who for step in report.report.approvals] == [
        "The executive group of the partnership",
        "The full partnership",
    ]


def test_the_scrutineers_comment_stands_apart_from_the_partners_text(report: Reading) -> None:
    comments = {comment.words for comment in report.report.comments}
    statements = {statement.words for statement in report.report.statements}
    assert len(comments) == 8
    assert not comments & statements
    assert {comment.heading for comment in report.report.comments} == {
        "Governance arrangements",
        "Scrutiny arrangements",
        "Case review work",
        "Children's services improvement",
        "The way ahead",
    }


def test_both_years_of_the_priorities_are_shown_as_a_discrepancy(report: Reading) -> None:
    [noted] = report.heads("discrepancies")
    assert "2021-2024" in noted.words
    assert "2020 to 2021" in noted.value
    priorities = report.heads("priorities")
    assert [entry.heading for entry in priorities] == ["", "", ""]


def test_fifteen_days_is_kept_as_stated(report: Reading) -> None:
    [claim] = [e for e in report.heads("reviews", "time") if "fifteen days" in e.words]
    assert claim.note == '"Working days" is not stated.'


def test_the_peer_reviewer_is_named_and_has_no_access(
    loaded: Partnerships, report: Reading
) -> None:
    [review] = [e for e in report.heads("audits") if e.value == "peer review"]
    assert "Isles of Scilly and Cornwall" in review.note
    assert "no access to this record" in review.note
    assert "cornwall" not in loaded.store.slugs()


def test_no_actions_is_printed(report: Reading) -> None:
    [meeting] = report.groups("meetings")
    assert [part.words for part in meeting.of("no actions")] == ["None."]
    assert len(meeting.of("resolution")) == 3


def test_one_person_holds_two_roles(report: Reading) -> None:
    roles = [e.heading for e in report.heads("who", "role") if e.words == "Simon Hart"]
    assert roles == ["Independent Chair", "Independent Scrutineer"]


def test_work_on_suicide_stemmed_from_the_reviews(report: Reading) -> None:
    [work] = [g for g in report.groups("decisions") if "suicide" in g.head.heading]
    assert work.of("rests on")[0].value == "review"
