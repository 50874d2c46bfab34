"""Every page for young people can be read at the age of ten, in short plain sentences."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from infra.partnerships import Partnerships
from projections.reporting.annual_report import AnnualReport
from services.feedback.word_list import easy_list
from services.reading_age import measure
from tests.web.page import Page
from web.childrens_version.easy_ideas import picture_for
from web.feedback.receipt_page import asked_for

TELL = "/norfolk/tell"
NOTHING = {"receipt": "one two"}
HELLO = {"words": "Hello"}
FIVE = " ".join(easy_list().words[:5])
LAST = easy_list().words[asked_for(FIVE.split()) - 1]
LONG = {"words": "Hello " * 500}
VISITS: dict[str, Callable[[FlaskClient], TestResponse]] = {
    "landing": lambda client: client.get("/"),
    "front": lambda client: client.get("/norfolk/"),
    "tell": lambda client: client.get(TELL),
    "change": lambda client: client.post(TELL, data=HELLO | {"change": "words"}),
    "too long": lambda client: client.post(f"{TELL}/check", data=LONG),
    "nothing said": lambda client: client.post(f"{TELL}/check"),
    "check": lambda client: client.post(f"{TELL}/check", data=HELLO),
    "sent": lambda client: client.post(f"{TELL}/send", data=HELLO),
    "back": lambda client: client.get("/norfolk/back"),
    "not five words": lambda client: client.post("/norfolk/back", data=NOTHING),
    "you said": lambda client: client.get("/norfolk/you-said"),
    "help": lambda client: client.get("/norfolk/help"),
    "safe": lambda client: client.get("/norfolk/safe"),
    "wrong word": lambda client: client.post("/norfolk/kept", data={"receipt": FIVE, "word": "no"}),
    "kept": lambda client: client.post("/norfolk/kept", data={"receipt": FIVE, "word": LAST}),
    "not found": lambda client: client.get("/norfolk/nowhere"),
}


@pytest.mark.parametrize("visit", VISITS)
def test_a_page_is_easy_to_read(client: FlaskClient, visit: str) -> None:
    reading = measure(Page(VISITS[visit](client)).words)
    assert reading.is_easy, reading


EASY: dict[str, Callable[[FlaskClient], TestResponse]] = {
    "front": lambda client: client.get("/norfolk/?look=easy"),
    "tell": lambda client: client.get(f"{TELL}?look=easy"),
    "check": lambda client: client.post(f"{TELL}/check?look=easy", data=HELLO),
    "sent": lambda client: client.post(f"{TELL}/send?look=easy", data=HELLO),
    "kept": lambda client: client.post(
        "/norfolk/kept?look=easy", data={"receipt": FIVE, "word": LAST}
    ),
    "back": lambda client: client.get("/norfolk/back?look=easy"),
    "help": lambda client: client.get("/norfolk/help?look=easy"),
    "safe": lambda client: client.get("/norfolk/safe?look=easy"),
}


@pytest.mark.parametrize("visit", EASY)
def test_an_easy_page_has_one_idea_a_line_with_a_picture(client: FlaskClient, visit: str) -> None:
    page = Page(EASY[visit](client))
    reading = measure(page.words)
    assert reading.is_easy, reading
    lists = re.findall(r'<ul class="ideas">(.*?)</ul>', page.html, re.DOTALL)
    assert len(lists) == 1
    ideas = re.findall(r"<li>(<svg.*?</svg>)<span>(.*?)</span></li>", lists[0], re.DOTALL)
    assert len(ideas) == lists[0].count("<li>") >= 3
    for _, words in ideas:
        for sentence in re.split(r"(?<=[.?!]) ", re.sub("<[^>]*>", "", words)):
            assert len(sentence.split()) <= 10, sentence


def test_the_easy_look_stays_until_it_is_left(client: FlaskClient) -> None:
    easy = Page(client.get("/norfolk/?look=easy"))
    assert "/norfolk/tell?look=easy" in easy.links
    assert "/norfolk/" in easy.links  # the usual words of this page
    assert "css/easy.css" in easy.html
    usual = Page(client.get("/norfolk/safe"))
    assert "/norfolk/safe?look=easy" in usual.links
    assert "css/easy.css" not in usual.html
    assert 'class="ideas"' not in usual.html
    assert "look=easy" not in Page(client.get("/norfolk/reports/")).html


def test_what_led_here_goes_along_into_the_easy_look(client: FlaskClient) -> None:
    asked = Page(client.get("/norfolk/tell?help=yes"))
    [easy] = [link for link in asked.links if "look=easy" in link]
    assert Page(client.get(easy)).fields["asks_help"] == "yes"


def test_the_easy_look_goes_along_with_what_is_sent(client: FlaskClient) -> None:
    sent = client.post(f"{TELL}/check?look=easy", data=HELLO)
    assert 'action="/norfolk/tell/send?look=easy"' in sent.text
    assert 'class="easy public"' in sent.text


@pytest.mark.parametrize("look", ["", "?look=easy"])
@pytest.mark.parametrize("slug", ["norfolk", "surrey", "coventry", "nel"])
def test_a_childrens_version_is_easy_to_read(
    anybody: FlaskClient, demo: Partnerships, slug: str, look: str
) -> None:
    """Documents and decisions have their own words. Every word of ours is held to the rule."""
    with demo.open(slug).read(AnnualReport) as view:
        names = [report.name for report in view.all() if report.document]
    for name in names:
        page = Page(anybody.get(f"/{slug}/reports/{name}/children{look}"))
        assert page.status == 200
        reading = measure(page.words)
        assert reading.is_easy, reading
        lists = re.findall(r'<ul class="ideas">(.*?)</ul>', page.html, re.DOTALL)
        assert bool(lists) == bool(look)
        assert all(each.count("<li>") == each.count("<svg") for each in lists)


def test_to_miss_something_is_not_sad_and_to_miss_somebody_is() -> None:
    assert picture_for("Did we miss something?")[0] == "person"
    assert picture_for("Did you miss anything?")[0] == "person"
    assert picture_for("I miss my friend.") == ("face", "sad")
