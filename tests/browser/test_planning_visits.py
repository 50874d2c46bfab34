"""A coordinator plans a visit, changes it and calls it off, by the keyboard, on a phone as well."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from events.uk_time import uk_today
from tests.browser.test_staff import Look, Open, address, desk, folder

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser

WIDTHS = (1280, 390)


def looked_at(page: Page, accessible: Look) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        accessible(page)


def test_a_visit_is_planned_changed_and_called_off(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    page.goto("/norfolk/work/inspections/planned/")
    looked_at(page, accessible)
    page.get_by_role("link", name="Plan a visit").click()
    page.get_by_label("Which service they visit").fill("The swimming pool")
    page.get_by_label("Which day").fill((uk_today() + timedelta(days=3)).isoformat())
    page.get_by_label("What time").fill("2:30 pm")
    page.get_by_label("Where they meet").fill("At the bus stop")
    page.get_by_role("button", name="Plan it").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose at least one inspector who goes.")
    looked_at(page, accessible)
    page.get_by_label("Sam (demo)").check()
    page.get_by_label("Which form they fill in").select_option(index=1)
    page.get_by_role("button", name="Plan it").press("Enter")
    expect(page.get_by_text("The visit is planned.")).to_be_visible()
    looked_at(page, accessible)
    page.get_by_role("link", name="The swimming pool").press("Enter")
    looked_at(page, accessible)
    page.get_by_role("link", name="Change this plan").press("Enter")
    page.get_by_label("What time").fill("16:00")
    looked_at(page, accessible)
    page.get_by_role("button", name="Change it").press("Enter")
    expect(page.get_by_text("The plan was changed (the time)")).to_be_visible()
    page.get_by_role("link", name="Call this visit off").press("Enter")
    page.get_by_label("Why it is called off").fill("The pool is shut.")
    looked_at(page, accessible)
    page.get_by_role("button", name="Call it off").press("Enter")
    expect(page.get_by_text("This visit was called off: The pool is shut.")).to_be_visible()
    looked_at(page, accessible)
    sam = desk("inspector@norfolk.example")
    sam.goto("/norfolk/visits/")
    expect(sam.get_by_text("You do not go. Why: The pool is shut.")).to_be_visible()
    looked_at(sam, accessible)
