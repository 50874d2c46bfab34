"""A newsletter is drafted from the record, edited, published for everybody and withdrawn."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from projections.feedback.you_said import YouSaid
from tests.web.page import Page
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
NEW = {"title": "Edition four", "since": "2024-12", "until": "2025-03-05"}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@nel.example")


def test_an_edition_is_drafted_edited_published_read_and_withdrawn(
    coordinator: Staff, anybody: FlaskClient
) -> None:
    at = coordinator.made("work/newsletters/new", **NEW)
    page = coordinator.get(at)
    assert "Performance dashboard" in page.words
    one, two, *_ = dict.fromkeys(re.findall(r"edit\?paragraph=([0-9a-f-]+:\d+)", page.html))
    edited = coordinator.post(f"{at}/edit", paragraph=one, words="The board met <in March>.")
    assert "In the words of Coordinator" in edited.words
    assert "Left out" in coordinator.post(f"{at}/leave-out", paragraph=two).words
    coordinator.post(f"{at}/add", section="Work", words="We moved house.")
    ticked = re.findall(
        r'name="keep" value="([^"]+)"[^>]* checked', coordinator.get(f"{at}/choose").html
    )
    assert one in ticked
    assert two not in ticked
    assert coordinator.post(f"{at}/choose").status == 422
    dropped = [each for each in ticked if "SPPAG" in _words_of(coordinator, at, each)]
    kept = [each for each in ticked if each not in dropped]
    chosen = coordinator.post(f"{at}/choose", keep=kept)
    assert len(dropped) == 1
    assert "SPPAG" in chosen.words.split("Left out")[1]
    assert "SPPAG" not in chosen.words.split("Left out")[0]
    coordinator.post(f"{at}/choose", keep=kept)
    assert anybody.get("/nel/newsletters/4").status_code == 404
    coordinator.post(f"{at}/publish", number="4", published_on="2025-03-10")
    letter = Page(anybody.get("/nel/newsletters/4"))
    assert "Set-Cookie" not in anybody.get("/nel/newsletters/4").headers
    for told in ("Edition 4", "&lt;in March&gt;", "We moved house.", "SPLAD", "624"):
        assert told in letter.html
    assert "no fact stands behind it" in letter.html
    assert "Edition 4" in anybody.get("/nel/newsletters/").text
    assert coordinator.post(f"{at}/edit", paragraph=one, words="x").status == 422
    coordinator.post(f"{at}/withdraw", why="A date was wrong")
    gone = anybody.get("/nel/newsletters/4").text
    assert "A date was wrong" in gone
    assert "We moved house." not in gone


def _words_of(coordinator: Staff, at: str, paragraph: str) -> str:
    return coordinator.get(f"{at}/edit?paragraph={paragraph}").fields["words"]


@pytest.mark.parametrize(
    ("given", "at"),
    [
        ({"title": ""}, "title"),
        ({"since": "2026-13-45"}, "since"),
        ({"since": "2025-04"}, "until"),
        ({"until": ""}, "until"),
    ],
)
def test_what_is_not_right_is_said_beside_it(
    coordinator: Staff, given: dict[str, str], at: str
) -> None:
    page = coordinator.post("work/newsletters/new", **{**NEW, **given})
    assert page.status == 422
    assert f'href="#f-{at}"' in page.html


def test_a_number_is_given_once_and_unknown_editions_are_not_found(
    sign_in: SignIn, anybody: FlaskClient
) -> None:
    norfolk = sign_in("coordinator@norfolk.example")
    at = norfolk.made("work/newsletters/new", **NEW)
    norfolk.post(f"{at}/add", section="Work", words="We moved house.")
    taken = norfolk.post(f"{at}/publish", number="1", published_on="2025-03-10")
    assert "Another edition has this number" in taken.words
    assert 'value="2"' in norfolk.get(f"{at}/publish").html
    for edition in ("9", "0", "x", "1" * 40):
        assert anybody.get(f"/norfolk/newsletters/{edition}").status_code == 404
    assert "Made up to show" in anybody.get("/norfolk/newsletters/1").text
    scrutineer = sign_in("scrutineer@norfolk.example")
    assert scrutineer.get(at).status == 200
    assert scrutineer.send(f"{at}/add", words="x").status_code == 403


def test_a_statement_that_is_withdrawn_leaves_every_edition_and_its_past(
    demo: Partnerships, sign_in: SignIn, anybody: FlaskClient
) -> None:
    words, letter = "We can put faces to the names.", "/norfolk/newsletters/7"
    coordinator = sign_in("coordinator@norfolk.example")
    days = {"title": "Norfolk", "since": "2020-07", "until": "2021-09-30"}
    at = coordinator.made("work/newsletters/new", **days)
    coordinator.post(f"{at}/publish", number="7", published_on="2026-11-10")
    assert words in anybody.get(letter).text
    before = demo.store.recorder("norfolk").head().n
    with demo.open("norfolk").read(YouSaid) as view:
        [said] = [row.id for row in view.statements() if row.words == words]
    asked = {"asked_by": "the young person", "why": "They asked for it"}
    assert coordinator.send(f"work/quotes/{said}/withdraw", **asked).status_code == 303
    for page in (letter, f"{letter}?known=@{before}", f"/norfolk/{at}?known=@{before}"):
        shown = coordinator.get(page)
        assert shown.status == 200
        assert words not in shown.html, page
    assert "A quotation was withdrawn." in anybody.get(letter).text
    coordinator.post(f"{at}/withdraw", why="A date was wrong")
    assert "A date was wrong" in anybody.get(letter).text
