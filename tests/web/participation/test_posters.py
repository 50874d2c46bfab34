"""Posters: each place has a code, which goes with a message and gives nothing else away."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

import pytest
from babel.messages.pofile import read_po
from flask.testing import FlaskClient
from fontTools.ttLib import TTFont

from events.fact import Provenance
from infra.partnerships import Partnerships
from tests.infra.editions.pdfua import faults
from tests.web.codes import codes, pages, text
from tests.web.page import Page
from tests.web.staff import Staff
from web.drawing.printed_letters import _HELD
from web.site.language_names import PRINTED
from web.site.translation_catalogues import FOLDER

ROOM = "work/posters/"
FONTS = FOLDER.parent / "static" / "fonts"


@pytest.fixture
def coordinator(sign_in: Callable[[str], Staff]) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def poster(coordinator: Staff) -> str:
    return made(coordinator, "The QUILL youth club")


def made(coordinator: Staff, place: str) -> str:
    """The address of a poster's printed page."""
    page = coordinator.post(f"{ROOM}new", place=place)
    return next(link for link in page.links if link.endswith("/poster"))


def test_the_same_form_sent_again_makes_no_second_poster_and_another_is_refused(
    coordinator: Staff,
) -> None:
    given = {"place": "The QUILL youth club", "key": "ab" * 16}
    for _ in range(2):
        assert coordinator.send(f"{ROOM}new", **given).status_code == 303
    assert coordinator.send(f"{ROOM}new", place="The QUILL youth club").status_code == 422


def test_a_poster_leads_to_the_questions_and_its_place_goes_along(
    coordinator: Staff, poster: str, anybody: FlaskClient, sign_in: Callable[[str], Staff]
) -> None:
    page = coordinator.get(poster)
    code = re.search(r"/norfolk/at/([a-z2-7]{8})", page.html)
    assert code
    led = anybody.get(code[0])
    assert led.headers["Location"] == f"/norfolk/tell?at={code[1]}"
    start = Page(anybody.get(led.headers["Location"]))
    check = Page(anybody.post("/norfolk/tell/check", data=start.fields | {"words": "QUILLHERE"}))
    assert "The QUILL youth club" in check.html
    anybody.post("/norfolk/tell/send", data=check.fields)
    coordinator.post(f"{ROOM}new", place="Another place")
    queue = sign_in("triage@norfolk.example")
    row = next(row for row in queue.get("work/").html.split("<tr>") if "QUILLHERE" in row)
    assert "By the poster of The QUILL youth club" in row
    found = re.search(r'href="/norfolk/(work/feedback/[0-9a-f-]+)"', row)
    assert found
    assert "The QUILL youth club" in queue.get(found[1]).words


def test_a_place_can_be_taken_off_before_it_is_sent(
    coordinator: Staff, poster: str, anybody: FlaskClient
) -> None:
    code = re.search(r"/norfolk/at/([a-z2-7]{8})", coordinator.get(poster).html)
    assert code
    start = Page(anybody.get(f"/norfolk/tell?at={code[1]}"))
    check = Page(anybody.post("/norfolk/tell/check", data=start.fields | {"words": "QUILLOFF"}))
    assert 'name="without" value="place" formaction="/norfolk/tell/check"' in check.html
    off = Page(anybody.post("/norfolk/tell/check", data=check.fields | {"without": "place"}))
    assert "QUILL youth club" not in off.html
    assert off.fields == check.fields | {"place": ""}


def test_whoever_comes_from_a_poster_reads_who_asks_where_and_why(
    coordinator: Staff, poster: str, anybody: FlaskClient
) -> None:
    code = re.search(r"/norfolk/at/([a-z2-7]{8})", coordinator.get(poster).html)
    assert code
    html = anybody.get(f"/norfolk/at/{code[1]}", follow_redirects=True).text
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))
    assert "You came from the poster at The QUILL youth club." in said
    assert "We are Norfolk Safeguarding Children Partnership. We help keep children safe." in said
    assert "You came from" not in anybody.get("/norfolk/tell").text


