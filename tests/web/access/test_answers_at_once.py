"""Two tabs at once: the answer that comes later overwrites nothing that the other one began."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import time_machine
from flask import Flask
from flask.testing import FlaskClient

from tests.web.page import Page
from tests.web.staff import Staff

SignIn = Callable[..., Staff]


def other_tab(app: Flask, staff: Staff) -> FlaskClient:
    """The same browser as it was, for a page that is asked for now and answered late."""
    tab = app.test_client()
    for each in staff.client._cookies.values():
        tab.set_cookie(each.key, each.value)
    return tab


def late(app: Flask, staff: Staff, path: str) -> Callable[[], None]:
    """Asks for a page. Call the result once its answer arrives: its cookies are taken over."""
    answered = other_tab(app, staff).get(path)

    def arrive() -> None:
        for each in answered.headers.getlist("Set-Cookie"):
            name, value = each.partition(";")[0].split("=", 1)
            staff.client.set_cookie(name, value)

    return arrive


def test_a_late_answer_does_not_end_the_session_in_another_partnership(
    demo_app: Flask, sign_in: SignIn
) -> None:
    staff = sign_in("coordinator@norfolk.example")
    arrive = late(demo_app, staff, "/norfolk/work/")
    held = staff.client.get_cookie("earshot")
    staff.client.get("/surrey/work/")  # asks to sign in, and remembers where one wanted to go
    wanted = staff.client.get_cookie("earshot")
    assert held
    assert wanted
    assert held.value != wanted.value
    arrive()
    now = staff.client.get_cookie("earshot")
    assert now
    assert now.value == wanted.value


def test_a_late_answer_does_not_bring_a_session_back(demo_app: Flask, sign_in: SignIn) -> None:
    staff = sign_in("coordinator@norfolk.example")
    arrive = late(demo_app, staff, "/norfolk/work/")
    staff.send("work/sign-out")
    arrive()
    assert staff.client.get("/norfolk/work/").status_code == 303


def test_a_session_lasts_while_somebody_uses_it_and_ends_after_half_an_hour(
    sign_in: SignIn,
) -> None:
    staff = sign_in("coordinator@norfolk.example")
    with time_machine.travel(datetime.now(UTC), tick=False) as clock:
        for _ in range(4):
            clock.shift(timedelta(minutes=20))
            assert staff.client.get("/norfolk/work/").status_code == 200
        clock.shift(timedelta(minutes=31))
        assert staff.client.get("/norfolk/work/").status_code == 303


def test_one_sessions_moment_counts_for_no_other(
    demo_app: Flask, sign_in: SignIn, anybody: FlaskClient
) -> None:
    staff = sign_in("coordinator@norfolk.example")
    copied = staff.client.get_cookie("earshot")
    assert copied
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=31), tick=False):
        again = sign_in("coordinator@norfolk.example")
        again.get("work/")
        seen = again.client.get_cookie("earshot-seen")
        assert seen
        thief = demo_app.test_client()
        for name, value in (("earshot", copied.value), ("earshot-seen", seen.value)):
            thief.set_cookie(name, value)
        assert thief.get("/norfolk/work/").status_code == 303


def test_two_tabs_of_a_young_person_each_keep_their_answers_and_their_words(
    anybody: FlaskClient,
) -> None:
    """Their pages set no cookie: what a tab holds is in its form."""
    tabs = [Page(anybody.get("/norfolk/tell")).fields | {"words": f"Tab {n}"} for n in (1, 2)]
    checked = [anybody.post("/norfolk/tell/check", data=each) for each in tabs]
    assert [Page(each).fields["words"] for each in checked] == ["Tab 1", "Tab 2"]
    sent = [anybody.post("/norfolk/tell/send", data=each) for each in reversed(tabs)]
    assert not any("Set-Cookie" in each.headers for each in (*checked, *sent))
    receipts = [Page(each).fields["receipt"] for each in sent]
    assert len(set(receipts)) == 2
    for receipt in receipts:
        assert anybody.post("/norfolk/back", data={"receipt": receipt}).status_code == 200
