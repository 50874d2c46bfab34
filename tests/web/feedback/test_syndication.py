"""The feed of what was done for other sites and readers, and the page of the year."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from projections.feedback.you_said import YouSaid
from tests.web.page import Page
from tests.web.staff import Staff

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SignIn = Callable[[str], Staff]
FEEDS = ("you-said.json", "you-said/fragment", "changed.atom")


@pytest.mark.parametrize("path", FEEDS)
def test_any_site_may_read_it_and_nobody_is_followed(anybody: FlaskClient, path: str) -> None:
    answer = anybody.get(f"/norfolk/{path}")
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in answer.headers


def test_the_board_as_data_says_what_is_a_quotation_and_what_is_made_up(
    anybody: FlaskClient,
) -> None:
    themes = anybody.get("/norfolk/you-said.json").get_json()["themes"]
    said = [said for theme in themes for said in theme["said"]]
    assert len([each for each in said if each["quotation"]]) >= 23
    assert any(did["made_up"] for theme in themes for did in theme["did"])
    one = themes[0]["theme"]
    only = anybody.get("/norfolk/you-said.json", query_string={"theme": one}).get_json()["themes"]
    assert [theme["theme"] for theme in only] == [one]
    assert anybody.get("/norfolk/you-said.json?theme=none").get_json()["themes"] == []


def test_the_board_is_asked_for_one_quarter(anybody: FlaskClient) -> None:
    did = [
        did
        for theme in anybody.get("/norfolk/you-said.json").get_json()["themes"]
        for did in theme["did"]
    ]
    quarters = {each["quarter"] for each in did}
    assert quarters - {None}
    for quarter in quarters - {None}:
        asked = {"quarter": quarter}
        themes = anybody.get("/norfolk/you-said.json", query_string=asked).get_json()["themes"]
        found = [each for theme in themes for each in theme["did"]]
        assert found == [each for each in did if each["quarter"] == quarter]
        html = anybody.get("/norfolk/you-said/fragment", query_string=asked).text
        assert html.count("<strong>") == len(found)
    nothing = anybody.get("/norfolk/you-said/fragment?quarter=none")
    assert "Nothing here yet" in nothing.text


def test_staff_find_the_addresses_for_their_own_site(sign_in: SignIn) -> None:
    html = sign_in("coordinator@norfolk.example").get("work/reports/").html
    for path in FEEDS:
        assert f"/norfolk/{path}" in html


def test_a_paraphrase_is_no_quotation_in_the_fragment(anybody: FlaskClient) -> None:
    html = anybody.get("/nel/you-said/fragment").text
    assert "<blockquote>" not in html
    assert "<script" not in html
    assert "<style" not in html
    assert "<blockquote>" in anybody.get("/norfolk/you-said/fragment").text


def test_the_feed_has_an_entry_for_each_thing_done_the_newest_first(
    demo: Partnerships, anybody: FlaskClient
) -> None:
    with demo.open("norfolk").read(YouSaid) as view:
        answers = view.answers(100)
    assert answers
    top = ElementTree.fromstring(anybody.get("/norfolk/changed.atom").data)
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in top.findall("a:entry", ATOM)]
    assert ids == [f"urn:uuid:{each.id}" for each in answers]
    days = [entry.findtext("a:updated", "", ATOM) for entry in top.findall("a:entry", ATOM)]
    assert days == sorted(days, reverse=True)
    assert "Made up" in anybody.get("/norfolk/changed.atom").text


def test_the_feed_is_the_same_in_whichever_language_it_is_asked_for(
    sign_in: SignIn, anybody: FlaskClient
) -> None:
    """A feed reader knows a feed and its entries by their ids."""
    sign_in("coordinator@norfolk.example").post(
        "work/languages/offer", language="pl", checked_by="a speaker"
    )
    polish = {"Accept-Language": "pl"}
    assert 'lang="pl"' in anybody.get("/norfolk/", headers=polish).text
    feed = anybody.get("/norfolk/changed.atom", headers=polish).text
    assert feed == anybody.get("/norfolk/changed.atom").text
    assert "lang=" not in feed


def test_the_year_is_told_by_quarters(demo: Partnerships, anybody: FlaskClient) -> None:
    with demo.open("norfolk").read(YouSaid) as view:
        quarters = {answer.quarter for answer in view.answers(100)}
    pages = [anybody.get(f"/norfolk/changed{year}") for year in ("", "?year=before")]
    words = "".join(Page(page).words for page in pages)
    assert any(quarter in words for quarter in quarters) or "Nothing here yet" in words
    assert anybody.get("/norfolk/changed?year=1999").status_code == 404
    empty = Page(anybody.get("/surrey/changed"))
    assert empty.status == 200
