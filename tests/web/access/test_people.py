"""Who may sign in: given access, ended, and signed out at once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
NEW = {"name": "Ali", "email": "Ali@norfolk.example", "role": "triage"}
PEOPLE = "work/people/"


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


def ending(coordinator: Staff, email: str) -> str:
    row = next(row for row in coordinator.get(PEOPLE).html.split("<tr>") if f">{email}<" in row)
    found = re.search(r'action="/norfolk/(work/people/[^"]+/end)"', row)
    assert found
    return found[1]


def test_somebody_is_let_in_and_can_work(coordinator: Staff, sign_in: SignIn) -> None:
    page = coordinator.post(PEOPLE, **NEW)
    assert "Ali may sign in now." in page.words
    assert "ali@norfolk.example" in page.words
    assert "Triage queue" in sign_in("ali@norfolk.example").get("work/").words


def test_whoever_is_ended_is_out_at_once(coordinator: Staff, sign_in: SignIn) -> None:
    triage = sign_in("triage@norfolk.example")
    assert "Triage queue" in triage.get("work/").words
    end = ending(coordinator, "triage@norfolk.example")
    assert "Their access is ended" in coordinator.post(end).words
    assert "Sign in to Norfolk" in triage.get("work/").words
    assert triage.post("work/feedback/00000000-0000-0000-0000-000000000000/read").status == 401
    assert coordinator.post(end).status == 404


def test_whoever_was_ended_can_be_let_in_again(coordinator: Staff, sign_in: SignIn) -> None:
    coordinator.post(ending(coordinator, "triage@norfolk.example"))
    again = {"name": "Triage", "email": "triage@norfolk.example", "role": "scrutineer"}
    assert "may sign in now" in coordinator.post(PEOPLE, **again).words
    assert sign_in("triage@norfolk.example").get(PEOPLE).status == 200


def test_nobody_ends_their_own_access(coordinator: Staff) -> None:
    mine = ending(coordinator, "triage@norfolk.example")
    rows = coordinator.get(PEOPLE).html.split("<tr>")
    assert "End access" not in next(row for row in rows if ">coordinator@norfolk.example<" in row)
    me = coordinator.client
    with me.session_transaction() as session:
        own = session["sessions"]["norfolk"]["person"]
    page = coordinator.post(re.sub(r"[0-9a-f-]{36}", own, mine))
    assert page.status == 422
    assert "your own access" in page.words


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": ""}, "Give their name."),
        ({"email": "nowhere"}, "name@example.org"),
        ({"role": ""}, "Choose what they may do."),
        ({"role": "inspector"}, "Choose what they may do."),
        ({"role": "king"}, "Choose what they may do."),
        ({"email": "triage@norfolk.example"}, "recorded before"),
    ],
)
def test_what_is_not_right_is_said(coordinator: Staff, given: dict[str, str], said: str) -> None:
    page = coordinator.post(PEOPLE, **(NEW | given))
    assert page.status == 422
    assert said in page.words
    assert page.fields["name"] == (NEW | given)["name"]


def test_scrutineers_see_who_is_there_and_change_nobody(sign_in: SignIn) -> None:
    scrutineer = sign_in("scrutineer@norfolk.example")
    page = scrutineer.get(PEOPLE)
    assert "triage@norfolk.example" in page.words
    assert "End access" not in page.words
    assert scrutineer.post(PEOPLE, **NEW).status == 403
