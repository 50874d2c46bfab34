"""Young people's pages in their language: complete, offered once checked, never staff's pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

from events.fact import Provenance
from infra.partnerships import Partnerships
from tests.web.page import Page
from tests.web.staff import Staff
from web.feedback.translation_files import every_message, lacking
from web.site.language_names import OTHERS, language_of
from web.site.translation_catalogues import FOLDER

PLACED = re.compile(r"%\(\w+\)s")
FILES = sorted(path.stem for path in FOLDER.glob("*.po"))


def translations(code: str) -> dict[str, str]:
    with (FOLDER / f"{code}.po").open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file, locale=code) if each.id}


@pytest.mark.parametrize("code", FILES)
def test_a_file_holds_every_message_with_its_places_and_no_markup(code: str) -> None:
    held = translations(code)
    assert set(held) == every_message()
    assert lacking(code) == ()
    for message, words in held.items():
        assert set(PLACED.findall(message)) == set(PLACED.findall(words)), message
        assert not re.search(r"[<>]|%(?!\()", PLACED.sub("", words)), words


def test_whether_a_language_is_whole_is_known_without_reading_every_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Reading them all takes a second, in which somebody waits for a refusal."""
    monkeypatch.setattr("web.feedback.translation_files.every_message", pytest.fail)
    lacking.cache_clear()
    assert {code: lacking(code) for code in OTHERS} == dict.fromkeys(OTHERS, ())


def test_a_language_that_is_not_whole_cannot_be_offered(
    sign_in: Callable[[str], Staff], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.feedback.languages.lacking", lambda code: ["Sad"])
    refused = sign_in("coordinator@norfolk.example").send(
        "work/languages/offer", language="ar", checked_by="a speaker"
    )
    assert (refused.status_code, "not translated yet" in refused.text) == (422, True)


def test_a_language_is_staffs_alone_until_it_is_offered_and_again_once_it_is_stopped(
    sign_in: Callable[[str], Staff], anybody: FlaskClient
) -> None:
    coordinator, front = sign_in("coordinator@norfolk.example"), "/norfolk/?lang=ar"
    assert 'dir="rtl"' not in anybody.get(front).text
    assert "Not yet checked by a speaker" in coordinator.get(front).html
    assert 'dir="rtl"' in coordinator.get(front).html
    offered = coordinator.post("work/languages/offer", language="ar", checked_by="a speaker")
    assert "Offered" in offered.words
    shown = anybody.get(front).text
    assert '<html lang="ar" dir="rtl">' in shown
    assert "Not yet checked" not in shown
    assert 'href="/norfolk/tell?lang=ar"' in shown
    assert "العربية" in anybody.get("/norfolk/").text
    assert "العربية" not in anybody.get("/surrey/").text
    assert 'dir="rtl"' not in anybody.get("/surrey/?lang=ar").text
    assert 'lang="ar"' not in coordinator.get("work/?lang=ar").html.split("<body")[0]
    coordinator.post("work/languages/stop", language="ar", why="A slip was found")
    assert 'dir="rtl"' not in anybody.get(front).text


class _English(HTMLParser):
    """Gathers the Latin words of a page that are nobody's name."""

    def __init__(self) -> None:
        super().__init__()
        self.skip: list[bool] = [False]
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"input", "meta", "link", "img", "br", "path", "circle"}:
            return
        given = dict(attrs)
        own = {"data-name", "data-quote", "translate", "hreflang"} & set(given)
        self.skip.append(self.skip[-1] or bool(own) or tag in {"script", "style", "svg", "title"})

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"input", "meta", "link", "img", "br", "path", "circle"}:
            self.skip.pop()

    def handle_data(self, data: str) -> None:
        if not self.skip[-1] and re.search(r"[A-Za-z]{3}", data):
            self.found.append(data.strip())


ALLOWED = re.compile(
    r"Earshot|ICO|Norfolk|CEOP|Childline|SHOUT|Esc|png|jpg|Shout|number|day and night"
)


