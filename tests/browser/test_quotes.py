"""A young person is quoted with their yes, in both versions, until they say no again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.test_staff import SAID, Look, Open, address, desk, folder, tell

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
QUOTED = "nobody said why."
VERSIONS = ("/norfolk/reports/demo-2026-27", "/norfolk/reports/demo-2026-27/children")
SIZES = ({"width": 360, "height": 740}, {"width": 1440, "height": 900})


def look_at(page: Page, accessible: Look) -> None:
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def sign_off(page: Page, why: str) -> None:
    page.get_by_role("link", name="Sign off").click()
    page.get_by_label("Which quotation").select_option("1")
    page.get_by_label("Why nobody can tell").fill(why)
    page.get_by_role("button", name="Sign it off").click()


def come_back(page: Page, receipt: str) -> None:
    page.goto("/norfolk/back")
    page.get_by_label("What are your five words?").fill(receipt)
    page.get_by_role("button", name="Show me").click()


def test_a_young_person_is_quoted_and_says_no_again(
    desk: Open, phone: Open, accessible: Look
) -> None:
    child = phone(java_script_enabled=False)
    receipt = tell(child)
    triage, coordinator = desk("triage@norfolk.example"), desk("coordinator@norfolk.example")
    triage.goto("/norfolk/work/")
    triage.locator("tr", has_text=SAID).get_by_role("link").click()
    triage.get_by_role("button", name="I have read it").click()
    triage.get_by_role("link", name="Quote from it").click()
    triage.get_by_role("link", name="Propose words").click()
    triage.get_by_label("Their words").fill(QUOTED)
    triage.get_by_role("button", name="Propose it").click()
    come_back(child, receipt)
    for where in ("In the report for children", "In the long report"):
        child.get_by_role("button", name=f"Yes, you may {where}").click()
    seen = phone()  # axe needs JavaScript, the page does not
    come_back(seen, receipt)
    assert "You said yes" in seen.inner_text("main")
    look_at(seen, accessible)
    sign_off(triage, "Many children say so")
    coordinator.goto(triage.url)
    sign_off(coordinator, "It names nobody")
    look_at(coordinator, accessible)
    for version in VERSIONS:
        coordinator.goto(version)
        assert QUOTED in coordinator.inner_text("main")
    look_at(coordinator, accessible)
    for where in ("In the report for children", "In the long report"):
        child.get_by_role("button", name=f"Stop showing them {where}").click()
    for version in VERSIONS:
        coordinator.goto(version)
        assert QUOTED not in coordinator.content()
    coordinator.goto("/norfolk/work/quotes/")
    accessible(coordinator)
    assert not child.context.cookies()
