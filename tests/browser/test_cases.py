"""A coordinator's case review by hand: recorded, notified, late where it is late, on the board."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.test_staff import Look, Open, address, desk, folder

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
PHONE, DESK = {"width": 320, "height": 640}, {"width": 1440, "height": 900}


def looked_at(page: Page, look: Look) -> None:
    """As a phone shows it and as a desk does; neither scrolls sideways."""
    for size in (PHONE, DESK):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        look(page)


def test_a_case_is_recorded_notified_and_seen_on_the_board(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    page.get_by_role("link", name="Reviews").click()
    looked_at(page, accessible)
    page.get_by_role("link", name="Record a case").click()
    page.get_by_role("button", name="Record it").click()
    assert page.locator(".problem").evaluate("at => at === document.activeElement")
    looked_at(page, accessible)
    page.get_by_label("Reference").fill("NSCP 2026/09")
    page.get_by_label("Child Safeguarding Practice Review").check()
    page.get_by_label("The day the partnership became aware").fill("2026-01-05")
    page.get_by_label("It is a serious incident").check()
    page.get_by_role("button", name="Record it").click()
    assert "Due 12 January 2026" in page.inner_text("main")
    page.get_by_role("link", name="The Panel was notified").click()
    looked_at(page, accessible)
    page.get_by_label("The day the national Panel was notified").fill("2026-01-14")
    page.get_by_role("button", name="Record it").click()
    assert "The notification is recorded" in page.get_by_role("status").inner_text()
    assert "Done 2 working days late" in page.inner_text("main")
    page.get_by_role("link", name="Deadlines", exact=True).click()
    row = page.locator("tr", has_text="NSCP 2026/09")
    assert re.search(r"working days late|more than a year late", row.inner_text(), re.IGNORECASE)
    looked_at(page, accessible)


def test_what_is_promised_and_a_calendar_address_are_made_by_keyboard(
    desk: Open, phone: Open, accessible: Look
) -> None:
    page = desk("coordinator@norfolk.example")
    page.goto("/norfolk/work/deadlines/")
    page.get_by_label("Whose calendar it is for").focus()
    page.keyboard.type("The business team")
    page.keyboard.press("Enter")
    assert "/norfolk/calendar/" in page.get_by_role("status").inner_text()
    looked_at(page, accessible)
    page.goto("/norfolk/work/promise/")
    looked_at(page, accessible)
    page.get_by_label("Every message is read").fill("2")
    page.keyboard.press("Enter")
    assert "The promise is recorded" in page.get_by_role("status").inner_text()
    child = phone()
    child.goto("/norfolk/tell")
    assert "Within 2 working days" in (child.text_content("main") or "")
