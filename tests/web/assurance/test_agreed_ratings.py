"""Agreed ratings reach the yearly report; agencies are chosen, and keep their history."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.web.assurance.test_returns import AMBER, FIRE, GREEN, OPENED, WRITTEN, submitted
from tests.web.reporting.test_entry_days import drafted
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
NAME = "Police (made up)"


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def police(sign_in: SignIn) -> Staff:
    return sign_in("agency@norfolk.example")


@pytest.fixture
def tool(coordinator: Staff) -> str:
    return coordinator.made("work/tools/new", **WRITTEN).split("/")[-1]


@pytest.fixture
def audit(coordinator: Staff, tool: str) -> str:
    return coordinator.made("work/audits/new", **OPENED, tool=tool).split("/")[-1]


def report(coordinator: Staff) -> str:
    """The public address of a report over the days of today."""
    return drafted(coordinator, "Two years", "2026-01-01", "2027-12-31")[0]


def agreed(coordinator: Staff, audit: str, **given: str | list[str]) -> str:
    at = f"work/audits/{audit}/agree-own"
    coordinator.get(at)
    page = coordinator.post(at, **given)
    return page.words if page.status == 200 else f"refused: {page.words}"


def test_all_that_nobody_challenged_is_agreed_in_one_go(
    coordinator: Staff, police: Staff, audit: str
) -> None:
    submitted(police, audit)
    at = f"work/audits/{audit}/agree-own"
    assert coordinator.get(at).html.count(" checked") == 2
    both = [f"s1 {NAME}", f"s2 {NAME}"]
    challenge = {"agency": NAME, "standard": "s1", "rating": "red", "why": "Four of ten"}
    coordinator.post(f"work/audits/{audit}/moderation/challenge", **challenge)
    assert agreed(coordinator, audit, chosen=both).startswith("refused")
    assert coordinator.get(f"work/audits/{audit}/moderation").words.count("Not yet") == 4
    words = agreed(coordinator, audit, chosen=both[1:], agreed_on="2026-11")
    assert "The ratings are agreed" in words
    assert agreed(coordinator, audit).startswith("refused")


def test_what_was_agreed_stands_with_its_audit_in_the_report(
    coordinator: Staff, police: Staff, audit: str
) -> None:
    at = report(coordinator)
    submitted(police, audit)
    assert "They are told" not in coordinator.get(at).words
    challenge = {"agency": NAME, "standard": "s1", "rating": "red", "why": "Four of ten"}
    coordinator.post(f"work/audits/{audit}/moderation/challenge", **challenge)
    police.get(f"returns/{audit}?standard=s1")
    police.post(f"returns/{audit}/respond", standard="s1", response="Nine of ten by now")
    agree = {"agency": NAME, "standard": "s1", "agreed": "red", "reason": "We looked again"}
    coordinator.post(f"work/audits/{audit}/returns/agree", **agree)
    agreed(coordinator, audit, chosen=[f"s2 {NAME}"])
    words = coordinator.get(at).words
    assert f"{NAME}: Children are asked rated red, as agreed" in words
    assert f"{NAME}: They are told rated green, as agreed" in words
    assert "seen as red. Four of ten" in words
    assert "Nine of ten by now" in words
    assert "We draw" in words
    assert "All by May" in words
    assert "Rated red" in words


def test_a_rating_that_is_answered_again_no_longer_stands(
    coordinator: Staff, police: Staff, audit: str
) -> None:
    at = report(coordinator)
    submitted(police, audit)
    agreed(coordinator, audit, chosen=[f"s1 {NAME}", f"s2 {NAME}"])
    assert "They are told rated green" in coordinator.get(at).words
    again = {"agency": NAME, "because": "s2 is of last year"}
    coordinator.post(f"work/audits/{audit}/returns/reopen", **again)
    amber = AMBER | {"standard": "s2", "doing": "Few of us", "good": "", "actions": "Soon"}
    police.get(f"returns/{audit}")
    police.post(f"returns/{audit}/answer", **amber)
    words = coordinator.get(at).words
    assert "They are told rated" not in words
    assert "Children are asked rated amber" in words


def test_agencies_are_typed_once_and_then_chosen(coordinator: Staff, tool: str) -> None:
    coordinator.made("work/audits/new", **OPENED, tool=tool)
    assert "Fire" in coordinator.get("work/partners/").words
    page = coordinator.get("work/audits/new").html
    assert page.count('value="Fire"') == 1
    chosen = {"kind": "Section 11", "title": "Again", "agencies": ["Fire"]}
    again = coordinator.post("work/audits/new", **chosen, more="fire", tool=tool)
    assert "Again" in again.words
    assert coordinator.get("work/partners/").words.count("Fire") == 1
    refused = coordinator.post("work/audits/new", **chosen | {"agencies": ["Water"]})
    assert refused.status == 422


def test_an_agency_with_a_new_name_keeps_its_returns(
    coordinator: Staff, sign_in: SignIn, tool: str
) -> None:
    audit = coordinator.made("work/audits/new", **OPENED, tool=tool).split("/")[-1]
    coordinator.post("work/people/", **FIRE)
    fire = sign_in(FIRE["email"])
    submitted(fire, audit)
    page = coordinator.get("work/partners/rename").html
    id = re.search(r'value="([0-9a-f-]{36})"[^>]*>Fire<', page)
    assert id
    coordinator.post("work/partners/rename", partner=id[1], name="Fire and Rescue")
    words = coordinator.get(f"work/audits/{audit}/moderation").words
    assert "Fire and Rescue (formerly Fire)" in words
    later = {"kind": "Section 11", "title": "Hearing 2028", "agencies": ["Fire and Rescue"]}
    second = coordinator.made("work/audits/new", **later, tool=tool, earlier=audit).split("/")[-1]
    assert "Hearing 2028" in fire.get("returns/").words
    assert "From last year" in fire.get(f"returns/{second}?standard=s1").words
    submitted(fire, second)
    grid = coordinator.get(f"work/audits/{second}/grid").words
    assert "The same" in grid


def test_fifty_standards_are_pasted_and_looked_at_first(coordinator: Staff) -> None:
    rows = [f"Standard number {n}\tChildren are asked, {n}\tnotes" for n in range(1, 51)]
    form = {"title": "Fifty", "rows": "0", "pasted": "\n".join(["Standard\tWhat\tHow", *rows])}
    coordinator.get("work/tools/new")
    page = coordinator.post("work/tools/new", **form, step="preview")
    assert page.status == 200
    assert "Nothing is published yet" in page.words
    assert "Children are asked, 50" in page.html
    assert "Fifty" not in coordinator.get("work/tools/").words
    at = coordinator.made("work/tools/new", **form, step="publish")
    assert coordinator.get(at).words.count("Children are asked, ") == 50


def test_a_bad_row_is_named_and_nothing_is_saved(coordinator: Staff) -> None:
    form = {"title": "Fifty", "rows": "0", "pasted": "One | Asked | notes\nTwo\n | Three"}
    coordinator.get("work/tools/new")
    for step in ("preview", "publish"):
        page = coordinator.post("work/tools/new", **form, step=step)
        assert page.status == 422
        assert "Row 2, “Two”, does not say what has to be so" in page.words
        assert "Row 3 has no title" in page.words
        assert "One | Asked | notes" in page.html
    assert "Fifty" not in coordinator.get("work/tools/").words


def test_ratings_typed_for_green_stay(coordinator: Staff, police: Staff, audit: str) -> None:
    """The agency's own words are never overwritten by what is agreed."""
    submitted(police, audit)
    agreed(coordinator, audit, chosen=[f"s2 {NAME}"])
    words = coordinator.get(f"work/audits/{audit}/moderation?agency={NAME}&standard=s2").words
    assert GREEN["doing"] in words
