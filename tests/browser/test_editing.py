"""Young editors make their version in a real browser; an adult sees how hard their words are."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.test_governance import looked_at
from tests.browser.test_staff import Look, Open, address, desk, folder

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
VERSION = "/norfolk/reports/demo-2026-27/children"
OURS, HARD, EASY = "We made this.", "We are a multi-agency partnership.", "We help you be safe."


def write(page: Page, words: str) -> None:
    page.locator("a", has_text="Write: Who we are").click()
    page.get_by_label("Your words").fill(words)
    page.get_by_role("button", name="Put it in").click()


def test_young_editors_choose_and_an_adult_asks(desk: Open, accessible: Look) -> None:
    editor, adult = desk("editor@norfolk.example"), desk("coordinator@norfolk.example")
    editor.locator("main").get_by_role("link", name="2026-27").click()
    looked_at(editor, accessible)
    write(editor, OURS)
    editor.locator("a", has_text="Picture: Who we are").click()
    looked_at(editor, accessible)
    editor.locator("label", has_text="Strange times").locator("svg").click()
    editor.get_by_role("button", name="Use it").click()
    assert "Picture: strange times" in editor.inner_text("main")
    editor.locator("a", has_text="Write: Who we are").click()
    assert editor.get_by_label("Your words").input_value() == OURS
    adult.goto(VERSION)
    assert OURS in adult.inner_text("main")
    propose(adult, accessible)
    adult.goto(VERSION)
    assert EASY not in adult.inner_text("main")
    editor.goto("/norfolk/editing/")
    editor.locator("main").get_by_role("link", name="2026-27").click()
    editor.get_by_role("link", name="Say yes to a grown-up's change").click()
    editor.get_by_label(EASY).check()
    editor.get_by_role("button", name="Yes, use it").click()
    adult.goto(VERSION)
    assert EASY in adult.inner_text("main")
    looked_at(adult, accessible)


def propose(adult: Page, accessible: Look) -> None:
    """What is too hard is said while it is typed, and again where it is sent all the same."""
    adult.goto("/norfolk/work/reports/")
    adult.locator("main").get_by_role("link", name="Annual Report 2026-27").first.click()
    adult.get_by_role("link", name="Its young editors").click()
    for _ in range(2):
        adult.get_by_label("Who we are").check()
        adult.locator("#f-words").fill("")
        adult.locator("#f-words").press_sequentially(HARD)
        typed = adult.locator("[data-reading]", has_text="few children know: multi-agency")
        typed.wait_for()
        assert "Aim for 9" in typed.inner_text()
        adult.get_by_label("Why", exact=True).fill("It is true")
        adult.get_by_role("button", name="Propose it").click()
        assert "multi-agency, partnership" in adult.locator(".problem").inner_text()
    looked_at(adult, accessible)
    adult.locator("#f-words").fill(EASY)
    adult.get_by_role("button", name="Propose it").click()