def test_a_whole_journey_in_arabic_leaves_no_english_behind(
    demo: Partnerships, anybody: FlaskClient
) -> None:
    tenant = demo.open("norfolk")
    tenant.language.offer(
        tenant.language.id, Provenance("us", "a test"), language="ar", checked_by="a speaker"
    )
    tenant.catch_up()
    at = "/norfolk{}?lang=ar"
    start = Page(anybody.get(at.format("/tell")))
    said = start.fields | {"feeling": "sad", "about": "home", "words": "مرحبا", "better": "نعم"}
    check = anybody.post(at.format("/tell/check"), data=said)
    sent = anybody.post(at.format("/tell/send"), data=Page(check).fields)
    receipt = {"receipt": Page(sent).fields["receipt"]}
    pages = [
        *(
            anybody.get(at.format(path))
            for path in ("/", "/tell", "/safe", "/help", "/back", "/privacy/children")
        ),
        anybody.post(at.format("/tell/check")),
        check,
        sent,
        anybody.post(at.format("/kept"), data=receipt | {"word": "no"}),
        anybody.post(at.format("/back"), data={"receipt": "one"}),
        anybody.post(at.format("/back"), data=receipt),
        anybody.post(at.format("/back/take"), data=receipt),
    ]
    for answer in pages:
        assert '<html lang="ar" dir="rtl">' in answer.text
        parser = _English()
        parser.feed(answer.text)
        assert [words for words in parser.found if not ALLOWED.search(words)] == []
    id = tenant.feedback.id_of(said["client_id"])
    assert tenant.ledger.facts(id)[0].language == "ar"  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["/norfolk/", "/norfolk/tell", "/norfolk/help"])
def test_whoever_reads_no_english_finds_their_language_at_once_and_never_half_way(
    partnerships: Partnerships, client: FlaskClient, path: str
) -> None:
    tenant = partnerships.open("norfolk")
    tenant.language.offer(
        tenant.language.id, Provenance("us", "a test"), language="pl", checked_by="a speaker"
    )
    tenant.catch_up()
    page = client.get(path).text
    assert page.count('class="langs"') == 1
    assert page.index('class="langs"') < page.index('class="foot"') or path == "/norfolk/help"
    changed = client.post("/norfolk/tell", data={"words": "x", "change": "words"})
    assert changed.status_code == 200
    assert 'class="langs"' not in changed.text


def test_a_phone_that_is_set_to_a_language_gets_it_where_it_is_offered(
    partnerships: Partnerships, client: FlaskClient
) -> None:
    tenant = partnerships.open("norfolk")
    tenant.language.offer(
        tenant.language.id, Provenance("us", "a test"), language="pl", checked_by="a speaker"
    )
    tenant.catch_up()

    def html_of(path: str, accepts: str) -> str:
        return client.get(path, headers={"Accept-Language": accepts}).text

    mine = html_of("/norfolk/", "pl-PL,pl;q=0.9,en;q=0.5")
    assert '<html lang="pl"' in mine
    assert "/norfolk/tell?lang=pl" in mine
    for accepts in ("en-GB,en;q=0.9,pl;q=0.8", "lt", "*", "xx;q=nonsense", ""):
        assert '<html lang="en-GB"' in html_of("/norfolk/", accepts), accepts
    chosen = html_of("/norfolk/?lang=en", "pl")
    assert '<html lang="en-GB"' in chosen
    assert "/norfolk/tell?lang=en" in chosen, "English would be left by the next click"
    assert '<html lang="en-GB"' in html_of("/surrey/", "pl"), "Surrey offers no Polish"


def test_names_and_directions_come_from_the_locale() -> None:
    known = {code: language_of(code) for code in OTHERS}
    assert {code for code, each in known.items() if each.direction == "rtl"} == {"ur", "ar"}
    assert known["pl"].name == "polski"
