"""Young people's ways by keyboard alone: Tab, arrows, Space and Enter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WORDS = "I would like a say."
DESK = {"width": 1280, "height": 800}
AT = """() => {
  const at = document.activeElement;
  return at.matches("a, button, input, textarea, summary") ? `${at.name} ${at.textContent}` : "";
}"""


def press_on(page: Page, name: str, key: str = "Enter") -> None:
    """Goes on by Tab to what has that name or says that, and presses the key there."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if name in page.evaluate(AT):
            page.keyboard.press(key)
            page.wait_for_timeout(50)
            return
    raise AssertionError(f"{name} is not reached by Tab")


def tell(page: Page) -> str:
    """From the first question to the five words, which it gives."""
    page.goto("/norfolk/tell")
    press_on(page, "feeling", "Space")
    for _ in range(2):
        press_on(page, "Next")
    press_on(page, "words", "End")
    page.keyboard.type(WORDS)
    press_on(page, "Next")
    press_on(page, "Check my answers")
    page.wait_for_selector("text=Ready to send?")
    press_on(page, "Send it")
    page.wait_for_selector("ol.words")
    assert page.locator("ol.words li").count() == 5
    return page.locator("input[name=receipt]").first.input_value()


def come_back(page: Page, words: str) -> None:
    page.goto("/norfolk/back")
    press_on(page, "receipt", "End")
    page.keyboard.type(words)
    press_on(page, "Show me")
    page.wait_for_selector("text=Changed your mind?")


def test_telling_and_keeping_the_five_words(phone: Callable[..., Page]) -> None:
    page = phone(viewport=DESK)
    words = tell(page)
    asked = page.get_by_label("Have you kept them?")
    number = int((asked.evaluate("field => field.labels[0].textContent") or "").split()[-1])
    press_on(page, "word", "End")
    page.keyboard.type(words.split()[number - 1])
    press_on(page, "I have kept my words")
    page.wait_for_selector("text=Yes, that is it.")


def test_coming_back_answering_and_taking_back(phone: Callable[..., Page]) -> None:
    page = phone(viewport=DESK)
    words = tell(page)
    come_back(page, words)
    press_on(page, "words", "End")
    page.keyboard.type("And one more thing.")
    press_on(page, "Send it")
    page.wait_for_selector("text=We got it")
    come_back(page, words)
    assert page.get_by_text("Do you feel we listened?").count() == 0, "nobody has read it yet"
    press_on(page, "Changed your mind?")
    press_on(page, "Take my words back")
    page.wait_for_selector("text=Take your words back?")
    press_on(page, "Yes")
    page.wait_for_selector("text=You took your words back.")
