"""What a public body must publish is drawn from what the product does; every page leads there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from services.privacy.complaint import DAYS
from tests.stories import TOLD
from tests.web.page import Page
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
COMPLAINT = {"words": "You told my school CANARY", "contact": "me@x.example"}


@pytest.mark.parametrize(
    "path", ["privacy", "privacy/children", "accessibility", "complain", "childrens-code"]
)
def test_each_is_there_for_everybody_and_sets_no_cookie(anybody: FlaskClient, path: str) -> None:
    answer = anybody.get(f"/norfolk/{path}")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["", "tell", "help", "you-said", "back"])
def test_young_peoples_pages_lead_there(anybody: FlaskClient, path: str) -> None:
    assert "/norfolk/privacy/children" in Page(anybody.get(f"/norfolk/{path}")).links


def test_how_long_words_are_kept_is_what_is_set(demo: Partnerships, anybody: FlaskClient) -> None:
    norfolk = demo.open("norfolk")
    for months in (7, 19):
        norfolk.retention.set(norfolk.retention.id, TOLD, outcome="we did", months=months)
        norfolk.catch_up()
        for path in ("privacy", "privacy/children", "privacy/children?easy=1"):
            assert f"{months} months" in Page(anybody.get(f"/norfolk/{path}")).words


def test_the_young_peoples_notice_is_in_their_language(
    demo: Partnerships, anybody: FlaskClient
) -> None:
    norfolk = demo.open("norfolk")
    norfolk.language.offer(norfolk.language.id, TOLD, language="pl", checked_by="a speaker")
    norfolk.retention.set(norfolk.retention.id, TOLD, outcome="we did", months=7)
    norfolk.catch_up()
    page = Page(anybody.get("/norfolk/privacy/children?lang=pl"))
    for said in ("Kto to czyta?", "przez tyle miesięcy: 7", "Kogo mogę zapytać?"):
        assert said in page.words
    assert "Who reads it?" in Page(anybody.get("/norfolk/privacy/children?lang=en")).words


def test_the_fifteen_standards_are_answered_each(anybody: FlaskClient) -> None:
    page = anybody.get("/norfolk/childrens-code").text
    assert page.count("<li><strong>") == 15
    for name in ("Best interests", "Data minimisation", "Geolocation", "Nudge", "Online tools"):
        assert name in page


def test_the_impact_pack_is_drawn_from_what_is_set(demo: Partnerships, sign_in: SignIn) -> None:
    norfolk = demo.open("norfolk")
    norfolk.retention.set(norfolk.retention.id, TOLD, outcome="we did", months=7)
    protection = norfolk.data_protection
    protection.name_officer(
        protection.id, TOLD, controllers=("The council",), officer="DPO", contact="dpo@x.example"
    )
    norfolk.catch_up()
    page = sign_in("coordinator@norfolk.example").get("work/impact/").words
    for said in ("“we did”: 7 months", "The council. Data protection officer: DPO", "agency"):
        assert said in page
    assert re.search(r"scrutineer\s+1\s+may be read", page)
    assert re.search(r"inspector\s+\d+\s+never", page)
    assert sign_in("triage@norfolk.example").get("work/impact/").status == 403


def test_who_is_responsible_is_whom_the_partnership_named(
    demo: Partnerships, anybody: FlaskClient
) -> None:
    norfolk = demo.open("norfolk")
    named = {"controllers": ("The council", "The police"), "officer": "DPO of the council"}
    protection = norfolk.data_protection
    protection.name_officer(protection.id, TOLD, **named, contact="dpo@council.example")
    norfolk.catch_up()
    page = Page(anybody.get("/norfolk/privacy")).words
    for said in ("The council; The police", "DPO of the council", "dpo@council.example"):
        assert said in page
    assert "dpo@council.example" in Page(anybody.get("/norfolk/privacy/children")).words


def test_security_txt_says_where_to_report_a_fault(anybody: FlaskClient) -> None:
    said = anybody.get("/.well-known/security.txt")
    assert said.mimetype == "text/plain"
    assert "Contact: mailto:" in said.text
    assert "Expires: " in said.text


def test_a_complaint_is_taken_acknowledged_and_answered(
    anybody: FlaskClient, sign_in: SignIn
) -> None:
    form = Page(anybody.get("/norfolk/complain")).fields
    sent = Page(anybody.post("/norfolk/complain", data=form | COMPLAINT))
    assert f"within {DAYS} days" in sent.words
    again = Page(anybody.post("/norfolk/complain", data=form | COMPLAINT))
    assert again.status == 409 or "We have your complaint" in again.words
    triage = sign_in("triage@norfolk.example")
    page = triage.get("work/complaints/")
    assert "Waiting" in page.words
    assert "CANARY" not in page.html
    [link] = {each for each in page.links if "/work/complaints/" in each and len(each) > 40}
    one = triage.get(link)
    assert "CANARY" in one.html
    assert "me@x.example" in one.words
    assert "Acknowledged on" in triage.post(f"{link}/acknowledge").words
    assert triage.post(f"{link}/answer").status == 422
    assert "Answered on" in triage.post(f"{link}/answer", answer="We asked them to stop.").words
    assert "Answered on" in triage.get("work/complaints/").words


def test_an_empty_complaint_is_asked_again_with_what_was_typed(anybody: FlaskClient) -> None:
    page = Page(anybody.post("/norfolk/complain", data={"words": "", "contact": "me@x.example"}))
    assert page.status == 422
    assert "Say what went wrong." in page.words
    assert page.fields["contact"] == "me@x.example"
