"""English on a page of another language is marked as English and runs from left to right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from events.fact import Provenance
from infra.partnerships import Partnerships
from tests.web.page import VOID, Page

ENGLISH = re.compile(r"[A-Za-z]{3}")
NAMES = re.compile(r"Earshot|Norfolk|ICO|CEOP|Childline|SHOUT|Shout|Esc\b|png|jpg")
FRONT, MANY = "/norfolk/?lang=ar", 2
OWN = "QUILL own words. 1"


class Astray(HTMLParser):
    """Gathers English words that would run from right to left."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool, bool]] = []
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = dict(attrs)
        _, safe, unread = self.open[-1] if self.open else ("", False, False)
        if "dir" in given or tag == "bdi":
            safe = given.get("dir", "auto") in {"ltr", "auto"}
        self.open.append((tag, safe, unread or tag in {"script", "style", "svg", "title"}))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is closed at once holds no words."""

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        _, safe, unread = self.open[-1] if self.open else ("", True, True)
        left = re.sub("\u2068[^\u2069]*\u2069", "", NAMES.sub("", data))
        if not safe and not unread and ENGLISH.search(left):
            self.found.append(data.strip())


def astray(answer: TestResponse) -> list[str]:
    assert '<html lang="ar" dir="rtl">' in answer.text
    return Astray(answer.text).found


@pytest.fixture
def reader(demo: Partnerships, anybody: FlaskClient) -> FlaskClient:
    """A visitor of a partnership that offers Arabic."""
    tenant = demo.open("norfolk")
    tenant.language.offer(
        tenant.language.id, Provenance("us", "a test"), language="ar", checked_by="a speaker"
    )
    tenant.catch_up()
    return anybody


def crawled(reader: FlaskClient) -> Iterator[tuple[str, TestResponse]]:
    """Every kind of page that links lead to, a few of each."""
    adapter = reader.application.url_map.bind("localhost")
    ahead = [FRONT, "/norfolk/safe?lang=ar"]
    seen, kinds = {*ahead}, Counter[str]()
    while ahead:
        path = ahead.pop(0)
        kind = adapter.match(path.partition("?")[0])[0]
        kinds[kind] += 1
        if kinds[kind] > MANY or kind == "home.leave":
            continue
        answer = reader.get(path)
        if answer.mimetype == "text/html" and answer.status_code == 200:
            yield kind, answer
            links = [link.partition("#")[0] for link in Page(answer).links]
            new = [each for each in dict.fromkeys(links) if "lang=ar" in each and each not in seen]
            seen |= {*new}
            ahead += new


def test_every_page_that_links_lead_to_tells_english_apart(reader: FlaskClient) -> None:
    kinds = set()
    for kind, answer in crawled(reader):
        assert (kind, astray(answer)) == (kind, [])
        kinds.add(kind)
    assert kinds >= {
        "young_people.front",
        "you_said.page",
        "boards.changed",
        "reports.index",
        "reports.report",
        "reports.facts",
        "years.page",
        "newsletters.index",
        "newsletters.edition",
        "childrens_version.page",
        "safe.page",
        "help.page",
        "tell.start",
        "back.page",
        "notices.children",
        "notices.privacy",
        "notices.accessibility",
        "notices.childrens_code",
        "complaints.ask",
    }


def test_every_page_that_a_form_leads_to_tells_english_apart(
    reader: FlaskClient, demo: Partnerships
) -> None:
    tenant, by, at = demo.open("norfolk"), Provenance("somebody", "a test"), "/norfolk{}?lang=ar"
    tenant.poster.make(by, place="The QUILL club")
    code = tenant.ledger.facts(tenant.ledger.name_of("poster", "the quill club"))[0].code  # type: ignore[attr-defined]
    tenant.catch_up()
    start = Page(reader.get(at.format("/tell") + f"&at={code}"))
    check = reader.post(at.format("/tell/check"), data=start.fields | {"words": OWN, "better": OWN})
    sent = reader.post(at.format("/tell/send"), data=Page(check).fields)
    receipt = {"receipt": Page(sent).fields["receipt"]}
    id = tenant.feedback.id_of(start.fields["client_id"])
    tenant.feedback.read(id, by, reader="triage")
    tenant.feedback.pass_on(id, by, to="the QUILL leaders", asked="Please look.")
    tenant.feedback.answer(id, by, outcome="we will", reply=OWN)
    tenant.quotation.propose(id, by, words=OWN)
    tenant.catch_up()
    story = reader.post(at.format("/back"), data=receipt)
    assert story.text.count(OWN) == 2
    for answer in (
        check,
        sent,
        story,
        reader.post(at.format("/back/take"), data=receipt),
        reader.post(at.format("/kept"), data=receipt | {"word": "no"}),
        reader.post(at.format("/back/take"), data=receipt | {"sure": "yes"}),
    ):
        assert astray(answer) == []


def test_what_the_house_itself_sets_up_is_translated(reader: FlaskClient) -> None:
    front, safe = reader.get(FRONT).text, reader.get("/norfolk/safe?lang=ar").text
    assert "الشرطة</li>" in front
    assert "day and night" not in safe
    assert "أرسل كلمة SHOUT" in safe


def test_days_are_listed_with_the_comma_of_the_language(
    reader: FlaskClient, demo: Partnerships
) -> None:
    tenant = demo.open("norfolk")
    days = ("Monday", "Tuesday")
    tenant.service_standard.set_hours(
        tenant.service_standard.id, Provenance("x", "y"), days=days, opens="09:00", closes="17:00"
    )
    tenant.catch_up()
    assert "الاثنين، الثلاثاء، 09:00" in reader.get("/norfolk/safe?lang=ar").text


def test_english_pages_say_nothing_of_it(anybody: FlaskClient) -> None:
    assert ' dir="ltr" lang' not in anybody.get("/norfolk/you-said").text
