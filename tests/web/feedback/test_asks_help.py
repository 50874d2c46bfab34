"""Whoever came by "Is someone hurting you?": other questions, and honest words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from events.fact import Provenance
from events.feedback.feedback import FeedbackSubmitted
from events.uk_time import UK
from infra.partnerships import Partnerships
from projections.deadlines.service_standards import Promised
from tests.web.page import Page
from tests.web.staff import Staff
from web.feedback.what_happens_now import WhatHappensNow, by_the_clock

HELP, CHECK, SEND = "/norfolk/tell?help=yes", "/norfolk/tell/check", "/norfolk/tell/send"
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SAID = {"words": "My uncle QUILLHURT", "safe_now": "no"}
BY_US = Provenance("us", "a test")


def checked(client: FlaskClient, **said: str) -> Page:
    return Page(client.post(CHECK, data=Page(client.get(HELP)).fields | said))


def sent(client: FlaskClient, **said: str) -> Page:
    return Page(client.post(SEND, data=checked(client, **said).fields))


def test_the_questions_are_other_ones(client: FlaskClient) -> None:
    page = Page(client.get(HELP))
    asked = ["What is happening?", "Are you safe now?", "Two last things"]
    assert [page.words.index(each) for each in asked] == sorted(map(page.words.index, asked))
    assert "Question 1 of 3" in page.words
    for other in ("How do you feel", "What is it about?", "make it better"):
        assert other not in page.words
    assert 'type="radio" name="feeling"' not in page.html


def test_the_check_page_shows_them_and_each_can_be_changed(client: FlaskClient) -> None:
    page = checked(client, **SAID)
    assert "What is happening" in page.words
    assert re.search(r"Safe now\s+No\b", page.words)
    assert "How you feel" not in page.words
    changed = client.post("/norfolk/tell", data=page.fields | {"change": "safe"})
    assert 'class="question opens" id="safe"' in changed.text


def test_a_face_that_was_picked_before_goes_along(client: FlaskClient) -> None:
    page = checked(client, **SAID, feeling="sad")
    assert "Sad" in page.words
    assert page.fields["feeling"] == "sad"


def test_what_they_said_of_being_safe_is_recorded(
    client: FlaskClient, partnerships: Partnerships
) -> None:
    page = checked(client, **SAID)
    client.post(SEND, data=page.fields)
    tenant = partnerships.open("norfolk")
    [fact] = tenant.ledger.facts(tenant.feedback.id_of(page.fields["client_id"]))
    assert isinstance(fact, FeedbackSubmitted)
    assert (fact.asks_help, fact.safe_now) == (True, "no")


def test_not_being_safe_says_enough_and_nothing_at_all_is_asked_again(client: FlaskClient) -> None:
    assert sent(client, safe_now="no").status == 200
    refused = checked(client)
    assert refused.status == 422
    assert "tell us if you are safe" in refused.words
    assert "face" not in refused.words


def test_whoever_did_not_come_that_way_says_nothing_of_it(
    client: FlaskClient, partnerships: Partnerships
) -> None:
    start = Page(client.get("/norfolk/tell")).fields
    client.post(SEND, data=start | {"words": "Hello", "safe_now": "no"})
    tenant = partnerships.open("norfolk")
    [fact] = tenant.ledger.facts(tenant.feedback.id_of(start["client_id"]))
    assert isinstance(fact, FeedbackSubmitted)
    assert fact.safe_now == ""


def test_staff_see_at_once_that_a_child_is_not_safe(
    anybody: FlaskClient, demo: Partnerships, sign_in: Callable[[str], Staff]
) -> None:
    sent(anybody, **SAID)
    demo.open("norfolk").catch_up()
    triage = sign_in("triage@norfolk.example")
    row = next(row for row in triage.get("work/").html.split("<tr>") if "QUILLHURT" in row)
    assert '<span class="tag tag--red">Safe now: No</span>' in row
    found = re.search(r'href="/norfolk/(work/feedback/[0-9a-f-]+)"', row)
    assert found
    message = triage.get(found[1])
    facts = message.html.split('<dl class="facts">')[1]
    assert facts.index("Safe now") < facts.index("About")


def test_what_happens_now_stands_first_and_help_before_the_five_words(client: FlaskClient) -> None:
    page = sent(client, **SAID)
    order = ["What happens now?", "Talk to someone now", "Keep these five words."]
    assert [page.words.index(each) for each in order] == sorted(map(page.words.index, order))
    again = client.post("/norfolk/kept", data=page.fields | {"word": "no"})
    assert "What happens now?" in again.text


def test_words_that_raise_themselves_are_told_of_it_and_others_are_not(client: FlaskClient) -> None:
    start = Page(client.get("/norfolk/tell")).fields
    raised = Page(client.post(SEND, data=start | {"words": "He hits me every night"}))
    assert "What happens now?" in raised.words
    start = Page(client.get("/norfolk/tell")).fields
    other = Page(client.post(SEND, data=start | {"words": "The bus is late"}))
    assert "What happens now?" not in other.words


def test_nothing_is_said_that_the_service_does_not_do(
    client: FlaskClient, partnerships: Partnerships
) -> None:
    """By the hours, the rota and the contact of the partnership, on both pages that tell of it."""

    def told() -> list[str]:
        return [Page(client.get("/norfolk/safe")).words, sent(client, **SAID).words]

    for words in told():
        assert "We can't say when" in words  # no hours are set here
        assert "to the top" not in words
    tenant = partnerships.open("norfolk")
    later = datetime.now(UK) + timedelta(days=3)
    tenant.service_standard.set_hours(
        tenant.service_standard.id, BY_US, days=(f"{later:%A}",), opens="03:00", closes="04:00"
    )
    tenant.catch_up()
    for words in told():
        assert f"Nobody reads this until 3:00 on {later:%A} {later.day} {later:%B}." in words
    tenant.duty.set_out_of_hours(
        tenant.duty.id, BY_US, name="EDT", email="edt@norfolk.example", phone=""
    )
    tenant.catch_up()
    for words in told():
        assert "They work when we are closed." in words
        assert "Nobody reads" not in words


def test_a_partnership_that_closed_meanwhile_says_so(
    client: FlaskClient, partnerships: Partnerships, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infra.partnerships._CARD_SECONDS", 0)
    page = checked(client, **SAID)
    tenant = partnerships.open("norfolk")
    tenant.opening.close(tenant.opening.id, BY_US, why="We are on a trip.")
    tenant.catch_up()
    words = Page(client.post(SEND, data=page.fields)).words
    assert "We are closed now. We can't say when a grown-up reads this." in words


@pytest.mark.parametrize(
    ("moment", "minutes", "told", "expected"),
    [
        ("2026-12-01T10:00", 0, True, {"read_by": "11:00"}),
        ("2026-12-01T10:00", 20, True, {"read_by": "10:20"}),
        ("2026-12-01T10:00", 0, False, {"read_by": "11:00"}),
        ("2026-12-01T16:30", 0, True, {"closes": "17:00", "reopens": "9:00 tomorrow"}),
        ("2026-12-01T20:00", 0, False, {"reopens": "9:00 tomorrow"}),
        ("2026-12-01T08:00", 0, True, {"reopens": "9:00"}),
        ("2026-12-04T20:00", 0, True, {"reopens": "9:00 on Monday 7 December"}),
    ],
)
def test_what_is_said_follows_the_clock_the_hours_and_who_can_be_told(
    client: FlaskClient, moment: str, minutes: int, told: bool, expected: dict[str, str]
) -> None:
    promised = Promised(UUID(int=1), days=WEEK, opens="09:00", closes="17:00")
    local = datetime.fromisoformat(moment).replace(tzinfo=UK)
    is_open = "closes" in expected or "read_by" in expected
    who = {"on_duty": told and is_open, "on_call": told and not is_open}
    with client.application.test_request_context("/"):
        found = by_the_clock(promised, minutes, local, **who)
    assert found == WhatHappensNow(is_closed=not is_open, is_told=told, **expected)
