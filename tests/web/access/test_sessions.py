"""Sessions are in the record: each is listed, and ends at once wherever its cookie is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from projections.record.timeline import Timeline
from tests.web.page import Page
from tests.web.staff import Staff, newest_link, posted

SignIn = Callable[[str], Staff]
TRIAGE, AT = "triage@norfolk.example", "work/sessions/"
CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Safari/537.36"
)


def copy_of(staff: Staff, app: Flask) -> FlaskClient:
    """Another browser with the same cookie, as somebody who copied it has."""
    thief, cookie = app.test_client(), staff.client.get_cookie("earshot")
    assert cookie
    thief.set_cookie("earshot", cookie.value)
    return thief


def test_a_copied_cookie_is_worth_nothing_once_its_owner_signs_out(
    sign_in: SignIn, demo_app: Flask
) -> None:
    triage = sign_in(TRIAGE)
    thief = copy_of(triage, demo_app)
    assert thief.get("/norfolk/work/").status_code == 200
    triage.send("work/sign-out")
    assert Page(thief.get("/norfolk/work/", follow_redirects=True)).title.startswith("Sign in")


def test_signing_in_again_ends_the_session_that_the_browser_had(
    sign_in: SignIn, demo_app: Flask, demo: Partnerships, post: Path
) -> None:
    triage = sign_in(TRIAGE)
    thief = copy_of(triage, demo_app)
    triage.client.post("/norfolk/work/sign-in", data={"email": "scrutineer@norfolk.example"})
    posted(demo)
    link = newest_link(post, "scrutineer@norfolk.example")
    assert triage.client.post(link).status_code == 303
    assert "scrutineer" in triage.get("work/sessions/").html
    assert thief.get("/norfolk/work/").status_code == 303


def test_each_session_is_listed_with_its_device(
    sign_in: SignIn, demo_app: Flask, demo: Partnerships, post: Path
) -> None:
    first = sign_in(TRIAGE)
    second = demo_app.test_client()
    second.post("/norfolk/work/sign-in", data={"email": TRIAGE})
    posted(demo)
    second.post(newest_link(post, TRIAGE), headers={"User-Agent": CHROME})
    page = first.get(AT)
    assert "Chrome on Windows" in page.words
    assert page.words.count("You are here.") == 1
    assert page.words.count("Sign out there") == 1
    done = first.post(f"{AT}one", token=page.fields["token"])
    assert "That session is over" in done.words
    assert "Chrome" not in done.words
    assert second.get("/norfolk/work/").status_code == 303
    assert first.get("work/").status == 200


def test_all_others_end_at_once_and_this_one_goes_on(sign_in: SignIn) -> None:
    first, second, third = (sign_in(TRIAGE) for _ in range(3))
    third.get(AT)
    assert "You are signed in here alone" in third.post(f"{AT}others").words
    for other in (first, second):
        assert "Sign in to Norfolk" in other.get("work/").words
    assert third.get("work/").status == 200


def test_nobody_ends_somebody_elses_session(sign_in: SignIn, demo: Partnerships) -> None:
    triage, scrutineer = sign_in(TRIAGE), sign_in("scrutineer@norfolk.example")
    access = demo.open("norfolk").access
    [session] = access.recall(access.id_of("scrutineer@norfolk.example")).sessions
    triage.get(AT)
    refused = triage.post(f"{AT}one", token=session.token)
    assert (refused.status, "That session is over already" in refused.words) == (422, True)
    assert scrutineer.get("work/").status == 200


def test_the_device_is_nobody_elses_business(
    sign_in: SignIn, demo: Partnerships, tmp_path: Path
) -> None:
    """It is sealed in the record, and in no sentence of the replay."""
    triage = sign_in(TRIAGE)
    triage.send("work/sign-out")
    norfolk = demo.open("norfolk")
    norfolk.catch_up()
    with norfolk.read(Timeline) as view:
        lines = view.of(norfolk.access.id_of(TRIAGE))
    assert any("Signed out." in str(each) for each in lines)
    rows = demo.store.recorder("norfolk").read(0, 100_000)
    assert not any(b"Werkzeug" in row.state or b"Another browser" in row.state for row in rows)


@pytest.mark.parametrize("role", ["inspector", "agency"])
def test_everybody_who_signs_in_has_the_page(sign_in: SignIn, role: str) -> None:
    assert "You are here." in sign_in(f"{role}@norfolk.example").get(AT).words
