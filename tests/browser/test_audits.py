"""An audit from the tool to the agreed rating, and a year of scrutiny: at a desk and on a phone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_staff import Look, Open, address, desk, folder, open_act

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
PHONE, WIDE = {"width": 320, "height": 740}, {"width": 1440, "height": 900}


def fits(page: Page, accessible: Look) -> None:
    """No sideways scroll and nothing that axe finds wrong, on a phone and on a wide desk."""
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        accessible(page)


def begin(coordinator: Page, look: Look) -> str:
    """Writes a tool and opens an audit with it; answers where its moderation is."""
    coordinator.goto("/norfolk/work/tools/new")
    coordinator.get_by_label("Title of the tool").fill("Being heard")
    coordinator.get_by_label("Title", exact=True).first.fill("Children are heard")
    coordinator.get_by_label("What has to be so, one a line").first.fill("We ask | notes")
    coordinator.get_by_role("button", name="Preview").click()
    assert "Nothing is published yet" in coordinator.inner_text("#preview")
    fits(coordinator, look)
    coordinator.get_by_role("button", name="Publish this version").click()
    coordinator.get_by_role("link", name="Open an audit with it").click()
    coordinator.get_by_label("Kind").select_option("Section 11")
    coordinator.get_by_label("Title").fill("Being heard, 2027")
    coordinator.get_by_label("Police (made up)").check()
    fits(coordinator, look)
    coordinator.get_by_role("button", name="Open it").click()
    coordinator.get_by_role("link", name="Moderation").click()
    return coordinator.url


def answer(agency: Page, look: Look) -> None:
    """Answers the one standard, at first with too little."""
    agency.get_by_role("link", name="Being heard, 2027").click()
    agency.get_by_role("link", name="Children are heard").click()
    agency.get_by_label("Green").check()
    agency.get_by_role("button", name="Save").click()
    assert agency.locator(".problem").is_visible()
    fits(agency, look)
    agency.get_by_label("What we do now").fill("Everybody is asked")
    agency.get_by_role("button", name="Save").click()


def attach(agency: Page, file: Path) -> None:
    """Attaches a file, and takes it away again."""
    file.write_text("question,asked\nwhat matters,yes\n")
    agency.get_by_role("link", name="Children are heard").click()
    agency.get_by_label("Attach a file").set_input_files(file)
    agency.get_by_role("button", name="Attach it").click()
    with agency.expect_download() as download:
        agency.get_by_role("link", name=file.name).click()
    assert "what matters,yes" in download.value.path().read_text()


def test_an_agency_answers_on_a_phone_and_is_challenged(
    desk: Open, accessible: Look, tmp_path: Path
) -> None:
    moderation = begin(desk("coordinator@norfolk.example"), accessible)
    agency = desk("agency@norfolk.example")
    answer(agency, accessible)
    attach(agency, tmp_path / "notes.csv")
    agency.get_by_role("link", name="Being heard, 2027").click()
    agency.get_by_role("button", name="Submit it").click()
    assert "Submitted" in agency.inner_text("main")
    fits(agency, accessible)
    scrutineer = desk("scrutineer@norfolk.example")
    scrutineer.goto(moderation)
    scrutineer.get_by_role("link", name="Children are heard").click()
    open_act(scrutineer, "Challenge the rating")
    scrutineer.get_by_label("Amber").check()
    scrutineer.get_by_label("Why").fill("One team does not")
    scrutineer.get_by_role("button", name="Record the challenge").click()
    fits(scrutineer, accessible)
    scrutineer.goto(moderation)
    assert re.search(r"● Green.*▲ Amber.*One team does not", scrutineer.inner_text("main"), re.S)


def test_a_scrutineer_asks_and_the_partnership_answers(desk: Open, accessible: Look) -> None:
    scrutineer = desk("scrutineer@norfolk.example")
    scrutineer.get_by_role("link", name="Scrutiny").first.click()
    scrutineer.get_by_role("link", name="Plan a year of scrutiny").click()
    scrutineer.get_by_label("Title").fill("Scrutiny 2028")
    scrutineer.get_by_label("Themes, one a line").fill("Being heard")
    scrutineer.get_by_role("button", name="Record the plan").click()
    open_act(scrutineer, "Ask the partnership")
    scrutineer.get_by_label("Question").fill("Who answers at night?")
    scrutineer.get_by_role("button", name="Ask it").click()
    coordinator = desk("coordinator@norfolk.example")
    coordinator.goto(scrutineer.url)
    open_act(coordinator, "Answer for the partnership")
    coordinator.get_by_label("Question").first.select_option(index=1)
    coordinator.get_by_label("The partnership's answer").fill("The night team")
    coordinator.get_by_label("Who answers, by role").fill("The executive")
    coordinator.get_by_role("button", name="Record the answer").click()
    assert "answered the same day" in coordinator.inner_text("main")
    fits(coordinator, accessible)
