"""Dark surroundings, a reader's own few colours, and paper: nothing is lost in any of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.telling import check

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
QUESTIONS = tuple(f"/norfolk/tell#{each}" for each in ("feeling", "about", "words", "you"))
ROOMS = ("", "back", "help", "you-said", "safe")
PAGES = ("/", *(f"/norfolk/{room}" for room in ROOMS), *QUESTIONS)
GROUND = "at => getComputedStyle(at).backgroundColor"
DOT = "at => getComputedStyle(at, '::after').backgroundColor"
EDGE = "at => getComputedStyle(at).borderTopWidth"
SHOWN = "at => getComputedStyle(at).display"
NIGHT, DAY = "rgb(23, 18, 43)", "rgb(255, 249, 240)"


def ground(at: Locator) -> object:
    return at.evaluate(GROUND)


def ready(page: Page) -> None:
    """Tells something, up to the page that asks whether it is right."""
    page.goto("/norfolk/tell#words")
    page.fill("#f-words", "I want to be asked first.")
    check(page)


def told(page: Page) -> None:
    """Tells something, up to the five words."""
    ready(page)
    page.get_by_role("button", name="Send it").click()


def test_young_peoples_pages_follow_a_dark_phone(
    phone: Open, accessible: Callable[[Page], None]
) -> None:
    page = phone(color_scheme="dark")
    for path in PAGES:
        page.goto(path)
        assert ground(page.locator("body")) == NIGHT, path
        accessible(page)
    page.goto("/norfolk/tell")
    page.get_by_label("Worried").check()
    accessible(page)
    told(page)
    accessible(page)


def test_what_is_a_document_stays_light(phone: Open) -> None:
    page = phone(color_scheme="dark")
    page.goto("/norfolk/reports/")
    assert ground(page.locator("body")) == DAY


def test_a_choice_shows_in_a_readers_own_colours(phone: Open) -> None:
    for scheme in ("light", "dark"):
        page = phone(forced_colors="active", color_scheme=scheme)
        page.goto("/norfolk/tell")
        page.get_by_label("Worried").check()
        picked = page.locator(".pick input:checked + span")
        other = page.locator(".pick input:not(:checked) + span").first
        assert picked.evaluate(DOT) != other.evaluate(DOT)
        steps = page.locator("#feeling .steps i")
        assert ground(steps.nth(0)) != ground(steps.nth(1))
        assert page.locator(".exit").evaluate(EDGE) == "2px"
        page.goto("/norfolk/tell#about")
        assert ground(page.locator(".topic").first) == DAY  # its lines are dark


def test_what_was_said_is_printed(phone: Open) -> None:
    page = phone()
    ready(page)
    page.emulate_media(media="print")
    assert page.get_by_text("I want to be asked first.").first.is_visible()


def test_five_words_are_printed_and_no_buttons(phone: Open) -> None:
    page = phone(color_scheme="dark")
    told(page)
    page.emulate_media(media="print")
    assert ground(page.locator("body")) == "rgb(255, 255, 255)"
    assert page.locator(".words li").count() == 5
    assert {each.evaluate(SHOWN) for each in page.locator(".btn, .exit").all()} == {"none"}
