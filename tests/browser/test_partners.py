"""Partners, money and agreed ratings by hand, on a phone and at a desk, into the report."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.test_governance import fill
from tests.browser.test_staff import Look, Open, address, desk, folder

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
PARTNERS = "/norfolk/work/partners/"
LONG = "Safeguarding" * 12


def seen(page: Page, accessible: Look) -> None:
    """Nothing is wider than the screen, and axe finds nothing wrong."""
    for size in (PHONE, DESK):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], page.url
        accessible(page)


def add(page: Page, name: str, part: str) -> None:
    page.goto(f"{PARTNERS}join")
    page.get_by_label("Its part").select_option(part)
    fill(page, "Add it", Name_of_the_body=name, From_when="September 2019")


def pay(page: Page, name: str, amount: str) -> None:
    page.goto(f"{PARTNERS}paid-in")
    page.get_by_label("Who paid").select_option(label=name)
    days = {"For_the_time_from": "2026-04-01", "To": "2027-03-31"}
    fill(page, "Record it", Amount=amount, **days)


def test_partners_and_money_are_kept_by_hand(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    page.get_by_role("link", name="Partners", exact=True).click()
    seen(page, accessible)
    page.get_by_role("link", name="Add a partner or agency").click()
    seen(page, accessible)
    add(page, "Norfolk County Council", "council")
    add(page, LONG, "relevant agency")
    pay(page, "Norfolk County Council", "£96,450.50")
    pay(page, LONG, "£0.07")
    assert "£96,450.57" in page.inner_text("main")
    page.goto(f"{PARTNERS}spent")
    fill(page, "Record it", Amount="£12", To="2027-03-31")
    assert page.locator(".problem").is_visible()
    seen(page, accessible)
    days = {"For_the_time_from": "2026-04-01", "To": "2027-03-31"}
    fill(page, "Record it", What_it_was_spent_on="Training", Amount="£12", **days)
    seen(page, accessible)
    page.goto("/norfolk/work/arrangements/period")
    fill(page, "Declare it", What_it_is_called="Year 2026-27", From="2026-04", To="2027-03")
    page.goto("/norfolk/work/reports/new/draft")
    page.get_by_label("Period").select_option(label="Year 2026-27: April 2026 to March 2027")
    page.get_by_label("Prepared under").select_option("Working Together 2023")
    fill(page, "Draft it", Title="Our year of money")
    page.get_by_role("link", name="What it covers, and what is missing").click()
    seen(page, accessible)
    assert "It is not told what these paid in: integrated care board, police." in page.inner_text(
        "main"
    )
    page.get_by_role("link", name="The report's way").click()
    page.locator('a[href^="/norfolk/reports/our-year-of-money"]').first.click()
    assert "What each partner paid in" in page.inner_text("main")
    seen(page, accessible)
