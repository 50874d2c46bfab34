"""What a tablet asks by itself: who is signed in, the pages to keep, and what waits."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from uuid import uuid4

import pytest
import time_machine

from infra.partnerships import Partnerships
from tests.web.inspections.test_visits import SEEN
from tests.web.staff import Staff, newest_link, posted

SignIn = Callable[[str], Staff]
KEPT = "visits/kept/"


@pytest.fixture
def sam(sign_in: SignIn) -> Staff:
    return sign_in("inspector@norfolk.example")


@pytest.fixture
def form(sam: Staff) -> str:
    return next(link for link in sam.get("visits/").links if "/visits/new/" in link)[-36:]


def test_the_key_to_drafts_is_the_same_for_a_person_and_another_one_for_the_next(
    sam: Staff, sign_in: SignIn
) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    coordinator.post("work/inspections/inspectors", name="Kim", email="kim@norfolk.example")
    again = sign_in("inspector@norfolk.example")
    first, second, kim = (
        each.client.get(each.at("visits/fresh")).json
        for each in (sam, again, sign_in("kim@norfolk.example"))
    )
    assert first["key"] == second["key"] != kim["key"]
    assert first["sitting"]
    assert kim["name"] == "Kim"


def test_what_a_page_asks_by_itself_does_not_make_a_session_last(sam: Staff, form: str) -> None:
    paths = ("visits/fresh", KEPT, f"{KEPT}{form}")
    with time_machine.travel(datetime.now(UTC), tick=False) as clock:
        assert sam.get("visits/").status == 200
        for _ in range(2):
            clock.shift(timedelta(minutes=14))
            assert [sam.client.get(sam.at(path)).status_code for path in paths] == [200] * 3
            assert sam.client.get(sam.at("visits/session")).status_code == 204
        clock.shift(timedelta(minutes=3))
        assert [sam.client.get(sam.at(path)).status_code for path in paths] == [303] * 3


def test_kept_pages_are_about_nobody(sam: Staff, form: str) -> None:
    sam.client.post(sam.at(f"visits/new/{form}"), data={"key": uuid4().hex})
    for path in (KEPT, f"{KEPT}{form}"):
        html = sam.client.get(sam.at(path)).text
        assert 'data-who=""' in html
        assert "Sam" not in html
        assert "csrf_token" not in html
        assert "data-sitting" not in html


def test_a_form_says_which_answers_it_needs_and_in_which_words(sam: Staff, form: str) -> None:
    found = re.search(r'data-needed="([^"]+)"', sam.get(f"{KEPT}{form}").html)
    assert found
    needed = json.loads(unescape(found[1]))
    assert needed["place"] == "Say where you went."
    assert needed["noise"] == "Please answer this question."
    assert "more" not in needed


def test_what_is_refused_says_which_answer_in_words(sam: Staff, form: str) -> None:
    later = f"visits/outbox/{form}"
    refused = sam.send(later, **(SEEN | {"noise": "", "place": ""}))
    assert (refused.status_code, refused.json and refused.json["errors"]) == (
        422,
        {"place": "Say where you went."},
    )
    refused = sam.send(later, **(SEEN | {"noise": ""}))
    assert refused.json
    assert refused.json["errors"] == {"noise": "Please answer this question."}


def test_the_same_visit_again_is_known_and_with_other_words_refused(sam: Staff, form: str) -> None:
    later, key = f"visits/outbox/{form}", uuid4().hex
    answers = [sam.send(later, **SEEN, key=key).status_code for _ in range(2)]
    assert answers == [201, 200]
    assert sam.send(later, **(SEEN | {"place": "The pool"}), key=key).status_code == 409
    assert "The pool" not in sam.get("visits/").words


def test_whoever_signs_in_again_arrives_at_a_page_and_not_at_what_one_asks_by_itself(
    sam: Staff, form: str, post: Path, demo: Partnerships
) -> None:
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=1), tick=False):
        for path in ("visits/fresh", "visits/session", KEPT, f"{KEPT}{form}", "visits/worker.js"):
            assert sam.client.get(sam.at(path)).status_code == 303
        sam.client.post("/norfolk/work/sign-in", data={"email": "inspector@norfolk.example"})
        posted(demo)
        entered = sam.client.post(newest_link(post, "inspector@norfolk.example"))
    assert entered.headers["Location"] == "/norfolk/visits/"


def test_a_part_of_a_script_is_never_an_old_one(sam: Staff) -> None:
    with sam.client.get("/static/js/visits/drafts.js") as part:
        assert part.headers["Cache-Control"] == "no-cache"
        assert part.headers["ETag"]


def test_nobody_is_told_a_key_without_a_session(sam: Staff, form: str) -> None:
    sam.client.delete_cookie("earshot")
    assert sam.client.get(sam.at("visits/fresh")).status_code == 303
    assert sam.send(f"visits/outbox/{form}", **SEEN).status_code == 401


def test_a_tablet_is_told_that_its_session_was_ended_elsewhere(sam: Staff, sign_in: SignIn) -> None:
    asked = sam.client.get(sam.at("visits/session"))
    assert (asked.status_code, asked.data) == (204, b"")
    assert "Set-Cookie" not in asked.headers
    elsewhere = sign_in("inspector@norfolk.example")
    elsewhere.post("work/sessions/others")
    assert sam.client.get(sam.at("visits/session")).status_code == 303
    assert elsewhere.client.get(elsewhere.at("visits/session")).status_code == 204
