"""A coordinator asks young people once, keeps what they said, and writes the newsletter."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.test_governance import fill, looked_at
from tests.browser.test_staff import Look, Open, address, desk, folder

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser


def test_a_group_is_asked_once_and_its_answer_goes_into_the_newsletter(
    desk: Open, accessible: Look
) -> None:
    page = desk("coordinator@norfolk.example")
    page.get_by_role("link", name="Engagement", exact=True).click()
    looked_at(page, accessible)
    page.get_by_role("link", name="Plan to ask young people").click()
    page.get_by_label("Survey").check()
    fill(
        page,
        "Plan it",
        Which_young_people="Care leavers",
        About_what="saying it again",
        What_they_will_be_asked="What would help?",
    )
    assert page.locator(".problem").evaluate("at => at === document.activeElement")
    assert "reads the notes first" in page.inner_text("main")
    looked_at(page, accessible)
    fill(page, "Plan it", **{"Why ask again?": "The workers have changed"})
    page.get_by_role("link", name="Say that it was held").click()
    fill(page, "Record it", Day="2026-11-20", How_many_young_people_came="12")
    page.get_by_role("link", name="Write down what they said").click()
    page.get_by_label("In other words: a paraphrase").check()
    fill(page, "Record it", What_they_said="They are asked less often now.")
    looked_at(page, accessible)
    page.get_by_role("link", name="All who were asked together").click()
    page.get_by_role("link", name="Whom we have not heard").click()
    looked_at(page, accessible)
    page.get_by_role("link", name="Statements", exact=True).click()
    looked_at(page, accessible)
    newsletter(page, accessible)


def newsletter(page: Page, accessible: Look) -> None:
    """It is drafted from the record, edited and published, and everybody reads it."""
    page.get_by_role("link", name="Newsletters", exact=True).click()
    looked_at(page, accessible)
    page.get_by_role("link", name="Draft a newsletter").click()
    fill(page, "Draft it", Title="Our winter", What_happened_from="2026-09-01")
    looked_at(page, accessible)
    page.get_by_role("link", name=re.compile("^Edit")).first.click()
    fill(page, "Record it", Its_words="In our own words.")
    page.get_by_role("link", name="Publish it").click()
    looked_at(page, accessible)
    page.get_by_role("button", name="Publish it for everybody").click()
    page.get_by_role("link", name="as everybody reads it").click()
    assert "In our own words." in page.inner_text("main")
    looked_at(page, accessible)