def test_a_code_may_be_typed_in_capitals(
    coordinator: Staff, poster: str, anybody: FlaskClient
) -> None:
    code = re.search(r"/norfolk/at/([a-z2-7]{8})", coordinator.get(poster).html)
    assert code
    led = anybody.get(f"/norfolk/at/{code[1].upper()}")
    assert led.headers["Location"] == f"/norfolk/tell?at={code[1]}"


def test_a_card_names_its_place(coordinator: Staff, poster: str) -> None:
    cards = coordinator.get(f"{poster.removesuffix('poster')}cards").html
    assert cards.count('<p class="card-place">The QUILL youth club</p>') == 10


def test_a_code_can_be_saved_and_a_poster_taken_down(
    coordinator: Staff, poster: str, anybody: FlaskClient
) -> None:
    saved = coordinator.client.get(f"{poster.removesuffix('/poster')}/code.svg")
    assert saved.mimetype == "image/svg+xml"
    code = re.search(r"/norfolk/at/([a-z2-7]{8})", coordinator.get(poster).html)
    assert code
    down = f"{poster.removesuffix('/poster')}/down"
    assert coordinator.send(down).status_code == 422
    assert "Taken down" in coordinator.post(down, why="The club moved").words
    assert anybody.get(code[0]).headers["Location"] == "/norfolk/tell"


@pytest.mark.parametrize("code", ["zzzzzzzz", "<script>", "A" * 300])
def test_a_code_that_nobody_made_is_met_kindly(anybody: FlaskClient, code: str) -> None:
    assert anybody.get(f"/norfolk/at/{code}").headers["Location"] == "/norfolk/tell?at=unknown"
    asked = Page(anybody.get(f"/norfolk/at/{code}", follow_redirects=True))
    assert "That code is not one of ours. You can still tell us here." in asked.words
    assert asked.fields["place"] == ""
    assert Page(anybody.get(f"/norfolk/tell?at={code}")).fields["place"] == ""


def test_a_place_has_one_poster_and_a_poster_has_a_place(coordinator: Staff, poster: str) -> None:
    assert coordinator.send(f"{ROOM}new", place="").status_code == 422
    again = coordinator.send(f"{ROOM}new", place="the quill  youth club")
    assert (again.status_code, "has its poster already" in again.text) == (422, True)


@pytest.mark.parametrize(("sheet", "many"), [("poster", 1), ("cards", 10)])
def test_a_sheet_is_a_pdf_without_a_fault_whose_codes_can_be_scanned(
    coordinator: Staff, poster: str, sheet: str, many: int
) -> None:
    got = coordinator.client.get(f"{poster.removesuffix('poster')}{sheet}.pdf")
    assert got.mimetype == "application/pdf"
    assert f"norfolk-{sheet}-the-quill-youth-club.pdf" in got.headers["Content-Disposition"]
    assert faults(got.data) == []
    assert len(got.data) < 100_000
    found = re.search(r"http://[^<\s]+/norfolk/at/[a-z2-7]{8}", coordinator.get(poster).html)
    assert found
    assert pages(got.data) == 1
    assert codes(got.data) == [found[0]] * many


def offer(demo: Partnerships, *codes: str) -> None:
    tenant = demo.open("norfolk")
    for code in codes:
        tenant.language.offer(
            tenant.language.id, Provenance("us", "a test"), language=code, checked_by="a speaker"
        )  # type: ignore[arg-type]
    tenant.catch_up()


