"""An inspector's day where there is no line: nothing is lost, nobody else reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.tablet import (
    KIM,
    LIST,
    READY,
    Tablet,
    another_form,
    another_inspector,
    fill,
    press_send,
    ready,
    settle,
    tablet,
    visits_in,
)
from tests.browser.test_staff import Look, address, desk, folder

__all__ = ["address", "desk", "folder", "tablet"]
pytestmark = pytest.mark.browser


def test_every_form_of_the_list_is_ready_before_it_was_ever_opened(
    tablet: Tablet, folder: Path, accessible: Look
) -> None:
    another_form(folder)
    tablet.sign_in()
    forms = tablet.get_ready()
    accessible(tablet.page)
    assert len(forms) >= 2
    tablet.line.cut()
    for number, form in enumerate(forms):
        page = tablet.open(form)
        fill(page, f"Never opened {number}")
        press_send(page)
        settle(page)
        assert "sent once there is a line" in page.inner_text("[data-said]")
    assert tablet.list().get_by_text(READY).count() == len(forms)
    tablet.waiting().first.wait_for()
    assert tablet.waiting().count() == len(forms)
    accessible(tablet.page)
    tablet.line.mend()
    tablet.all_sent()
    assert sorted(each for each in visits_in(folder) if "Never" in each) == [
        f"Never opened {number}" for number in range(len(forms))
    ]


def test_what_is_typed_is_there_after_reload_and_after_the_tablet_was_started_anew(
    tablet: Tablet, accessible: Look
) -> None:
    tablet.sign_in()
    form = tablet.get_ready()[0]
    tablet.line.cut()
    page = tablet.open(form)
    page.get_by_label("Where you went").fill("The blue library")
    page.wait_for_timeout(600)
    page.reload()
    ready(page)
    assert page.get_by_label("Where you went").input_value() == "The blue library"
    assert "library" not in tablet.stored()
    tablet.restart()
    tablet.list().get_by_text("1 visit not sent yet").wait_for()
    accessible(tablet.page)
    seen = tablet.page.inner_text("body") + tablet.open(form).inner_text("body")
    assert "library" not in seen
    assert "Sam" not in seen
    tablet.line.mend()
    tablet.sign_in()
    tablet.reopen("The blue library")
    tablet.page.wait_for_function("() => document.querySelector('[name=place]').value")
    assert tablet.page.get_by_label("Where you went").input_value() == "The blue library"


def test_a_missing_answer_keeps_a_draft_and_says_where(tablet: Tablet, accessible: Look) -> None:
    tablet.sign_in()
    form = tablet.get_ready()[0]
    tablet.line.cut()
    page = tablet.open(form)
    fill(page, "A draft", skip="noise")
    press_send(page)
    wrong = page.locator(".problem a")
    wrong.wait_for()
    assert "Question 4" in wrong.inner_text()
    assert page.locator(".is-shown [name=noise]").first.is_visible()
    assert page.get_by_label("Where you went").is_hidden()  # one step at a time
    assert "Question 4 of 6" in page.inner_text("form")
    accessible(page)
    tablet.list()
    assert "Draft" in tablet.waiting().inner_text()
    assert "Question 4" in tablet.waiting().inner_text()
    tablet.line.mend()
    tablet.all_done()
    assert "Draft" in tablet.waiting().inner_text()  # it is not sent unfinished
    tablet.reopen("A draft")
    tablet.page.locator(".problem").wait_for()
    tablet.page.locator(".is-shown input").first.check()
    while tablet.page.get_by_role("button", name="Next").is_visible():
        tablet.page.get_by_role("button", name="Next").click()
    press_send(tablet.page)
    tablet.page.get_by_text("Our visit to A draft").first.wait_for()


def test_what_waits_is_opened_changed_and_deleted(tablet: Tablet, folder: Path) -> None:
    tablet.sign_in()
    form = tablet.get_ready()[0]
    tablet.line.cut()
    for place in ("To be changed", "To be deleted"):
        fill(tablet.open(form), place)
        press_send(tablet.page)
        settle(tablet.page)
    tablet.page.on("dialog", lambda asked: asked.accept())
    tablet.list()
    tablet.kept("To be deleted").get_by_role("button").click()
    tablet.page.get_by_text("To be deleted").first.wait_for(state="detached")
    tablet.reopen("To be changed")
    fill(tablet.page, "It was changed")
    press_send(tablet.page)
    settle(tablet.page)
    tablet.line.mend()
    tablet.all_sent()
    assert "It was changed" in tablet.page.inner_text("[data-said]")
    found = visits_in(folder)
    assert found.count("It was changed") == 1
    assert not {"To be changed", "To be deleted"} & set(found)


def test_the_next_inspector_on_the_tablet_reads_nothing_and_loses_nothing(
    tablet: Tablet, folder: Path
) -> None:
    another_inspector(folder)
    tablet.sign_in()
    form = tablet.get_ready()[0]
    tablet.open(form).get_by_label("Where you went").fill("A secret place")
    tablet.page.wait_for_timeout(600)
    tablet.all_done()
    tablet.page.get_by_role("button", name="Sign out").click()
    tablet.page.get_by_text("Press Sign out once more").wait_for()
    tablet.page.get_by_role("button", name="Sign out").click()
    tablet.page.wait_for_url("**/sign-in")
    tablet.line.cut()
    tablet.list().get_by_text("1 visit not sent yet").wait_for()
    assert "secret place" not in tablet.page.content()
    tablet.line.mend()
    tablet.sign_in(KIM)
    tablet.page.get_by_text("1 visit of another inspector").wait_for()
    for at in (LIST, form):
        tablet.page.goto(at)
        assert "secret place" not in tablet.page.content()
    tablet.page.get_by_role("button", name="Sign out").click()
    tablet.page.wait_for_url("**/sign-in")
    tablet.sign_in()
    tablet.kept("A secret place").wait_for()


@pytest.mark.parametrize("is_offline", [True, False])
def test_after_half_an_hour_nothing_is_shown_and_nothing_is_lost(
    tablet: Tablet, is_offline: bool
) -> None:
    tablet.sign_in()
    form = tablet.get_ready()[0]
    if is_offline:
        tablet.line.cut()
    tablet.page.clock.install()
    tablet.open(form)
    tablet.page.get_by_label("Where you went").fill("Left alone")
    tablet.page.clock.run_for(1000)
    tablet.page.wait_for_timeout(300)
    tablet.context.clear_cookies()  # the service ends the session as well
    tablet.page.clock.fast_forward("31:00")
    tablet.page.wait_for_function("() => !document.querySelector('[name=place]')?.value")
    tablet.page.wait_for_timeout(500)
    assert "Left alone" not in tablet.page.content()
    tablet.line.mend()
    tablet.sign_in()
    tablet.kept("Left alone").wait_for()
