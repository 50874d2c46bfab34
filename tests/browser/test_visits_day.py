"""An inspector's day where there is no line: nothing is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Look
from tests.browser.tablet import READY, Service, Tablet, own_tablet, service, tablet

__all__ = ["own_tablet", "service", "tablet"]
pytestmark = pytest.mark.browser


def step(page: Page, words: str) -> None:
    """Goes on, to the question with these words."""
    page.get_by_role("button", name="Next").click()
    page.locator(".is-shown").get_by_text(words).first.wait_for()


def test_forms_never_opened_are_filled_in_without_a_line_and_sent_when_it_is_there(
    tablet: Tablet, service: Service, accessible: Look
) -> None:
    service.publish("Is it safe?")
    forms = tablet.get_ready()
    assert len(forms) == 2
    tablet.line.cut()
    for number, form in enumerate(forms):
        tablet.open(form)
        tablet.send(f"Never opened {number}")
        tablet.said("Kept on this tablet. It is sent once there is a line.")
    expect(tablet.list().get_by_text(READY)).to_have_count(2)
    expect(tablet.waiting()).to_have_count(2)
    accessible(tablet.page)
    tablet.line.cut(is_bad=True)  # now a gateway answers, and no service behind it
    expect(tablet.list().get_by_text(READY)).to_have_count(2)
    tablet.line.mend()
    tablet.list()
    tablet.said("Sent just now: Never opened 0, Never opened 1.")
    tablet.nothing_waits()
    assert service.arrived() == ["Never opened 0", "Never opened 1"]


def test_what_is_typed_is_there_after_reload_and_restart_and_opens_to_its_inspector_alone(
    own_tablet: Tablet, service: Service, accessible: Look
) -> None:
    tablet = own_tablet
    form = tablet.get_ready()[0]
    tablet.line.cut()
    page = tablet.open(form)
    tablet.type("The blue library")
    page.reload()
    tablet.ready()
    expect(page.get_by_label("Where you went")).to_have_value("The blue library")
    assert "library" not in tablet.stored()
    tablet.restart()
    tablet.page.goto("/norfolk/visits/")
    tablet.page.get_by_text("1 visit not sent yet").wait_for()
    accessible(tablet.page)
    assert "library" not in tablet.page.inner_text("body") + tablet.open(form).inner_text("body")
    assert "Sam" not in tablet.page.inner_text("body")
    tablet.send("While locked")  # the next place of the day; who was here last looks at it later
    tablet.said("Kept on this tablet, locked.")
    assert "While locked" not in tablet.stored()
    tablet.line.mend()
    service.sign_in(tablet)
    expect(tablet.waiting()).to_have_count(2)
    expect(tablet.waiting("While locked")).to_contain_text("Written while nobody was signed in")
    assert service.arrived() == []
    tablet.reopen("While locked")
    tablet.send("While locked")
    tablet.list()
    tablet.reopen("The blue library")
    expect(tablet.page.get_by_label("Where you went")).to_have_value("The blue library")
    tablet.send("The blue library")
    assert service.arrived() == ["The blue library", "While locked"]


def test_a_missing_answer_keeps_a_draft_says_where_and_is_mended(
    tablet: Tablet, service: Service, accessible: Look
) -> None:
    form = tablet.get_ready()[0]
    tablet.line.cut()
    page = tablet.open(form)
    page.get_by_label("Where you went").fill("A draft")
    step(page, "Were they kind?")
    page.get_by_label("No", exact=True).check()
    step(page, "How were they not kind?")
    page.get_by_label("How were they not kind?").fill("They looked away.")
    for words in ("How loud was it?", "Why do you think so?", "What was good"):
        step(page, words)
    assert "Question 6 of 6" in page.inner_text("form")
    tablet.press_send()
    assert "Question 4, How loud was it?" in page.locator(".problem a").inner_text()
    assert "Question 4 of 6" in page.inner_text("form")
    assert page.get_by_label("Where you went").is_hidden()  # one step at a time
    accessible(page)
    tablet.line.mend()
    tablet.list()
    expect(tablet.waiting("A draft")).to_contain_text("Question 4, How loud was it?")
    assert service.arrived() == []  # it is not sent unfinished
    tablet.reopen("A draft")
    tablet.page.locator(".problem").wait_for()
    tablet.page.get_by_label("calm").check()
    for words in ("Why do you think so?", "What was good"):
        step(page, words)
    tablet.press_send()
    page.get_by_role("heading", name="Our visit to A draft").wait_for()
    assert "They looked away." in page.inner_text("main")
    assert service.arrived() == ["A draft"]


def test_words_for_a_question_that_is_not_asked_any_more_are_shown(
    tablet: Tablet, service: Service
) -> None:
    page = tablet.open(tablet.get_ready()[0])
    page.locator("[name=why]").evaluate("(box) => { box.value = 'They had time for us.'; }")
    tablet.type("Half way")
    service.ask_less()
    tablet.list()
    tablet.reopen("Half way")
    tablet.said("You had also written: Question 4, Why do you think so?: They had time for us.")
    tablet.send("Half way")
    assert service.arrived() == ["Half way"]


def test_what_waits_is_opened_changed_and_deleted(tablet: Tablet, service: Service) -> None:
    form = tablet.get_ready()[0]
    tablet.line.cut()
    for place in ("To be changed", "To be deleted"):
        tablet.open(form)
        tablet.send(place)
    tablet.page.on("dialog", lambda asked: asked.accept())
    tablet.list()
    tablet.waiting("To be deleted").get_by_role("button").click()
    expect(tablet.waiting()).to_have_count(1)
    tablet.reopen("To be changed")
    tablet.send("It was changed")
    tablet.line.mend()
    tablet.list()
    tablet.said("Sent just now: It was changed.")
    tablet.nothing_waits()
    assert service.arrived() == ["It was changed"]


def test_a_visit_that_is_open_in_one_tab_is_neither_sent_nor_written_by_another(
    tablet: Tablet, service: Service
) -> None:
    form = tablet.get_ready()[0]
    tablet.line.cut()
    tablet.open(form)
    tablet.send("First words")
    first = tablet.reopen("First words")
    tablet.line.mend()
    second = tablet.page = tablet.context.new_page()
    tablet.list()
    expect(tablet.waiting("First words")).to_have_count(1)
    assert service.arrived() == []
    tablet.waiting().get_by_role("link").click()
    tablet.said("This visit is open in another tab. It opens here once that is closed.")
    tablet.page = first
    tablet.type("Second words")
    first.close()
    tablet.page = second
    tablet.ready()
    expect(second.get_by_label("Where you went")).to_have_value("Second words")
    tablet.send("Third words")
    assert service.arrived() == ["Third words"]
