"""A poster and a sheet of cards as SVG, for a partnership's own print: one file with all in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from tests.web.participation.test_posters import ROOM, coordinator, offer, poster
from tests.web.staff import Staff
from web.drawing.brand_colours import accent_of
from web.site.language_names import ENGLISH, OTHERS, language_of

__all__ = ["coordinator", "poster"]

SVG = "{http://www.w3.org/2000/svg}"
AWKWARD = "The <Quill> & Feather club, in the old library of Great Yarmouth, first floor"


def drawn(staff: Staff, poster: str, kind: str, code: str = ENGLISH) -> ElementTree.Element:
    got = staff.client.get(f"{poster.removesuffix('poster')}{kind}.svg?in={code}")
    assert (got.status_code, got.mimetype) == (200, "image/svg+xml")
    return ElementTree.fromstring(got.data)


def said(drawing: ElementTree.Element) -> str:
    """The words, line by line."""
    return "\n".join("".join(each.itertext()) for each in drawing.iter(f"{SVG}tspan"))


@pytest.mark.parametrize(("kind", "many"), [("poster", 1), ("cards", 10)])
def test_a_sheet_is_saved_as_one_page_with_its_codes(
    coordinator: Staff, poster: str, kind: str, many: int
) -> None:
    page = coordinator.get(f"{poster.removesuffix('poster')}{kind}")
    link = re.search(r'href="([^"]+)" download>Save as SVG<', page.html)
    assert link
    got = coordinator.client.get(link[1])
    assert f'"norfolk-{kind}-the-quill-youth-club.svg"' in got.headers["Content-Disposition"]
    assert got.headers["Content-Disposition"].startswith("attachment")
    drawing = ElementTree.fromstring(got.data)
    assert (
        drawing.attrib.items()
        >= {"viewBox": "0 0 210 297", "width": "210mm", "height": "297mm", "role": "img"}.items()
    )
    led = re.search(r"http://[^<\s]+/norfolk/at/[a-z2-7]{8}", page.html)
    assert led
    titles = [title.text for title in drawing.iter(f"{SVG}title")]
    assert titles[1:] == [led[0]] * many
    assert said(drawing).count("The QUILL youth club") == many
    assert accent_of("norfolk").brand in got.text


@pytest.mark.parametrize("kind", ["poster", "cards"])
def test_a_drawing_needs_nothing_else_and_runs_nothing(
    coordinator: Staff, poster: str, kind: str
) -> None:
    for part in drawn(coordinator, poster, kind).iter():
        assert part.tag.removeprefix(SVG) not in {"style", "script", "image", "use", "a", "link"}
        assert not {name for name in part.attrib if name == "style" or name.endswith("href")}
        assert not any("url(" in value for value in part.attrib.values())


@pytest.mark.parametrize("kind", ["poster", "cards"])
def test_a_place_may_have_any_letters_and_many(coordinator: Staff, kind: str) -> None:
    page = coordinator.post(f"{ROOM}new", place=AWKWARD)
    made = next(link for link in page.links if link.endswith("/poster"))
    drawing = drawn(coordinator, made, kind)
    assert AWKWARD in said(drawing).replace("\n", " ")
    assert AWKWARD in next(title.text or "" for title in drawing.iter(f"{SVG}title"))


def test_every_language_that_is_offered_can_be_saved(
    demo: Partnerships, coordinator: Staff, poster: str
) -> None:
    offer(demo, *OTHERS)
    for code in OTHERS:
        for kind in ("poster", "cards"):
            drawing = drawn(coordinator, poster, kind, code)
            words = said(drawing)
            assert drawing.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == code
            assert language_of(code).direction in {
                text.attrib["direction"] for text in drawing.iter(f"{SVG}text")
            }
            assert "Tell us what" not in words
            assert all(each in words for each in ("999", "0800\u00a01111", "Earshot"))
            led = [str(title.text) for title in drawing.iter(f"{SVG}title")][1:]
            assert all(url.endswith(f"?lang={code}") for url in led)
            assert f"?lang={code}" not in words


def test_letters_that_our_fonts_lack_can_be_saved_too(
    demo: Partnerships, coordinator: Staff, poster: str
) -> None:
    offer(demo, "ar")
    assert "Save as SVG" in coordinator.get(f"{poster}?in=ar").words
    saved = coordinator.client.get(f"{poster}.svg?in=ar")
    assert "norfolk-poster-the-quill-youth-club-ar.svg" in saved.headers["Content-Disposition"]
    for never in ("ur", "xx", "<script>"):
        assert coordinator.client.get(f"{poster}.svg?in={never}").status_code == 404


def test_it_is_for_those_who_may_read_governance(
    anybody: FlaskClient, poster: str, sign_in: Callable[[str], Staff]
) -> None:
    for kind in ("poster", "cards"):
        path = f"{poster.removesuffix('poster')}{kind}.svg"
        assert anybody.get(path).status_code != 200
        assert sign_in("triage@norfolk.example").client.get(path).status_code in {403, 404}
