"""Rooms that need only their address: no fault that axe finds, and nothing wider than a phone."""

from __future__ import annotations

import pytest

from tests.browser.test_staff import Look, Open, address, desk, folder

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser

ROOMS = (
    "work/",
    "work/write-down",
    "work/posters/",
    "work/posters/new",
    "work/languages/",
    "work/languages/offer",
    "work/promise/",
    "work/training/in-their-words",
    "reports/year-on-year",
    "work/style-guide/",
    "work/style-guide/?look=young",
)


def test_the_rooms_are_accessible_and_fit(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    for room in ROOMS:
        page.goto(f"/norfolk/{room}")
        accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    for room in ROOMS:
        page.goto(f"/norfolk/{room}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, room


def test_every_piece_is_accessible_in_dark_surroundings(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    page.emulate_media(color_scheme="dark")
    page.goto("/norfolk/work/style-guide/?look=young")
    accessible(page)


def test_the_page_for_whoever_is_hurt_and_the_words_to_keep_are_accessible(
    desk: Open, accessible: Look
) -> None:
    page = desk("coordinator@norfolk.example")
    for path in ("safe", "you-said", "changed", "tell?help=yes"):
        page.goto(f"/norfolk/{path}")
        accessible(page)
    page.goto("/norfolk/work/posters/new")
    page.get_by_label("For which place").fill("A club")
    page.get_by_role("button", name="Make it").click()
    page.get_by_role("link", name="Poster for").first.click()
    accessible(page)
    page.get_by_role("link", name="Cards to cut out").click()
    accessible(page)
