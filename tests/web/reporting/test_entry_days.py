"""Every form asks when; a thing on a wrong day, or on none, is given its day afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.web.staff import Staff

SignIn = Callable[[str], Staff]


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@coventry.example")


def drafted(coordinator: Staff, title: str, start: str, end: str) -> tuple[str, str]:
    """The addresses of a new report, as it is read and as it is made."""
    declared = coordinator.post("work/arrangements/period", label=title, start=start, end=end)
    assert declared.status == 200, declared.words
    page = coordinator.get("work/reports/new/draft").html
    period = re.findall(rf'value="([^"]+)"[^>]*>{title}', page)[-1]
    at = coordinator.made(
        "work/reports/new/draft", title=title, period=period, ruleset="Working Together 2023"
    )
    of = coordinator.partnership
    public = re.search(rf'href="/{of}/(reports/[a-z0-9-]+)"', coordinator.get(at).html)
    assert public
    return public[1], f"{at.removeprefix(f'/{of}/').rstrip('/')}/"


def work(coordinator: Staff, name: str, **said: str) -> None:
    given = {"kind": "event", "name": name, "status": "launched"} | said
    assert coordinator.post("work/arrangements/work", **given).status == 200


def test_a_thing_typed_long_after_stands_in_the_report_of_its_own_day(coordinator: Staff) -> None:
    first, _ = drafted(coordinator, "First year", "2023-04-01", "2024-03-31")
    second, _ = drafted(coordinator, "Second year", "2024-04-01", "2025-03-31")
    work(coordinator, "A conference on neglect", on="12-Jun-23")
    adopted = {"label": "Neglect of babies", "adopted_on": "May 2023"}
    assert coordinator.post("work/arrangements/priority", **adopted).status == 200
    words = coordinator.get(first).words
    assert "A conference on neglect" in words
    assert "New, from May 2023" in words
    words = coordinator.get(second).words
    assert "A conference on neglect" not in words
    assert "Neglect of babies" in words
    assert "Continued" in words


def test_a_priority_that_ended_says_so_and_may_be_adopted_again(coordinator: Staff) -> None:
    report, _ = drafted(coordinator, "Year", "2023-04-01", "2024-03-31")
    adopted = {"label": "Neglect of babies", "adopted_on": "May 2022"}
    coordinator.post("work/arrangements/priority", **adopted)
    refused = coordinator.post("work/arrangements/priority", **adopted)
    assert refused.status == 422
    assert "It goes on until you end it" in refused.words
    ended = {"priority": "neglect-of-babies", "why": "Reached", "ended_on": "1 February 2024"}
    page = coordinator.post("work/arrangements/end-priority", **ended)
    assert page.status == 200, page.words
    assert "Ended on 1 February 2024" in coordinator.get(report).words
    again = adopted | {"adopted_on": "1 June 2024"}
    assert coordinator.post("work/arrangements/priority", **again).status == 200


def test_what_nobody_knows_the_day_of_is_listed_and_given_one(coordinator: Staff) -> None:
    report, desk = drafted(coordinator, "Year", "2023-04-01", "2024-03-31")
    work(coordinator, "A leaflet for fathers", on="not known")
    assert "A leaflet for fathers" not in coordinator.get(report).words
    outside = coordinator.get(f"{desk}outside/")
    assert "Without a day" in outside.words
    assert "A leaflet for fathers" in outside.words
    [link] = re.findall(
        r'href="/coventry/(work/reports/[^"]+/outside/[^"]+)">[^<]*<span[^>]*>:\s+A leaflet',
        outside.html,
    )
    assert coordinator.post(link, day="").status == 422
    assert coordinator.post(link, day="the day before").status == 422
    assert coordinator.post(link, day="July 2023", why="As the minutes say").status == 200
    assert "A leaflet for fathers" in coordinator.get(report).words
    assert "A leaflet for fathers" not in coordinator.get(f"{desk}outside/").words
    assert coordinator.post(link, day="July 2025").status == 200
    assert "A leaflet for fathers" not in coordinator.get(report).words
    outside = coordinator.get(f"{desk}outside/")
    assert "Of a day that no report covers" in outside.words
    assert "A leaflet for fathers (July 2025)" in outside.words


def test_a_final_report_keeps_the_day_that_it_was_read_with(coordinator: Staff) -> None:
    report, desk = drafted(coordinator, "Year", "2023-04-01", "2024-03-31")
    work(coordinator, "A leaflet for fathers", on="July 2023")
    item = re.search(
        r"work/reports/[^/]+/outside/([^\"]+)\"", coordinator.get(f"{desk}build/work").html
    )
    assert item
    assert coordinator.post(f"{desk}finalise").status == 200
    assert coordinator.post(f"{desk}outside/{item[1]}", day="July 2022").status == 200
    assert "A leaflet for fathers" in coordinator.get(report).words


def test_a_day_that_has_not_come_is_refused_for_what_happened(coordinator: Staff) -> None:
    raised = {"kind": "risk", "title": "Too few staff", "level": "high", "raised_on": "2099"}
    page = coordinator.post("work/risks/new", **raised)
    assert page.status == 422
    assert "This day has not come yet" in page.words
    assert 'value="2099"' in page.html


def test_what_grew_together_is_listed_once_where_no_report_covers_its_day(
    coordinator: Staff,
) -> None:
    _, desk = drafted(coordinator, "Year", "2023-04-01", "2024-03-31")
    audit = {
        "kind": "peer review",
        "reviewer": "Another partnership",
        "title": "Case files",
        "more": "Health",
    }
    at = coordinator.made("work/audits/new", **audit, opened_on="March 2019")
    found = {"kind": "good practice", "finding": "Notes are read.", "found_on": "April 2019"}
    assert coordinator.post(f"{at}/find", **found).status == 200
    words = coordinator.get(f"{desk}outside/").words
    assert "Case files (March 2019)" in words
    assert "Notes are read." not in words
