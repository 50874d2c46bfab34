"""Audits, from opened to closed."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
NEW = "work/audits/new"
OPENED = {"kind": "Section 11", "title": "How we listen", "more": "Police\n\nHealth\nPolice"}
RATED = {"agency": "Police", "standard": "Children are heard", "rating": "amber", "why": "Not all"}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def audit(coordinator: Staff) -> str:
    return coordinator.made(NEW, **OPENED)


def test_an_audit_is_opened_with_each_agency_once(coordinator: Staff, audit: str) -> None:
    assert "Police, Health" in coordinator.get(audit).words


@pytest.mark.parametrize("missing", ["kind", "title", "more"])
def test_an_audit_that_lacks_something_is_asked_again(coordinator: Staff, missing: str) -> None:
    page = coordinator.post(NEW, **(OPENED | {missing: ""}))
    assert page.status == 422
    assert f'href="#f-{"agencies" if missing == "more" else missing}"' in page.html
    assert all(typed in page.html for name, typed in OPENED.items() if name != missing)


def test_it_is_rated_found_agreed_done_and_closed(coordinator: Staff, audit: str) -> None:
    rated = coordinator.post(f"{audit}/rate", **RATED).words
    assert "AmberNot all" in rated
    green = RATED | {"rating": "green", "why": ""}
    assert "Green" in coordinator.post(f"{audit}/rate", **green).words
    found = coordinator.post(f"{audit}/find", kind="good practice", finding="They write it down")
    assert "They write it down" in found.words
    agreed = coordinator.post(f"{audit}/action", text="Ask twice", owner="Health", due="2027-01-29")
    assert "29 January 2027" in agreed.words
    closed = coordinator.post(f"{audit}/close", conclusion="All is well")
    assert "The audit is closed" in closed.words
    assert "Rate a standard" not in closed.words
    assert coordinator.post(f"{audit}/rate", **RATED).status == 422
    action = re.search(r'<option value="([0-9a-f]{32})">Ask twice', closed.html)
    assert action
    assert "They do" in coordinator.post(f"{audit}/done", action=action[1], result="They do").words


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("rate", RATED | {"agency": "Nobody"}),
        ("rate", RATED | {"rating": "blue"}),
        ("find", {"kind": "bad practice", "finding": "a"}),
        ("action", {"text": "a", "owner": "b", "due": "2026-13-45"}),
        ("action", {"text": "a", "owner": "b"}),
        ("done", {"action": "nothing", "result": "a"}),
        ("close", {"conclusion": ""}),
    ],
)
def test_what_is_not_right_is_said(
    coordinator: Staff, audit: str, name: str, given: dict[str, str]
) -> None:
    page = coordinator.post(f"{audit}/{name}", **given)
    assert page.status == 422
    assert "There is a problem" in page.words


def test_sending_twice_opens_one_audit(coordinator: Staff) -> None:
    key = uuid4().hex
    assert len({coordinator.made(NEW, **OPENED, key=key) for _ in range(2)}) == 1
    assert coordinator.get("work/audits/").words.count("How we listen") == 1


def test_triage_sees_no_audits_and_scrutineers_change_none(sign_in: SignIn, audit: str) -> None:
    assert sign_in("triage@norfolk.example").get(audit).status == 403
    scrutineer = sign_in("scrutineer@norfolk.example")
    assert "How we listen" in scrutineer.get(audit).words
    assert scrutineer.post(f"{audit}/rate", **RATED).status == 403


def test_a_reviewing_partnership_is_named_and_gets_no_access(sign_in: SignIn) -> None:
    surrey = sign_in("coordinator@surrey.example")
    listed = surrey.get("work/audits/").html
    found = re.search(r'href="/surrey/(work/audits/[0-9a-f-]{36})">Peer review', listed)
    assert found
    words = surrey.get(found[1]).words
    assert "Isles of Scilly and Cornwall" in words
    assert "no access to this record" in words
    norfolk = sign_in("coordinator@norfolk.example")
    assert norfolk.client.get(f"/surrey/{found[1]}").status_code == 303
    assert "Sign in to Surrey" in norfolk.get(f"/surrey/{found[1]}").words


def test_a_peer_review_needs_a_reviewer_and_an_assurance_report_one_agency(
    coordinator: Staff,
) -> None:
    peer = coordinator.post(NEW, **(OPENED | {"kind": "peer review"}))
    assert (peer.status, 'href="#f-reviewer"' in peer.html) == (422, True)
    report = OPENED | {"kind": "single-agency assurance report", "subject": "EHE"}
    assert 'href="#f-agencies"' in coordinator.post(NEW, **report).html
    assert "EHE" in coordinator.get(coordinator.made(NEW, **(report | {"more": "LA"}))).words
