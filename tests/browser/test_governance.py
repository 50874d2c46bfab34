"""A coordinator's year by hand, at a desk and on a small phone: frame, meeting, figures, report."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.test_staff import Look, Open, address, desk, folder

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
SMALL, WIDE = {"width": 320, "height": 640}, {"width": 1440, "height": 900}


def looked_at(page: Page, accessible: Look) -> None:
    """Fits both screens, and is accessible on both."""
    for size in (SMALL, WIDE):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], page.url
        accessible(page)


def fill(page: Page, button: str, **given: str) -> None:
    for label, typed in given.items():
        page.get_by_label(label.replace("_", " "), exact=True).fill(typed)
    page.get_by_role("button", name=button).click()


def test_a_year_is_kept_by_hand(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    page.get_by_role("link", name="Partnership", exact=True).click()
    looked_at(page, accessible)
    page.get_by_role("link", name="Declare a reporting period").click()
    looked_at(page, accessible)
    fill(page, "Declare it", What_it_is_called="", From="2026-07", To="2026-01")
    assert page.locator(".problem").evaluate("at => at === document.activeElement")
    assert page.get_by_label("To", exact=True).input_value() == "2026-01"
    accessible(page)
    fill(page, "Declare it", What_it_is_called="Our year", From="2026-07", To="2027-06")
    assert "Our year: July 2026 to June 2027" in page.inner_text("main")
    minute(page, accessible)
    report(page, accessible)


def minute(page: Page, accessible: Look) -> None:
    """A meeting is called, held and minuted; its action is tracked to what it changed."""
    page.get_by_role("link", name="Meetings", exact=True).click()
    page.get_by_role("link", name="Call a meeting").click()
    fill(page, "Call it", Board_or_group="Executive group", When="2026-11-20")
    page.get_by_role("link", name="Say that it was held").click()
    fill(page, "Record it", Day="2026-11-20")
    page.get_by_role("link", name="Record who came").click()
    fill(page, "Record it", Role="lead safeguarding partners", How_many_came="2")
    page.get_by_role("link", name="Agree an action").click()
    fill(
        page,
        "Agree it",
        What_will_be_done="Put up posters",
        Who_will_do_it="Health",
        By_when="2026-11-23",
    )
    looked_at(page, accessible)
    page.get_by_role("link", name="Actions", exact=True).click()
    page.locator("main").get_by_role("link", name="late", exact=True).click()
    looked_at(page, accessible)
    page.get_by_role("link", name="Put up posters").click()
    page.get_by_role("link", name="Note progress").click()
    fill(page, "Record it", How_far_it_has_come="They are printed")
    assert "They are printed" in page.inner_text("main")
    looked_at(page, accessible)


def report(page: Page, accessible: Look) -> None:
    """A report is drafted for the year, held against the law, written on, and published."""
    page.get_by_role("link", name="Reports", exact=True).click()
    looked_at(page, accessible)
    page.get_by_role("link", name="Draft a report").click()
    page.get_by_label("Period").select_option(label="Our year: July 2026 to June 2027")
    page.get_by_label("Prepared under").select_option("Working Together 2026")
    fill(page, "Draft it", Title="Our yearly report")
    page.get_by_role("link", name="What it covers, and what is missing").click()
    looked_at(page, accessible)
    page.get_by_role("link", name=re.compile("Write this part.*looked-after")).click()
    fill(page, "Add it", Its_words="We asked them first.")
    assert "We asked them first." in page.inner_text("main")
    page.get_by_role("link", name="All chapters").click()
    page.get_by_role("link", name="The report's way").click()
    page.get_by_role("link", name="Finalise it").click()
    fill(page, "Finalise it")
    page.get_by_role("link", name="Record an approval").click()
    fill(page, "Record it", Which_body="The executive group", When="2 November 2026")
    page.get_by_role("link", name="Publish it").click()
    looked_at(page, accessible)
    fill(page, "Publish it for everybody", Where_it_is_published="our website")
    assert "everybody can read it now" in page.get_by_role("status").inner_text()
    page.get_by_role("link", name="Read it", exact=True).click()
    assert "We asked them first." in page.inner_text("main")
    accessible(page)


def test_figures_risks_and_the_frame_are_for_every_screen(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    for path in (
        "figures/",
        "risks/",
        "risks/new",
        "arrangements/",
        "meetings/",
        "actions/",
        "figures/new/rate",
        "arrangements/role",
    ):
        page.goto(f"/norfolk/work/{path}")
        looked_at(page, accessible)
