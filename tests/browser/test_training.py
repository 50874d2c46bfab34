"""A course by hand up to what children say of it, and a table brought in, as people do both."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_cases import looked_at
from tests.browser.test_staff import Look, Open, address, desk, folder
from web.site.formatting import today

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
TABLE = (
    "Course,Day,Place,Places,Agency,Sector,Booked,Came,Did not show\n"
    "Bruises,21/11/2026,,20,Police,{sector},9,7,2\n"
)


def pressed(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def test_a_course_is_kept_by_hand_and_children_say_what_it_changed(
    desk: Open, phone: Open, accessible: Look
) -> None:
    page = desk("coordinator@norfolk.example")
    page.get_by_role("link", name="Training", exact=True).click()
    looked_at(page, accessible)
    page.get_by_role("link", name="Offer a course").click()
    page.get_by_label("Course", exact=True).fill("Hearing babies")
    page.get_by_label("Briefing").check()
    pressed(page, "Offer it")
    page.get_by_role("link", name="Plan a session").click()
    page.get_by_label("Day").fill("2026-10-08")
    page.get_by_label("Places").fill("12")
    pressed(page, "Plan it")
    count(page, accessible)
    ask(page, accessible)
    answer(phone(), page.get_by_role("link", name="/ask/").get_attribute("href") or "", accessible)
    page.reload()
    assert "Quince" not in page.content()


def count(page: Page, accessible: Look) -> None:
    page.get_by_role("link", name="Count who came").click()
    pressed(page, "Count them")
    assert page.locator(".problem").evaluate("at => at === document.activeElement")
    looked_at(page, accessible)
    page.get_by_label("Session").select_option(label="8 October 2026, online")
    page.get_by_label("Agency").fill("Police")
    page.get_by_label("Sector").select_option("police")
    for label, number in (("Booked", "9"), ("Came", "7"), ("Were booked and did not show", "2")):
        page.get_by_label(label, exact=True).fill(number)
    pressed(page, "Count them")
    assert "9 booked, 7 came, 2 did not show" in page.inner_text("main")


def ask(page: Page, accessible: Look) -> None:
    page.get_by_role("link", name="Ask children one question").click()
    page.get_by_label("Question").fill("Does your worker play with you?")
    page.get_by_label("From").fill(today().isoformat())
    page.get_by_label("To", exact=True).fill((today() + timedelta(days=9)).isoformat())
    pressed(page, "Open it")
    looked_at(page, accessible)


def answer(child: Page, path: str, accessible: Look) -> None:
    child.goto(path)
    looked_at(child, accessible)
    child.get_by_role("radio", name="Happy").check()
    child.get_by_label("Do you want to say more?").fill("She does now, Quince")
    pressed(child, "Send it")
    assert "Thank you" in (child.text_content("h1") or "")
    looked_at(child, accessible)


def test_a_table_is_mended_and_brought_in(desk: Open, accessible: Look, tmp_path: Path) -> None:
    wrong, right = tmp_path / "wrong.csv", tmp_path / "right.csv"
    wrong.write_text(TABLE.format(sector="army"))
    right.write_text(TABLE.format(sector="police"))
    page = desk("coordinator@norfolk.example")
    page.get_by_role("link", name="Import", exact=True).click()
    looked_at(page, accessible)
    page.get_by_role("link", name="Training attendance").click()
    looked_at(page, accessible)
    page.get_by_label("The table").set_input_files(wrong)
    pressed(page, "Check it")
    assert "column F (Sector)" in page.inner_text(".problem")
    assert page.locator(".problem").evaluate("at => at === document.activeElement")
    looked_at(page, accessible)
    page.get_by_role("link", name="Send another table").click()
    page.get_by_label("The table").set_input_files(right)
    pressed(page, "Check it")
    looked_at(page, accessible)
    pressed(page, "Record them")
    assert "Recorded: 1 new" in page.get_by_role("status").inner_text()
