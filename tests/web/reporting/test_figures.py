"""Figures by hand: stated to the last digit, corrected, given a day, withdrawn, shown first."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
NEW = "work/figures/new/figure"
DRAFT = {"title": "A year by hand", "ruleset": "Working Together 2023"}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@surrey.example")


def stated(coordinator: Staff, value: str, **said: str) -> str:
    """The address of the figure that was just stated."""
    given = {
        "name": "Children who felt listened to",
        "counts": "no",
        "definition": "Of those asked",
    }
    book = coordinator.post(NEW, **(given | {"value": value} | said))
    assert book.status == 200, book.words
    name = (given | said)["name"]
    found = re.findall(
        rf'href="/surrey/(work/figures/[0-9a-f-]{{36}})">{re.escape(name)}', book.html
    )
    return found[-1]


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("87", "%", "87%"),
        ("3", "%", "3%"),
        ("2.70", "%", "2.70%"),
        ("212 per 10,000", "children", "212 per 10,000 children"),
        ("£96,450.50", "", "£96,450.50"),
        ("-3", "places", "-3 places"),
        ("fewer than 5", "courses", "fewer than 5 courses"),
        ("17 of 23", "", "17 of 23"),
    ],
)
def test_a_figure_stands_as_it_was_typed(
    coordinator: Staff, value: str, unit: str, shown: str
) -> None:
    at = stated(coordinator, value, unit=unit, as_at="2025-03-31")
    assert shown in coordinator.get(at).words


def test_what_is_no_figure_is_answered_with_three_that_are(coordinator: Staff) -> None:
    page = coordinator.post(NEW, name="Visits", value="lots", counts="no", as_at="2025-03-31")
    assert page.status == 422
    assert (
        "“lots” can't be read as a figure. Write it like 2.7, £96,450.50 or 17 of 23" in page.words
    )
    assert page.fields["value"] == "lots"


def test_a_figure_is_put_right_with_what_stood_there_before(coordinator: Staff) -> None:
    at = stated(coordinator, "86", unit="%", as_at="2025-03-31")
    form = coordinator.get(f"{at}/correct")
    assert form.fields["value"] == "86%"
    assert form.fields["as_at"] == "31 March 2025"
    given = {**form.fields, "value": "87%", "counts": "no", "why": "A slip", "definition": "Of all"}
    given.pop("csrf_token")
    corrected = coordinator.post(f"{at}/correct", **given)
    assert corrected.status == 200, corrected.words
    assert "87%" in corrected.words
    assert "86%: A slip" in corrected.words
    assert coordinator.get("work/figures/").words.count("Children who felt listened to") == 1


def test_a_figure_without_a_day_is_listed_until_it_has_one(coordinator: Staff) -> None:
    at = stated(coordinator, "12", name="Panels held")
    assert "Without a day" in coordinator.get("work/figures/").words
    assert "It stands in no report by its day" in coordinator.get(at).words
    given = {"name": "Panels held", "value": "12", "counts": "no", "as_at": "2025-03-31"}
    coordinator.post(f"{at}/correct", **given, why="The day was missing")
    assert "Panels held: 12" not in coordinator.get("work/figures/").words


def test_a_withdrawn_figure_is_gone_from_the_list_and_nothing_can_be_done_with_it(
    coordinator: Staff,
) -> None:
    at = stated(coordinator, "12", name="Panels held", as_at="2025-03-31")
    assert coordinator.post(f"{at}/withdraw").status == 422
    gone = coordinator.post(f"{at}/withdraw", why="Counted twice")
    assert "Counted twice" in gone.words
    assert f"{at}/correct" not in gone.html
    assert "Panels held" not in coordinator.get("work/figures/").words
    assert coordinator.post(f"{at}/first").status == 422


def test_the_figures_that_were_chosen_open_the_report(sign_in: SignIn) -> None:
    coordinator = sign_in("coordinator@coventry.example")
    report = "/coventry/reports/annual-report-2019-20"
    tile = re.compile(r'<p class="tile"><b>([^<]*)</b>')
    before = tile.findall(coordinator.get(report).html)
    assert len(before) > 1
    book = coordinator.get("work/figures/").html
    at = re.findall(r'href="/coventry/(work/figures/[0-9a-f-]{36})">', book)[0]
    coordinator.post(f"{at}/first")
    assert "Shown first" in coordinator.get("work/figures/").words
    assert len(tile.findall(coordinator.get(report).html)) == 1
    coordinator.post(f"{at}/not-first")
    assert tile.findall(coordinator.get(report).html) == before


def test_a_figure_that_is_stated_twice_is_asked_about(coordinator: Staff) -> None:
    stated(coordinator, "87", unit="%", as_at="March 2024")
    given = {
        "name": "Children who felt listened to",
        "counts": "no",
        "definition": "Of those asked",
        "value": "78",
        "unit": "%",
        "as_at": "March 2024",
    }
    asked = coordinator.post(NEW, **given)
    assert asked.status == 422
    assert "is stated already, as at March 2024" in asked.words
    assert 'id="f-sure"' in asked.html
    assert 'value="78"' in asked.html
    assert coordinator.post(NEW, **given, sure="yes").status == 200


def test_a_figure_is_shown_beside_what_it_is_compared_with(coordinator: Staff) -> None:
    given = {"before": "81%", "england": "66.5%", "similar": "", "as_at": "March 2024"}
    figure = stated(coordinator, "87", unit="%", **given)
    assert "the period before: 81%, England: 66.5%" in coordinator.get(figure).words
    form = coordinator.get(f"{figure}/correct").html
    assert 'value="66.5%"' in form
    report = drafted_for(coordinator, "2023-04-01", "2024-03-31")
    words = coordinator.get(report).words
    assert "Compared with the period before: 81%, England: 66.5%." in words


def test_a_rate_enters_the_report_that_shows_both_its_figures_exactly(coordinator: Staff) -> None:
    of = {"as_at": "March 2024", "definition": ""}
    part = stated(coordinator, "45", name="Visits refused", unit="visits", **of)
    whole = stated(coordinator, "150", name="Visits asked for", unit="visits", **of)
    few = stated(coordinator, "4", name="Children asked", unit="children", **of | {"counts": "yes"})
    for name, one in (("Refused", part), ("Hidden", few)):
        given = {"name": name, "part": one[-36:], "whole": whole[-36:]}
        defined = coordinator.post("work/figures/new/rate", **given, definition="Of those asked.")
        assert defined.status == 200
    report = drafted_for(coordinator, "2023-04-01", "2024-03-31")
    words = coordinator.get(report).words
    assert "Refused: 45 of 150, which is 30.0%. Of those asked." in words
    assert "Hidden:" not in words


def test_what_will_be_hidden_is_shown_before_the_report_is_published(coordinator: Staff) -> None:
    stated(coordinator, "4", name="Asked", unit="children", counts="yes", as_at="March 2024")
    drafted_for(coordinator, "2023-04-01", "2024-03-31")
    link = re.findall(
        r'href="/surrey/(work/reports/[0-9a-f-]{36})"', coordinator.get("work/reports/").html
    )[-1]
    page = coordinator.get(link)
    assert "What readers will not see as it was stated" in page.words
    assert "Asked is shown as *." in page.words


def drafted_for(coordinator: Staff, start: str, end: str) -> str:
    """The address of a report of these days, as it is read."""
    title = "A year for figures"
    assert coordinator.post("work/arrangements/period", label=title, start=start, end=end)
    page = coordinator.get("work/reports/new/draft").html
    period = re.findall(rf'value="([^"]+)"[^>]*>{title}', page)[-1]
    at = coordinator.made(
        "work/reports/new/draft", title=title, period=period, ruleset="Working Together 2023"
    )
    public = re.search(r'href="/surrey/(reports/[a-z0-9-]+)"', coordinator.get(at).html)
    assert public
    return public[1]


def test_the_source_that_was_typed_stands_with_the_figure_and_in_the_report(
    coordinator: Staff,
) -> None:
    given = {"name": "Families met", "stated_in": "Survey, line 4", "counted_by": "the council"}
    at = stated(coordinator, "66", as_at="2024-02-29", **given)
    report = drafted_for(coordinator, "2023-04-01", "2024-03-31")
    source = "Survey; line 4, counted by the council, told by coordinator"
    assert source in coordinator.get(at).words
    assert source in coordinator.get("work/figures/").words
    assert source in coordinator.get(report).words


def test_a_rate_without_its_definition_is_told_where_to_write_it(coordinator: Staff) -> None:
    page = coordinator.post(NEW, name="Pupils", value="19.1%", counts="no", as_at="2025-03-31")
    assert "Write what is counted, out of what." in page.words
