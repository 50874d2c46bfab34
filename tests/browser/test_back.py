"""Back after a form was looked at, refused or saved: never the browser's words or a second save."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.test_staff import Open, address, desk, folder
from tests.web.staff import WORKERS, newest_link

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
SESSIONS = "8 October 2026 | Library | 12 | Police | police | 9 | 7 | 2"
WHOLE = "/norfolk/work/training/new/whole"


def looked_at(desk: Open, title: str) -> Page:
    page = desk("coordinator@norfolk.example")
    page.goto(WHOLE)
    page.get_by_label("Course", exact=True).fill(title)
    page.get_by_label("Briefing").check()
    page.get_by_label("Sessions, and who came").fill(SESSIONS)
    pressed(page, "Look at it first")
    assert "Nothing is recorded yet" in page.inner_text("main")
    return page


def pressed(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def holds(page: Page, title: str) -> bool:
    return (
        page.get_by_label("Course", exact=True).input_value() == title
        and page.get_by_label("Briefing").is_checked()
        and page.get_by_label("Sessions, and who came").input_value() == SESSIONS
    )


def test_back_after_saving_what_was_looked_at_shows_it_saved_once(desk: Open) -> None:
    typed = looked_at(desk, "Hearing babies")
    pressed(typed, "Record it all")
    saved = typed.url
    for _ in range(2):
        typed.go_back()
        assert typed.url == saved
        assert "Hearing babies" in typed.inner_text("h1")
    typed.goto("/norfolk/work/training/")
    assert typed.get_by_role("link", name="Hearing babies").count() == 1


def test_back_and_reload_before_saving_show_the_form_as_it_was_typed(desk: Open) -> None:
    typed = looked_at(desk, "Reading cues")
    typed.reload()
    assert holds(typed, "Reading cues")
    typed.go_back()
    assert holds(typed, "Reading cues")
    pressed(typed, "Look at it first")
    pressed(typed, "Record it all")
    assert "9 booked, 7 came, 2 did not show" in typed.inner_text("main")


def test_words_return_for_those_alone_who_typed_them(desk: Open, folder: Path) -> None:
    page = looked_at(desk, "Hidden words")
    there = page.evaluate("history.length")
    page.get_by_role("button", name="Sign out").click()
    page.goto("/norfolk/work/sign-in")
    page.get_by_label("Your e-mail address").fill("coordinator@norfolk.example")
    pressed(page, "Send me a link")
    page.goto(newest_link(folder / "post", "coordinator@norfolk.example", within=WORKERS))
    pressed(page, "Sign in")
    with page.expect_navigation():
        page.evaluate(f"history.go({there} - history.length)")
    assert urlsplit(page.url).path == WHOLE
    assert page.get_by_label("Course", exact=True).input_value() == ""


def test_back_after_a_refused_form_was_mended_shows_what_it_made(desk: Open) -> None:
    page = desk("coordinator@norfolk.example")
    page.goto("/norfolk/work/training/new/course")
    page.get_by_label("Briefing").check()
    pressed(page, "Offer it")
    assert page.locator(".problem").count() == 1
    page.get_by_label("Course", exact=True).fill("Mended")
    pressed(page, "Offer it")
    saved = page.url
    page.go_back()
    assert page.url == saved
