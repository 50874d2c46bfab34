"""A page that was drawn once is, to the byte, what its template draws; nothing typed is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from flask import Flask, render_template
from flask.testing import FlaskClient

from events.fact import Provenance
from infra.partnerships import Partnerships
from tests.web.page import Page
from web.feedback import front, receipt_page, tell
from web.site import drawn_once
from web.site.language_names import OTHERS

TOLD = Provenance("a tester", "a test")
HOSTILE = (
    'Quill "><script>alert(1)</script> {{ 7 * 7 }} {% if x %}',
    "Quill's <b>&amp;</b> %(word)s %s {}\r\n\n  two lines",
    "\ue002deadbeef.words\ue003 \ue002words\ue003 \u202eQuill",
    "word0 picture1 client_id",
    "Łódź, زہرا, 😀 Quill",
)
ASKED = [
    "&".join(filter(None, each))
    for each in product(("", "help=yes"), ("", "look=easy"), ("", *(f"lang={c}" for c in OTHERS)))
]


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch, client: FlaskClient) -> PlainPages:
    return PlainPages(monkeypatch, client)


@pytest.fixture(autouse=True)
def every_language(partnerships: Partnerships) -> None:
    norfolk = partnerships.open("norfolk")
    for code in OTHERS:
        norfolk.language.offer(norfolk.language.id, TOLD, language=code, checked_by="a speaker")
    norfolk.catch_up()


class PlainPages:
    """The same requests, answered by what the templates draw with no gap in them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, client: FlaskClient) -> None:
        self._monkeypatch, self._client = monkeypatch, client

    def open(self, *args: Any, **kwargs: Any) -> str:
        with self._monkeypatch.context() as patch:
            for module in (front, receipt_page, tell):
                patch.setattr(module, "draw_once", _drawn_plainly)
            for module in (receipt_page, tell):
                patch.setattr(module, "gaps_of", dict)
            return self._client.open(*args, **kwargs).text


def _drawn_plainly(template: str, gaps: Mapping[str, str], **context: Any) -> str:
    return render_template(template, **context)


def of_nobody(html: str) -> str:
    """The page without the id and the token, which differ each time."""
    return re.sub(r'name="(client_id|token)" value="[^"]*"', r'name="\1"', html)


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_asked_first_is_drawn_as_its_template_draws_it(
    asked: str, client: FlaskClient, plain: PlainPages
) -> None:
    for path in ("/norfolk/", "/norfolk/tell"):
        wanted = of_nobody(plain.open(f"{path}?{asked}"))
        for _ in range(2):
            assert of_nobody(client.get(f"{path}?{asked}").text) == wanted


@pytest.mark.parametrize("asked", ASKED[:: len(OTHERS) // 2])
@pytest.mark.parametrize("words", HOSTILE)
def test_what_somebody_typed_stands_in_it_as_its_template_writes_it(
    asked: str, words: str, client: FlaskClient, plain: PlainPages
) -> None:
    form = Page(client.get(f"/norfolk/tell?{asked}")).fields
    form |= {"words": words, "better": words[::-1], "feeling": "sad", "about": "online"}
    for path in ("", "/check", "/send", "/send"):  # sent again, it is shown again
        address = f"/norfolk/tell{path}?{asked}"
        ours = client.post(address, data=form).text
        assert "Quill" in ours or "word0" in ours or path == "/send"
        if path != "/send":
            assert plain.open(address, method="POST", data=form) == ours
    assert plain.open(address, method="POST", data=form) == client.post(address, data=form).text
    assert "<script>alert" not in ours


def test_no_word_no_id_and_no_receipt_is_kept(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[object] = []
    keeping = app.extensions["drawn_once"]

    def watched(page: Any) -> Any:
        pieces = keeping(page)
        kept.append((page.key, page.context, pieces))
        return pieces

    monkeypatch.setitem(app.extensions, "drawn_once", watched)
    form = Page(client.get("/norfolk/tell")).fields
    form |= {"words": "Quagmire", "better": "Zeppelin", "age_band": "10 to 12"}
    client.post("/norfolk/tell/check", data=form)
    sent = Page(client.post("/norfolk/tell/send", data=form))
    client.post("/norfolk/tell/send", data=form)
    seen = repr(kept)
    assert len(kept) == 3
    assert UUID(form["client_id"])
    secret = ("Quagmire", "Zeppelin", form["client_id"], form["token"], sent.fields["receipt"])
    assert [each for each in secret if each in seen] == []


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("?help=yes", None),
        ("", {"feeling": "sad"}),
        ("", {"wants_answer": "no"}),
        ("/check", {"words": "Hello"}),
        ("/send", {"words": "Hello", "about": "online"}),
        ("/send", {"words": "Hello", "asks_help": "yes"}),
    ],
)
def test_a_page_with_an_answer_is_never_kept(
    step: str,
    said: dict[str, str] | None,
    app: Flask,
    client: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """How fast it comes must not tell that somebody was there before."""
    form = Page(client.get("/norfolk/tell")).fields
    monkeypatch.setitem(app.extensions, "drawn_once", pytest.fail)
    address = f"/norfolk/tell{step}"
    answer = client.post(address, data=form | said) if said else client.get(address)
    assert answer.status_code == 200


def test_two_young_people_get_ids_and_words_of_their_own(client: FlaskClient) -> None:
    forms = [Page(client.get("/norfolk/tell")).fields for _ in range(2)]
    assert forms[0]["client_id"] != forms[1]["client_id"]
    receipts = [
        Page(client.post("/norfolk/tell/send", data=form | {"words": "Hello"})).fields["receipt"]
        for form in forms
    ]
    assert receipts[0] != receipts[1]


def test_a_page_follows_what_it_shows(client: FlaskClient, partnerships: Partnerships) -> None:
    """A language is taken off: the next page has it no more."""
    before = client.get("/norfolk/tell").text
    assert 'hreflang="pl"' in before
    norfolk = partnerships.open("norfolk")
    norfolk.language.stop(norfolk.language.id, TOLD, language="pl", why="its speaker left")
    norfolk.catch_up()
    after = client.get("/norfolk/tell").text
    assert 'hreflang="pl"' not in after


def test_one_partnership_is_never_shown_anothers_page(client: FlaskClient) -> None:
    norfolk, surrey = (client.get(f"/{slug}/").text for slug in ("norfolk", "surrey"))
    assert ("Norfolk" in norfolk, "Norfolk" in surrey) == (True, False)
    assert ("Surrey" in norfolk, "Surrey" in surrey) == (False, True)


def test_an_address_that_only_its_sender_has_is_not_kept(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.extensions, "drawn_once", pytest.fail)
    for query in ("utm=x", "n", "help=yes", "at=LIB1", "look=easy&x=y"):
        assert client.get(f"/norfolk/?{query}").status_code == 200


def test_what_is_asked_for_in_other_words_is_the_same_page(app: Flask, client: FlaskClient) -> None:
    """Nobody fills the memory, or pushes a page of others out, by asking for what is not there."""
    app.extensions["drawn_once"].cache_clear()
    for query in ("", "look=x", "look=y", "look=easy", "lang=xx", "lang=yy", "lang=en"):
        assert client.get(f"/norfolk/?{query}").status_code == 200
    assert app.extensions["drawn_once"].cache_info().currsize == 3


def test_what_cannot_be_compared_is_said(app: Flask) -> None:
    with app.test_request_context("/"), pytest.raises(TypeError):
        drawn_once.draw_once("feedback/front.html", {}, group=set[int]())
