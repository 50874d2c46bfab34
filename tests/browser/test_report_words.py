"""A report written, pasted, brought in and dressed in a real browser, at 390 and 1280 points."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.test_governance import fill, looked_at
from tests.browser.test_reports import option
from tests.browser.test_staff import Look, Open, address, desk, folder
from tests.web.reporting.test_word_import import YEAR

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
LONG = "https://example.org/" + "x" * 280
WORD = (
    "<html><body><h1>Our year</h1><p class=MsoNormal>We <b>listened</b>.</p>"
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·"
    "</span>First</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>"
    "<span style='mso-list:Ignore'>·</span>Second</p>"
    "<table><tr><td>Year</td><td>Courses</td></tr><tr><td>2026</td><td>12</td></tr></table>"
    "</body></html>"
)
MARKDOWN = (
    "# Our year\n\nWe **listened**.\n\n- First\n- Second\n\n"
    "| Year | Courses |\n| --- | --- |\n| 2026 | 12 |"
)


def paste(page: Page, html: str, plain: str) -> None:
    """What a browser does when somebody pastes from Word."""
    page.evaluate(
        """([html, plain]) => {
          const field = document.querySelector("[data-pasting] textarea");
          field.focus();
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/html", html);
          clipboardData.setData("text/plain", plain);
          field.dispatchEvent(new ClipboardEvent("paste",
            { clipboardData, bubbles: true, cancelable: true }));
        }""",
        [html, plain],
    )


def drafted(page: Page, title: str) -> str:
    """The address of a new draft."""
    page.goto("/norfolk/work/arrangements/period")
    days = {"From": "2026-01-01", "To": "2026-12-31"}
    fill(page, "Declare it", What_it_is_called=title, **days)
    page.wait_for_load_state()
    sure = page.get_by_label("I am sure: record it")
    if sure.count():  # another test has declared the same days
        sure.check()
        page.get_by_role("button", name="Declare it").click()
    page.goto("/norfolk/work/reports/new/draft")
    page.get_by_label("Period", exact=True).select_option(label=option(page, title))
    page.get_by_label("Prepared under").select_option(label="Working Together 2026")
    fill(page, "Draft it", Title=title)
    return page.url


def test_words_are_pasted_from_word_and_a_picture_is_put_between(
    desk: Open, accessible: Look, tmp_path: Path
) -> None:
    page = desk("coordinator@norfolk.example")
    at = drafted(page, "A year in words")
    page.goto(f"{at}/build/")
    looked_at(page, accessible)
    page.get_by_role("link", name="Add a section of your own").click()
    looked_at(page, accessible)
    fill(page, "Add it", Its_title="Our own words")
    page.get_by_role("link", name="Write", exact=True).click()
    paste(page, WORD, "Our year We listened.")
    field = page.get_by_label("What the partners say")
    expect(field).to_have_value(MARKDOWN)
    looked_at(page, accessible)
    page.get_by_role("button", name="Save").click()
    assert page.locator("main table td").first.inner_text() == "2026"
    looked_at(page, accessible)
    page.get_by_role("link", name="Pictures").click()
    drawn = tmp_path / "lamp.png"
    Image.new("RGB", (1600, 900), "#4a2aa0").save(drawn)
    page.get_by_label("The picture").set_input_files(drawn)
    looked_at(page, accessible)
    fill(page, "Add it", **{"What_it_shows,_in_words": "A lamp at the bus stop"})
    page.get_by_role("button", name="Save").click()
    shown = page.get_by_role("img", name="A lamp at the bus stop")
    assert shown.evaluate("at => at.complete && at.naturalWidth") == 1600
    looked_at(page, accessible)


def test_a_word_document_is_placed_and_saved(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    at = drafted(page, "A year from Word")
    page.goto(f"{at}/word")
    looked_at(page, accessible)
    file = {"name": "year.docx", "mimeType": "application/octet-stream", "buffer": YEAR}
    page.get_by_label("The document").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Show its parts").click()
    looked_at(page, accessible)
    page.locator("#f-where-0").select_option(label="Into “Foreword”")
    fill(page, "Save all of it")
    looked_at(page, accessible)
    assert "Our thanks" in page.inner_text("main")


def test_nothing_is_wider_than_the_screen_whatever_is_typed(desk: Open, accessible: Look) -> None:
    page = desk("coordinator@norfolk.example")
    at = drafted(page, "Y" * 120)
    page.goto(f"{at}/messages")
    fill(page, "Save", **{"Key_messages,_one_a_line": f"{'k' * 290}\nShort."})
    page.goto(f"{at}/sections/new")
    table = "| " + " | ".join("a" * 30 for _ in range(9)) + " |"
    rule = "|" + "---|" * 9
    words = f"{'w' * 400}\n\n{table}\n{rule}\n{table}\n\n> {'q' * 200}\n\n[{LONG}]({LONG})"
    fill(page, "Add it", Its_title="T" * 190, Its_words=words)
    page.goto("/norfolk/work/statements/new")
    page.goto(f"{at}/build/")
    page.get_by_role("link", name="The report's way").click()
    page.get_by_role("link", name="Read it").first.click()
    report = page.url
    looked_at(page, accessible)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{at}/build/")
    looked_at(page, accessible)
    assert report


def test_logo_and_colour_are_on_the_cover(desk: Open, accessible: Look, tmp_path: Path) -> None:
    page = desk("coordinator@norfolk.example")
    page.goto("/norfolk/work/look/")
    looked_at(page, accessible)
    drawn = io.BytesIO()
    Image.new("RGB", (400, 120), "#0a5c3f").save(drawn, "PNG")
    file = {"name": "logo.png", "mimeType": "image/png", "buffer": drawn.getvalue()}
    page.get_by_label("The logo").set_input_files(file)  # type: ignore[arg-type]
    page.locator("#f-alternative").fill("The logo of the partnership")
    page.get_by_role("button", name="Set it").first.click()
    page.get_by_label("The colour").fill("#7a1f3d")
    page.get_by_role("button", name="Set it").last.click()
    page.goto("/norfolk/reports/annual-report-2020-21")
    assert page.get_by_role("img", name="The logo of the partnership").is_visible()
    ground = page.locator(".cover").evaluate("at => getComputedStyle(at).backgroundColor")
    assert ground == "rgb(122, 31, 61)"
    looked_at(page, accessible)
