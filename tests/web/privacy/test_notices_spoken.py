"""What a public body must publish is in the language of its page; names and laws stay English."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from infra.partnerships import Partnerships
from services.privacy.complaint import DAYS, LONGEST
from tests.stories import TOLD
from tests.web.page import VOID, Page
from web.site.language_names import OTHERS, language_of

NOTICES = ("privacy", "accessibility", "complain", "childrens-code")
LATIN = re.compile(r"[A-Za-z]{3}")
KNOWN = re.compile(r"Earshot|Childline|ICO")
NAMED = {"controllers": ("The council", "The police"), "officer": "DPO of the council"}
COMPLAINT = {"words": "Something", "contact": "me@x.example"}
TOO_MUCH = {"words": "7" * (LONGEST + 1), "contact": "7" * 301}


class Unmarked(HTMLParser):
    """Gathers the words of a page, but for those that are marked as being in another language."""

    def __init__(self, answer: TestResponse) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: set[str] = set()
        self.feed(answer.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            apart = tag in {"script", "style", "svg"} or (tag != "html" and "lang" in dict(attrs))
            self.open.append((tag, apart or (bool(self.open) and self.open[-1][1])))
        self.found |= {value or "" for name, value in attrs if name == "aria-label"}

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and not self.open[-1][1]:
            self.found.add(" ".join(data.split()))


def left(answer: TestResponse, english: TestResponse) -> list[str]:
    """English words on a page of another language: those of the English page, or Latin letters."""
    lang = re.search(r'<html lang="(\w+)"', answer.text)
    assert lang
    is_latin = any(LATIN.search(letters) for letters in language_of(lang[1]).name.split())
    found = {KNOWN.sub("", each) for each in Unmarked(answer).found}
    astray = found & Unmarked(english).found if is_latin else found
    return sorted(each for each in astray if LATIN.search(each) and "Norfolk" not in each)


@pytest.fixture
def reader(demo: Partnerships, anybody: FlaskClient) -> FlaskClient:
    """A visitor of a partnership that offers all languages."""
    norfolk = demo.open("norfolk")
    for code in OTHERS:
        norfolk.language.offer(norfolk.language.id, TOLD, language=code, checked_by="a speaker")
    norfolk.catch_up()
    return anybody


@pytest.fixture
def named(demo: Partnerships) -> None:
    """Somebody is responsible, and each outcome has its period."""
    norfolk = demo.open("norfolk")
    protection = norfolk.data_protection
    protection.name_officer(protection.id, TOLD, **NAMED, contact="dpo@council.example")
    for outcome, months in {"we did": 7, "we will": 1, "we could not": 0, "no answer": 19}.items():
        norfolk.retention.set(norfolk.retention.id, TOLD, outcome=outcome, months=months)
    norfolk.catch_up()


def test_no_notice_leaves_english_behind(reader: FlaskClient) -> None:
    for path in NOTICES:
        english = reader.get(f"/norfolk/{path}?lang=en")
        for code in OTHERS:
            assert (path, code, left(reader.get(f"/norfolk/{path}?lang={code}"), english)) == (
                path,
                code,
                [],
            )


@pytest.mark.usefixtures("named")
def test_none_does_once_somebody_is_named_and_periods_are_set(reader: FlaskClient) -> None:
    for path in ("privacy", "complain"):
        english = reader.get(f"/norfolk/{path}?lang=en")
        for code in OTHERS:
            page = reader.get(f"/norfolk/{path}?lang={code}")
            assert (code, left(page, english)) == (code, [])
            assert '<bdi lang="en-GB" dir="ltr">DPO of the council</bdi>' in page.text


@pytest.mark.usefixtures("named")
def test_periods_and_bodies_are_those_of_the_english_notice(reader: FlaskClient) -> None:
    words = Page(reader.get("/norfolk/privacy?lang=pl")).words
    for said in ("„Zrobiliśmy to”: 7 mies.", "„Zrobimy to”: 1 miesiąc", "odpowiedzi: 19 mies."):
        assert said in words
    assert "„Nie mogliśmy”: dopóki ktoś nie poprosi" in words
    assert "The council; The police" in words
    english = Page(reader.get("/norfolk/privacy?lang=en")).words
    for said in ("“We did”: 7 months", "“We will”: 1 month,", "no answer: 19 months"):
        assert said in english


def test_a_notice_leads_on_in_its_language_and_to_the_others(reader: FlaskClient) -> None:
    links = Page(reader.get("/norfolk/privacy?lang=ur")).links
    for path in ("complain", "accessibility", "childrens-code", "privacy/children"):
        assert f"/norfolk/{path}?lang=ur" in links
    for path in NOTICES:
        links = Page(reader.get(f"/norfolk/{path}?lang=ur")).links
        assert {f"/norfolk/{path}?lang={code}" for code in ("en", "pl", "ar")} <= {*links}


def test_a_complaint_is_refused_and_taken_in_the_language_of_its_page(
    reader: FlaskClient,
) -> None:
    at = "/norfolk/complain?lang={}".format
    thanks, refused = (reader.post(at("en"), data=each) for each in (COMPLAINT, TOO_MUCH))
    for code in OTHERS:
        assert left(reader.post(at(code), data=COMPLAINT), thanks) == []
        assert left(reader.post(at(code), data=TOO_MUCH), refused) == []
    empty = reader.post(at("pl"), data=COMPLAINT | {"words": ""})
    assert (empty.status_code, Page(empty).fields["contact"]) == (422, "me@x.example")
    assert "Prosimy napisać, co poszło źle." in Page(empty).words
    assert 'class="langs"' not in empty.text, "another language would cost what was typed"
    assert (
        "Liczba liter: 301. Można użyć najwyżej: 300." in reader.post(at("pl"), data=TOO_MUCH).text
    )
    assert f"w ciągu {DAYS} dni" in Page(reader.post(at("pl"), data=COMPLAINT)).words
