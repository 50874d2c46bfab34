"""Forgetting as people do it: two of them at their desks, and a young person on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.test_staff import Look, Open, address, desk, folder, open_act

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
SAID = "My form tutor listened to me and sorted it out."


def waiting(page: Page) -> None:
    page.goto("/norfolk/work/")
    page.locator("tr", has_text=SAID).get_by_role("link").click()


def test_two_people_forget_words(desk: Open, accessible: Look) -> None:
    triage = desk("triage@norfolk.example")
    waiting(triage)
    open_act(triage, "Forget these words")
    triage.get_by_role("button", name="Ask to forget").click()
    assert triage.locator(".problem").evaluate("at => at === document.activeElement")
    accessible(triage)
    triage.get_by_label("Should never have been recorded").check()
    triage.get_by_role("button", name="Ask to forget").click()
    assert "A second person" in triage.get_by_role("status").inner_text()
    item = triage.url
    triage.get_by_role("link", name="Forgetting").first.click()
    accessible(triage)
    triage.get_by_role("link", name="Decide").click()
    assert "Another person must do this" in triage.inner_text("main")
    assert not triage.get_by_role("button", name="Forget it for ever").count()
    coordinator = desk("coordinator@norfolk.example")
    coordinator.goto(triage.url)
    accessible(coordinator)
    coordinator.set_viewport_size({"width": 360, "height": 740})
    accessible(coordinator)
    coordinator.get_by_role("button", name="Forget it for ever").click()
    assert "Forgotten" in coordinator.get_by_role("status").inner_text()
    coordinator.goto(item)
    assert SAID not in coordinator.content()
    assert "These words are forgotten" in coordinator.inner_text("main")
    accessible(coordinator)


def test_periods_keep_what_was_typed(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    page.goto("/norfolk/work/forgetting/")
    page.get_by_label("We will").fill("a while")
    page.get_by_role("button", name="Set the periods").click()
    assert page.get_by_label("We will").input_value() == "a while"
    accessible(page)
    page.get_by_label("We will").fill("18")
    page.get_by_role("button", name="Set the periods").click()
    assert page.get_by_label("We will").input_value() == "18"
