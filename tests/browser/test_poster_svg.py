"""Drawn posters and cards as a browser shows them: their codes can be scanned, all words fit."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser

from infra.partnerships import Partnerships
from tests.web.conftest import demo, demo_app, post, sign_in
from tests.web.participation.test_posters import ROOM, coordinator, offer
from tests.web.staff import Staff

__all__ = ["coordinator", "demo", "demo_app", "post", "sign_in"]
pytestmark = pytest.mark.browser

PLACE = "The <Quill> & Feather club, in the old library of Great Yarmouth, first floor"
# All from one place: at each change of place Chromium begins a new process, which may not have
# drawn yet when its picture is taken.
SAVED = "http://saved.test/drawn.svg"
# Words whose line reaches out of the smallest rectangle that they stand in, by more than a hair.
OUTSIDE = """() => {
  const of = each => each.getBoundingClientRect(), rects = [...document.querySelectorAll("rect")]
    .filter(each => each.closest("svg") === document.documentElement).map(of);
  const size = r => r.width * r.height;
  return [...document.querySelectorAll("text")].filter(text => {
    const t = of(text), x = (t.left + t.right) / 2, y = (t.top + t.bottom) / 2;
    const around = rects.filter(r => r.left < x && x < r.right && r.top < y && y < r.bottom)
      .sort((a, b) => size(a) - size(b))[0];
    return !around || t.left < around.left + 2 || t.right > around.right - 2
      || t.top < around.top - 2 || t.bottom > around.bottom + 2;
  }).map(text => text.textContent);
}"""


def test_codes_can_be_scanned_and_all_words_stand_in_their_boxes(
    chromium: Browser, demo: Partnerships, coordinator: Staff
) -> None:
    codes = ("pl", "ro", "lt", "pt", "ar")  # Chromium may lack the letters of the other two
    offer(demo, *codes)
    made = coordinator.post(f"{ROOM}new", place=PLACE)
    poster = next(link for link in made.links if link.endswith("/poster"))
    saved = b""
    page = chromium.new_page(viewport={"width": 794, "height": 1123})
    page.route(f"{SAVED}*", lambda route: route.fulfill(body=saved, content_type="image/svg+xml"))
    for kind, many in (("poster", 1), ("cards", 10)):
        for code in ("en", *codes):
            path = f"{poster.removesuffix('poster')}{kind}.svg?in={code}"
            saved = coordinator.client.get(path).data
            page.goto(f"{SAVED}?{kind}={code}")
            assert page.evaluate(OUTSIDE) == [], (kind, code)
            seen = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
            assert ["/norfolk/at/" in each.text for each in seen] == [True] * many, (kind, code)
    page.close()
