"""Partners, their names, roles, contributions and money, each with its day, into the report."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.web.page import Page
from tests.web.reporting.test_entry_days import drafted
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
AT = "work/partners/"
YEAR = {"start": "2023-04-01", "end": "2024-03-31"}
COUNCIL = {"name": "Coventry City Council", "part": "council", "joined_on": "September 2019"}
POLICE = {"name": "West Midlands Police", "part": "police", "joined_on": "September 2019"}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@coventry.example")


def partner(staff: Staff, form: str, name: str) -> str:
    found = re.search(rf'value="([0-9a-f-]{{36}})"[^>]*>{name}', staff.get(AT + form).html)
    assert found, name
    return found[1]


def joined(staff: Staff, **given: str) -> Page:
    page = staff.post(AT + "join", **given)
    assert page.status == 200, page.words
    return page


def test_partners_stand_in_each_report_whose_time_they_touch(coordinator: Staff) -> None:
    first, _ = drafted(coordinator, "First year", "2023-04-01", "2024-03-31")
    second, _ = drafted(coordinator, "Second year", "2024-04-01", "2025-03-31")
    joined(coordinator, **COUNCIL, place="Chairs the executive")
    joined(coordinator, name="Old CCG", part="integrated care board", joined_on="2019-09-29")
    left = {"until": "30 June 2023", "joined_on": "2019-09-29"}
    joined(coordinator, name="A youth charity", part="relevant agency", **left)
    renamed = {"partner": partner(coordinator, "rename", "Old CCG"), "name": "New ICB"}
    page = coordinator.post(AT + "rename", **renamed, renamed_on="2024-07-01")
    assert "New ICB (formerly Old CCG)" in page.words
    words = coordinator.get(first).words
    assert "Old CCG" in words
    assert "New ICB" not in words
    assert "Chairs the executive" in words
    assert "Ended on 30 June 2023" in words
    words = coordinator.get(second).words
    assert "New ICB" in words
    assert "formerly Old CCG" in words
    assert "A youth charity" not in words


def test_a_body_is_typed_once(coordinator: Staff) -> None:
    joined(coordinator, **COUNCIL)
    assert (
        coordinator.post(AT + "join", **COUNCIL | {"name": "coventry city council"}).status == 422
    )
    assert coordinator.post(AT + "join", **COUNCIL | {"place": ""}).status == 422
    joined(coordinator, **POLICE)
    named = {"partner": partner(coordinator, "rename", POLICE["name"]), "name": COUNCIL["name"]}
    assert coordinator.post(AT + "rename", **named).status == 422
    left = coordinator.post(AT + "leave", partner=named["partner"], left_on="2022-01-31")
    assert "until 31 January 2022" in left.words
    assert coordinator.post(AT + "join", **POLICE | {"joined_on": "2023-01-01"}).status == 200


def test_two_bodies_may_have_the_same_role_and_holder_and_end_apart(coordinator: Staff) -> None:
    report, _ = drafted(coordinator, "Year", "2023-04-01", "2024-03-31")
    lead = {"role": "Lead safeguarding partner", "holder": "The chief executive", "on": "2021-01"}
    for body in ("Coventry City Council", "The ICB"):
        page = coordinator.post("work/arrangements/role", **lead, body=body)
        assert page.status == 200, page.words
    twice = coordinator.post("work/arrangements/role", **lead, body="The ICB")
    assert twice.status == 422
    page = coordinator.get("work/arrangements/end-role").html
    held = re.search(r'value="(\d+)"[^>]*>Lead safeguarding partner: [^<]*The ICB', page)
    assert held
    coordinator.post("work/arrangements/end-role", held=held[1], on="2023-05-31")
    words = coordinator.get(report).words
    assert re.search(r"Coventry City Council.{0,12}Continued", words), words
    assert re.search(r"The ICB.{0,12}Ended on 31 May 2023", words), words


def test_a_role_of_the_past_is_told_with_both_days(coordinator: Staff) -> None:
    given = {"role": "Partnership chair", "holder": "H", "body": "Police", "on": "2020-01-01"}
    wrong = coordinator.post("work/arrangements/role", **given, until="2019-01-01")
    assert wrong.status == 422
    page = coordinator.post("work/arrangements/role", **given, until="2021-03-31")
    assert "Partnership chair: H, Police, until 31 March 2021" in page.words


def test_money_adds_up_to_the_penny_by_partner_and_by_use(coordinator: Staff) -> None:
    report, _ = drafted(coordinator, "Year", "2023-04-01", "2024-03-31")
    other, _ = drafted(coordinator, "Next", "2024-04-01", "2025-03-31")
    joined(coordinator, **COUNCIL)
    joined(coordinator, **POLICE)
    for name, amount in ((COUNCIL["name"], "£96,450.50"), (POLICE["name"], "12,000.25")):
        id = partner(coordinator, "paid-in", name)
        page = coordinator.post(AT + "paid-in", partner=id, amount=amount, **YEAR)
        assert page.status == 200, page.words
    assert "£108,450.75" in page.words
    coordinator.post(AT + "spent", use="Staff", amount="£100,000.70", **YEAR)
    coordinator.post(AT + "spent", use="Training", amount="£1.05", **YEAR)
    words = coordinator.get(report).words
    assert "What it cost, and who paid" in words
    assert all(each in words for each in ("£96,450.50", "£12,000.25", "£108,450.75"))
    assert "£100,001.75" in words
    assert "£8,449.00 more is stated as paid in than as spent" in words
    assert "£96,450.50" not in coordinator.get(other).words


def test_money_is_exact_stated_once_and_can_be_withdrawn(coordinator: Staff) -> None:
    report, _ = drafted(coordinator, "Year", "2023-04-01", "2024-03-31")
    use = {"use": "Staff", **YEAR}
    for wrong in ("about £3", "3%", "-£5", "unknown", "lots"):
        refused = coordinator.post(AT + "spent", amount=wrong, **use)
        assert refused.status == 422, wrong
        assert wrong in refused.html
    coordinator.post(AT + "spent", amount="£70", **use)
    assert coordinator.post(AT + "spent", amount="£80", **use).status == 422
    line = partner(coordinator, "withdraw-money", "Staff")
    coordinator.post(AT + "withdraw-money", line=line, why="A slip")
    page = coordinator.post(AT + "spent", amount="£80", **use)
    assert page.status == 200
    words = coordinator.get(report).words
    assert "£80" in words
    assert "£70" not in words


def test_contributions_arrangements_and_themes_reach_the_report(coordinator: Staff) -> None:
    report, _ = drafted(coordinator, "Year", "2023-04-01", "2024-03-31")
    joined(coordinator, name="Schools forum", part="education")
    id = partner(coordinator, "contribution", "Schools forum")
    did = {"partner": id, "did": "Two heads lead the neglect group", **YEAR}
    assert coordinator.post(AT + "contribution", **did).status == 200
    new = {"title": "Arrangements 2023", "changed": "Schools have a seat", "where": "a web page"}
    coordinator.post(AT + "arrangements", **new, published_on="2023-12-01")
    theme = {"theme": "children looked after", "known": "Of 40 asked, 31 feel safe", **YEAR}
    assert coordinator.post(AT + "theme", **theme).status == 200
    words = coordinator.get(report).words
    assert "Two heads lead the neglect group" in words
    assert "Schools have a seat" in words
    assert "Of 40 asked, 31 feel safe" in words
    assert "Result not told yet" in words


def test_money_of_two_years_stands_side_by_side(coordinator: Staff) -> None:
    for year in (2023, 2024):
        drafted(coordinator, f"Year {year}", f"{year}-04-01", f"{year + 1}-03-31")
        days = {"start": f"{year}-04-01", "end": f"{year + 1}-03-31"}
        coordinator.post(AT + "spent", use="Staff", amount=f"£{year}.10", **days)
    words = coordinator.get("reports/year-on-year").words
    assert "What it was spent on, in all" in words
    assert "£2,023.10" in words
    assert "£2,024.10" in words


def test_a_list_that_is_needed_and_empty_leads_to_what_comes_first(coordinator: Staff) -> None:
    for name, first in (("paid-in", "join"), ("leave", "join"), ("withdraw-money", "paid-in")):
        page = coordinator.get(AT + name)
        assert f'href="/coventry/{AT}{first}">Do that first</a>' in page.html
        assert "<label" not in page.html
