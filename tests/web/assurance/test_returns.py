"""An agency's return: from invited to agreed, and nothing of another agency's."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
WRITTEN = {
    "title": "How we hear",
    "rows": "2",
    "title0": "Children are asked",
    "criteria0": "Each child",
    "title1": "They are told",
    "criteria1": "Somebody tells them",
}
OPENED = {"kind": "Section 11", "title": "Hearing 2027", "more": "Fire\nPolice (made up)"}
AMBER = {
    "standard": "s1",
    "rating": "amber",
    "doing": "Most of us ask",
    "actions": "All by May",
    "good": "We draw",
    "why": "",
}
GREEN = {"standard": "s2", "rating": "green", "doing": "We write to them"}
FIRE = {"name": "Ash", "email": "ash@norfolk.fire.example", "role": "agency", "agency": "Fire"}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def tool(coordinator: Staff) -> str:
    return coordinator.made("work/tools/new", **WRITTEN).split("/")[-1]


@pytest.fixture
def audit(coordinator: Staff, tool: str) -> str:
    return coordinator.made("work/audits/new", **OPENED, tool=tool).split("/")[-1]


@pytest.fixture
def police(sign_in: SignIn) -> Staff:
    return sign_in("agency@norfolk.example")


def submitted(agency: Staff, audit: str) -> None:
    agency.get(f"returns/{audit}")
    agency.made(f"returns/{audit}/answer", **AMBER)
    agency.made(f"returns/{audit}/answer", **GREEN)
    agency.made(f"returns/{audit}/submit")


def test_a_coordinator_invites_somebody_of_an_agency(coordinator: Staff) -> None:
    assert "They name: Health (made up), Police (made up)." in coordinator.get("work/people/").words
    assert "agency: Fire" in coordinator.post("work/people/", **FIRE).words
    page = coordinator.post("work/people/", **(FIRE | {"agency": "", "email": "b@fire.example"}))
    assert page.status == 422
    assert 'href="#f-agency"' in page.html


def test_an_agency_signs_in_to_its_own_returns_and_to_nothing_else(
    police: Staff, audit: str
) -> None:
    assert "Hearing 2027" in police.get("returns/").words
    for page in (
        "work/",
        "work/audits/",
        f"work/audits/{audit}",
        "work/people/",
        "work/decisions/",
    ):
        assert police.get(page).status == 403


def test_an_agency_finds_no_audit_that_does_not_ask_it(
    coordinator: Staff, police: Staff, tool: str
) -> None:
    others = coordinator.made("work/audits/new", **(OPENED | {"more": "Fire"}), tool=tool)
    simple = coordinator.made("work/audits/new", **(OPENED | {"title": "With no returns"}))
    police.get("returns/")
    for id in (others.split("/")[-1], simple.split("/")[-1], str(uuid4())):
        assert police.get(f"returns/{id}").status == 404
        assert police.send(f"returns/{id}/answer", **AMBER).status_code == 404


def test_a_return_is_saved_standard_by_standard_and_submitted_when_all_are(
    police: Staff, audit: str
) -> None:
    police.get(f"returns/{audit}")
    assert police.post(f"returns/{audit}/submit").status == 422
    page = police.post(f"returns/{audit}/answer", **AMBER)
    assert "They are told" in page.title, "the next one that has no answer"
    assert police.get(f"returns/{audit}?standard=s1").fields["doing"] == "Most of us ask"
    police.post(f"returns/{audit}/answer", **GREEN)
    assert "Submitted" in police.post(f"returns/{audit}/submit").words
    late = police.post(f"returns/{audit}/answer", **GREEN)
    assert late.status == 422
    assert "open it again" in late.words


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"rating": ""}, "rating"),
        ({"rating": "blue"}, "rating"),
        ({"actions": ""}, "actions"),
        ({"rating": "not applicable"}, "why"),
        ({"doing": "x" * 6000}, "doing"),
        ({"rating": "green", "doing": "\x00"}, "doing"),
    ],
)
def test_an_answer_that_lacks_something_is_asked_again_with_what_was_typed(
    police: Staff, audit: str, wrong: dict[str, str], field: str
) -> None:
    police.get(f"returns/{audit}")
    page = police.post(f"returns/{audit}/answer", **(AMBER | wrong))
    assert page.status == 422
    assert f'href="#f-{field}"' in page.html
    assert "We draw" in page.html


def test_a_challenge_stands_beside_the_own_rating_and_is_answered_then_agreed(
    coordinator: Staff, sign_in: SignIn, police: Staff, audit: str
) -> None:
    submitted(police, audit)
    scrutineer, cell = sign_in("scrutineer@norfolk.example"), {"agency": "Police (made up)"}
    there = f"work/audits/{audit}/moderation"
    scrutineer.get(there)
    said = cell | {"standard": "s2", "rating": "red", "why": "No letter was found"}
    assert "No letter was found" in scrutineer.post(f"{there}/challenge", **said).words
    settled = cell | {"standard": "s2", "agreed": "amber", "reason": "Two were"}
    early = coordinator.post(f"work/audits/{audit}/returns/agree", **settled)
    assert early.status == 422
    assert 'href="#f-agreed"' in early.html
    assert "No letter was found" in police.get(f"returns/{audit}?standard=s2").words
    police.made(f"returns/{audit}/respond", standard="s2", response="We found two")
    agreed = coordinator.post(f"work/audits/{audit}/returns/agree", **settled)
    assert "Two were" in agreed.words
    page = coordinator.get(there).words
    assert page.index("● Green") < page.index("■ Red") < page.index("We found two")
    assert scrutineer.send(f"work/audits/{audit}/returns/agree", **settled).status_code == 403


def test_a_return_is_opened_again_with_a_reason_that_the_agency_reads(
    coordinator: Staff, police: Staff, audit: str
) -> None:
    submitted(police, audit)
    again = {"agency": "Police (made up)", "standard": "s1"}
    assert coordinator.post(f"work/audits/{audit}/returns/reopen", **again).status == 422
    coordinator.post(f"work/audits/{audit}/returns/reopen", **again, because="Please say more")
    assert "Please say more" in police.get(f"returns/{audit}").words
    police.made(f"returns/{audit}/answer", **(GREEN | {"doing": "We write and call"}))


def test_last_years_answers_wait_to_be_confirmed_and_count_for_nothing_until_then(
    coordinator: Staff, police: Staff, tool: str, audit: str
) -> None:
    submitted(police, audit)
    later = OPENED | {"title": "Hearing 2028", "tool": tool, "earlier": audit}
    new = coordinator.made("work/audits/new", **later).split("/")[-1]
    page = police.get(f"returns/{new}?standard=s1")
    assert "From last year" in page.words
    assert "Most of us ask" in page.words
    assert police.post(f"returns/{new}/submit").status == 422
    police.made(f"returns/{new}/confirm", standard="s1")
    police.made(f"returns/{new}/answer", **(GREEN | {"rating": "red", "actions": "Write"}))
    assert "Not submitted" in coordinator.get(f"work/audits/{new}/grid").words
    police.made(f"returns/{new}/submit")
    grid = coordinator.get(f"work/audits/{new}/grid").words
    assert "▼ Worse, was green" in grid
    assert "= The same" in grid
    assert "We draw" in grid


def test_one_agency_is_shown_nothing_of_another(
    coordinator: Staff, police: Staff, sign_in: SignIn, audit: str
) -> None:
    coordinator.post("work/people/", **FIRE)
    fire = sign_in("ash@norfolk.fire.example")
    submitted(police, audit)
    seen = "".join(
        fire.get(page).html
        for page in ("returns/", f"returns/{audit}", f"returns/{audit}?standard=s1&agency=Police")
    )
    assert "Hearing 2027" in seen
    assert "Most of us ask" not in seen
    assert "Police" not in seen
    fire.made(f"returns/{audit}/answer", **(GREEN | {"agency": "Police (made up)"}))
    assert "Most of us ask" in police.get(f"returns/{audit}?standard=s1").words
    assert "We write to them" in fire.get(f"returns/{audit}?standard=s2").html


def test_an_agency_sees_the_actions_that_it_owns(coordinator: Staff, police: Staff) -> None:
    assert "Actions that your agency owns" not in police.get("returns/").words
    held = coordinator.made("work/meetings/new/hold", body="Board", held_on="2026-11-03")
    for text, owner in (("Ask each child twice", "police (Made Up)"), ("Count the beds", "Health")):
        coordinator.made(f"{held}/action", text=text, owner=owner, due="2026-11-10")
    words = police.get("returns/").words
    assert "Ask each child twice" in words
    assert "10 November 2026" in words
    assert "working days late" in words
    assert "Count the beds" not in words
