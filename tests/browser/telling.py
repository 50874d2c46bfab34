"""A young person's taps through the questions, with and without JavaScript."""

from __future__ import annotations

from playwright.sync_api import Page


def has_scripts(page: Page) -> bool:
    return bool(page.evaluate("matchMedia('(scripting: enabled)').matches"))


def pick(page: Page, name: str) -> int:
    """Taps a picture and goes on to the next question; gives the taps that it took."""
    at = page.locator(".question:visible").get_attribute("id")
    page.locator(".pick:visible", has_text=name).click()
    if has_scripts(page):
        page.wait_for_selector(f"#{at}", state="hidden")
        return 1
    page.get_by_role("link", name="Next").click()
    return 2


def go_on(page: Page) -> int:
    page.get_by_role("link", name="Next").click()
    return 1


def check(page: Page) -> int:
    """From the question of their words to the page that shows the answers."""
    taps = 0
    while page.get_by_role("link", name="Next").count():
        taps += go_on(page)
    page.get_by_role("button", name="Check my answers").click()
    page.get_by_role("heading", name="Ready to send?").wait_for()
    return taps + 1
