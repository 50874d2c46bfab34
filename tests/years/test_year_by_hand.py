"""Two years of a made-up partnership, typed long after: every word stands in its own report."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from tests.web.conftest import fresh_app, joined, partnerships
from tests.web.staff import Staff, newest_link, posted
from tests.years.made_up_year import Year
from tests.years.typist import ByRequests

__all__ = ["joined", "partnerships"]
FERNSHIRE = Joining(
    slug="fernshire",
    name="Fernshire Safeguarding Children Partnership (made up)",
    short_name="Fernshire",
    region="",
    partners=("Fernshire Council", "Fernshire ICB", "Fernshire Police"),
    contact="partnership@fernshire.example",
    coordinator="coordinator@fernshire.example",
)


@pytest.fixture
def typist(partnerships: Partnerships, tmp_path: Path) -> ByRequests:
    """The coordinator of a partnership that has joined, and done nothing else."""
    join_partnership(partnerships, FERNSHIRE)
    client = fresh_app(partnerships).test_client()
    client.post("/fernshire/work/sign-in", data={"email": FERNSHIRE.coordinator})
    posted(partnerships)
    entered = client.post(newest_link(tmp_path / "post", FERNSHIRE.coordinator))
    assert entered.status_code == 303
    staff = Staff(client, "fernshire")
    staff.get("work/arrangements/")
    return ByRequests(staff)


def test_each_word_of_two_years_stands_in_the_report_of_its_own_year(
    typist: ByRequests, partnerships: Partnerships
) -> None:
    first, second = Year(typist, 2023), Year(typist, 2024, again=True)
    for year in (first, second):
        before = facts(partnerships)
        year.typed()
        assert facts(partnerships) - before >= 245
    for year, other in ((first, second), (second, first)):
        shown = html.unescape(typist.page(year.report))
        assert [mark for mark in year.marks if mark not in shown] == []
        words = " ".join(typist.staff.get(year.report).words.split())
        for mark, value in year.values.items():
            assert any(value in after[:80] for after in words.split(mark)[1:]), value
        strange = [mark for mark in other.marks if mark in shown]
        assert strange == ([] if year is first else standing(first))
    for year in (first, second):
        outside = typist.staff.get(f"{year.desk}/outside/").words
        assert "each thing that was recorded stands in a report" in outside


def standing(year: Year) -> list[str]:
    """What began in this year and has not ended: priorities, roles, groups, aims, fees."""
    return year.marks[:8]


def facts(partnerships: Partnerships) -> int:
    return partnerships.open("fernshire").ledger.recorder.max_notification_id() or 0