def test_sheets_are_printed_in_the_languages_that_are_offered(
    demo: Partnerships, coordinator: Staff, poster: str
) -> None:
    offer(demo, "pl", "lt", "ro", "pt")
    for code, said, sheet, many in (
        ("pl", "Powiedz nam", "poster", 1),
        ("lt", "Pasakyk mums, ką", "cards", 10),
        ("ro", "Ești în pericol", "poster", 1),
        ("pt", "Diz-nos", "cards", 10),
    ):
        address = f"{poster.removesuffix('poster')}{sheet}"
        pdf = coordinator.client.get(f"{address}.pdf?in={code}").data
        assert faults(pdf) == []
        assert pages(pdf) == 1
        assert said in text(pdf).replace("\r\n", " ").replace("\n", " ")
        led = codes(pdf)
        assert all(each.endswith(f"?lang={code}") for each in led)
        assert len(led) == many
        page = coordinator.get(f"{address}?in={code}")
        assert f'<html lang="{code}"' in page.html
        assert re.search(r'dir="ltr">[^<?]+/norfolk/at/[a-z2-7]{8}<', page.html)
        assert 'lang="en-GB" dir="ltr">Earshot Norfolk' in page.html


def test_letters_that_our_fonts_lack_are_left_to_the_browser(
    demo: Partnerships, coordinator: Staff, poster: str
) -> None:
    offer(demo, "ar")
    page = coordinator.get(f"{poster}?in=ar")
    assert '<html lang="ar" dir="rtl">' in page.html
    assert "Print it from your browser" in page.words
    assert coordinator.client.get(f"{poster}.pdf?in=ar").status_code == 404
    for never in ("ur", "xx", "<script>"):
        assert coordinator.client.get(f"{poster}?in={never}").status_code == 404


@pytest.mark.parametrize("place", ["Klub młodzieży", "Café Zoë \u2013 “The Den”, 2nd floor"])
def test_a_place_in_our_letters_is_printed(coordinator: Staff, place: str) -> None:
    address = made(coordinator, place)
    assert place in text(coordinator.client.get(f"{address}.pdf").data)


@pytest.mark.parametrize("place", ["\u0646\u0627\u062f\u064a", "青年中心", "ਯੂਥ", "Den 😀", "Клуб"])
def test_a_place_in_any_other_script_is_left_to_the_browser(coordinator: Staff, place: str) -> None:
    """Our fonts would print a box for each letter."""
    address = made(coordinator, place)
    page = coordinator.get(address)
    assert place in page.html
    assert "Print it from your browser" in page.words
    assert coordinator.client.get(f"{address}.pdf").status_code == 404
    assert place in coordinator.client.get(f"{address}.svg").text


def test_our_fonts_hold_just_the_letters_that_are_said_to_be_printed() -> None:
    held = {letter for path in FONTS.glob("*.woff2") for letter in TTFont(path).getBestCmap()}
    assert held == {n for n in range(0x110000) if _HELD.fullmatch(chr(n))}


def test_our_fonts_hold_the_letters_of_what_is_printed() -> None:
    fonts = [TTFont(path).getBestCmap() for path in sorted(FONTS.glob("*.woff2"))]
    for code in PRINTED[1:]:
        with (FOLDER / f"{code}.po").open("rb") as file:
            said = {letter for message in read_po(file) for letter in str(message.string)}
        lacking = {x for x in said if x.isalpha() and not any(ord(x) in font for font in fonts)}
        assert not lacking, (code, lacking)


def test_what_nobody_may_read_is_not_printed_either(anybody: FlaskClient, poster: str) -> None:
    for sheet in ("poster.pdf", "cards.pdf", "cards"):
        assert anybody.get(f"{poster.removesuffix('poster')}{sheet}").status_code != 200


def test_a_machine_without_pango_says_what_is_missing(
    coordinator: Staff, poster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoPango:
        def find_spec(self, name: str, path: object, target: object = None) -> None:
            if name.split(".")[0] == "weasyprint":
                raise OSError("cannot load library 'pango'")

    for name in [each for each in sys.modules if each.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
    said = coordinator.client.get(f"{poster}.pdf")
    assert (said.status_code, "apt install libpango" in said.text) == (422, True)
