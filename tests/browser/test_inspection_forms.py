"""A form as it is written by staff and filled in by an inspector, in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.test_staff import Look, Open, address, desk, folder, to_the_last_step

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser


def question(page: Page, row: int, words: str, kind: str) -> None:
    box = page.locator(f"#row-{row}")
    box.get_by_label("Words", exact=True).fill(words)
    box.get_by_label("Kind of answer").select_option(kind)


def written(desk: Open, accessible: Look) -> str:
    """The address where inspectors fill in a form that staff wrote just now."""
    page = desk("coordinator@norfolk.example")
    page.goto("/norfolk/inspections/forms/new")
    page.get_by_label("Title").fill("Is it kind here?")
    question(page, 0, "What happened instead?", "words")
    question(page, 1, "Did they say hello?", "yes or no")
    page.get_by_role("button", name="Move up question 2").click()
    page.locator("#row-1").get_by_label("When is it asked?").select_option(
        "1. Did they say hello?: No"
    )
    page.get_by_role("button", name="See how it looks").click()
    assert page.url.endswith("#preview")
    preview = page.locator("#preview")
    instead = preview.get_by_label("What happened instead?")
    assert instead.is_hidden()
    preview.get_by_label("No", exact=True).check()
    instead.wait_for()
    accessible(page)
    page.get_by_role("button", name="Publish this version").click()
    accessible(page)
    return page.url.replace("/inspections/forms/", "/visits/new/")


def test_a_form_is_written_tried_and_filled_in(desk: Open, accessible: Look) -> None:
    form = written(desk, accessible)
    sam = desk("inspector@norfolk.example")
    sam.goto(form)
    sam.set_viewport_size({"width": 320, "height": 640})
    assert sam.evaluate("document.documentElement.scrollWidth") <= 320
    asked = sam.get_by_label("What happened instead?")
    onward = sam.get_by_role("button", name="Next")
    sam.get_by_label("Where you went").fill("The surgery")
    onward.click()
    sam.get_by_label("No", exact=True).check()
    onward.click()
    asked.fill("They looked away.")
    sam.get_by_role("button", name="Back").click()
    sam.get_by_label("Yes", exact=True).check()
    assert asked.is_disabled()  # what is not asked is not sent
    sam.get_by_label("No", exact=True).check()
    onward.click()
    assert asked.input_value() == "They looked away."
    accessible(sam)
    to_the_last_step(sam)
    sam.get_by_role("button", name="Send our visit").click()
    sam.get_by_role("heading", name="Our visit to The surgery").wait_for()
    assert "They looked away." in sam.inner_text("main")
