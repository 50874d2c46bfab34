"""A draft is renamed, dated otherwise, thrown away and brought back; publishing means today."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.web.reporting.test_entry_days import drafted, work
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@coventry.example")


def test_a_draft_gets_another_title_and_period_and_shows_what_is_of_it(
    coordinator: Staff,
) -> None:
    report, desk = drafted(coordinator, "Yera", "2022-04-01", "2023-03-31")
    work(coordinator, "A conference on neglect", on="June 2023")
    assert "A conference on neglect" not in coordinator.get(report).words
    right = {"label": "Year", "start": "2023-04-01", "end": "2024-03-31"}
    coordinator.post("work/arrangements/period", **right)
    form = coordinator.get(f"{desk}change").html
    assert 'value="Yera"' in form
    at = form.split(">Year:")[0].rsplit('value="', 1)[1].split('"')[0]
    given = {"title": "Year", "period": at, "ruleset": "Working Together 2023"}
    assert coordinator.post(f"{desk}change", **given).status == 200
    words = coordinator.get(report).words
    assert "A conference on neglect" in words
    assert "Yera" not in words
    assert coordinator.post(f"{desk}change", **given | {"title": ""}).status == 422


def test_a_draft_is_thrown_away_and_brought_back(coordinator: Staff) -> None:
    report, desk = drafted(coordinator, "Twice", "2023-04-01", "2024-03-31")
    assert coordinator.post(f"{desk}throw-away", why="").status == 422
    gone = coordinator.post(f"{desk}throw-away", why="Drafted twice")
    assert gone.status == 200
    assert coordinator.get(report).status == 404
    assert coordinator.get(f"{desk}build/").status == 404
    assert coordinator.post(f"{desk}finalise").status == 422
    assert "Drafted twice" in coordinator.get("work/reports/").words
    assert coordinator.post(f"{desk}bring-back").status == 200
    assert coordinator.get(report).status == 200


def test_a_report_that_is_published_without_a_day_is_published_today(coordinator: Staff) -> None:
    _, desk = drafted(coordinator, "Year", "2023-04-01", "2024-03-31")
    coordinator.post(f"{desk}finalise")
    assert coordinator.post(f"{desk}throw-away", why="Late").status == 422
    coordinator.post(f"{desk}approve", body="Executive")
    published = coordinator.post(f"{desk}publish", where="Our site", published_on="")
    assert published.status == 200, published.words
    assert "a day that is not stated" not in coordinator.get(desk.rstrip("/")).words
