"""The yearly reports in a real browser: both versions of all five, and one built by hand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.test_governance import fill, looked_at
from tests.browser.test_staff import Look, Open, address, desk, folder

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
FIVE = (
    ("nel", "annual-report-2019-20", "both outcomes", "Children are and feel safe"),
    ("nel", "annual-report-2024-25", "the paraphrase", "liked the winter wishes event"),
    ("coventry", "annual-report-2019-20", "no invented count", "all (number not stated)"),
    ("norfolk", "annual-report-2020-21", "the copies", "due by 7 October 2021"),
    ("surrey", "annual-report", "no period", "Period not stated"),
)


@pytest.mark.parametrize(("slug", "name", "what", "said"), FIVE)
def test_each_report_reads_well_in_both_versions(
    phone: Open, accessible: Look, slug: str, name: str, what: str, said: str
) -> None:
    page = phone()
    page.goto(f"/{slug}/reports/{name}")
    assert said in page.inner_text("main"), what
    looked_at(page, accessible)
    page.get_by_role("link", name="The version for children").click()
    looked_at(page, accessible)
    assert "0800 1111" in page.inner_text("main")
    assert "Annual Report" not in page.locator("h1").inner_text()


def test_a_report_is_built_approved_and_published_by_hand(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    page.goto("/norfolk/work/arrangements/period")
    fill(page, "Declare it", What_it_is_called="This year", From="2026-01-01", To="2026-12-31")
    page.goto("/norfolk/work/reports/new/draft")
    page.get_by_label("Period", exact=True).select_option(label=option(page, "This year"))
    page.get_by_label("Prepared under").select_option(label="Working Together 2026")
    fill(page, "Draft it", Title="Our yearly report")
    page.get_by_role("link", name="Build it, chapter by chapter").click()
    page.locator("main").get_by_role("link", name="Training", exact=True).click()
    page.get_by_role("link", name="Write", exact=True).click()
    fill(page, "Save", What_the_partners_say="We trained everybody.")
    looked_at(page, accessible)
    page.get_by_role("link", name=re.compile("Leave out")).first.click()
    fill(page, "Leave it out", Why="Told elsewhere")
    assert "Told elsewhere" in page.inner_text("main")
    page.get_by_role("link", name="All chapters").click()
    page.get_by_role("link", name="See both versions side by side").click()
    looked_at(page, accessible)
    assert "We trained everybody." in page.inner_text("main")
    page.get_by_role("link", name="Build it, chapter by chapter").click()
    page.get_by_role("link", name="The report's way").click()
    page.get_by_role("link", name="Finalise it").click()
    page.get_by_role("button", name="Finalise it").click()
    for body in ("The executive", "The full partnership"):
        page.get_by_role("link", name="Record an approval").click()
        fill(page, "Record it", Which_body=body)
    page.get_by_role("link", name="Publish it").click()
    fill(page, "Publish it for everybody", Where_it_is_published="Our website")
    looked_at(page, accessible)
    page.get_by_role("link", name="Read it").first.click()
    assert "We trained everybody." in page.inner_text("main")


def option(page: Page, begins: str) -> str:
    found = page.locator("#f-period option").filter(has_text=begins)
    return found.first.inner_text()
