"""Visits that are sent over a bad line, or refused: none is lost, none is there twice."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Look
from tests.browser.tablet import (
    FRESH,
    Answer,
    Service,
    Tablet,
    own_tablet,
    reply_lost,
    service,
    tablet,
)

__all__ = ["own_tablet", "service", "tablet"]
pytestmark = pytest.mark.browser

CUTS = int(os.environ.get("CUTS", "5"))  # `make cut-offs` tries 50
SEED = int(os.environ.get("CUT_SEED", "20261201"))
KEEP_OPEN = """(visit) => new Promise((done) => {
  visit.who = document.querySelector("[data-visits]").dataset.who;
  const asked = indexedDB.open("earshot-visits", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("outbox", { keyPath: "key" });
  asked.onsuccess = () => {
    const put = asked.result.transaction("outbox", "readwrite");
    put.objectStore("outbox").put(visit);
    put.oncomplete = done;
  };
})"""
FATES = (
    "no line",
    "reply lost",
    "cut on its way",
    "bad gateway",
    "session ended",
    "left at once",
    "a good line",
)


def answer(status: int, **more: str) -> Answer:
    return lambda route: route.fulfill(status=status, headers=more, body="No.")


def stand_still(page: Page) -> None:
    """The page's clock goes on only where it is moved."""
    now = datetime.now(UTC)
    page.clock.install(time=now)
    page.clock.pause_at(now + timedelta(seconds=1))


def spoil(tablet: Tablet, fate: str) -> None:
    if fate == "no line":
        tablet.line.cut()
    elif fate == "reply lost":
        tablet.answered(reply_lost)
    elif fate == "cut on its way":
        tablet.answered(lambda route: route.abort())
    elif fate == "bad gateway":
        tablet.line.cut(is_bad=True)
    elif fate == "session ended":
        tablet.context.clear_cookies()


def mend(tablet: Tablet, service: Service, fate: str) -> None:
    tablet.context.unroute_all(behavior="wait")
    tablet.line.mend()
    if fate == "session ended":
        service.let_in(tablet)


def test_random_cut_offs_lose_and_double_nothing(own_tablet: Tablet, service: Service) -> None:
    tablet, chance = own_tablet, random.Random(SEED)
    form = tablet.get_ready()[0]
    places = [f"Place {number:02}" for number in range(CUTS)]
    for place in places:
        fate = chance.choice(FATES)
        tablet.open(form)
        spoil(tablet, fate)
        if fate == "left at once":
            tablet.leave_while_it_sends(place)
        else:
            tablet.send(place)
        if chance.random() < 0.3:
            tablet.page.goto("/norfolk/visits/")  # also where there is no line: the worker has it
        mend(tablet, service, fate)
        if chance.random() < 0.2:
            tablet.restart()
            service.let_in(tablet)
    tablet.list()
    while tablet.waiting().count():  # left before it was to be sent
        expect(tablet.waiting().first).to_contain_text("Draft")
        place = tablet.waiting().locator("strong").first.inner_text().partition(",")[0]
        tablet.reopen(place)
        tablet.send(place)
        tablet.list()
    assert service.arrived() == places, f"seed {SEED}"


def test_a_service_that_was_away_gets_what_waits_by_itself_while_the_page_stays_open(
    tablet: Tablet, service: Service
) -> None:
    asked: list[str] = []

    def away(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=502, body="bad gateway")

    def later(seconds: int) -> None:
        with page.expect_request(FRESH):
            page.clock.fast_forward(seconds * 1000)
        tablet.all_tried()

    form = tablet.get_ready()[0]
    page, why = tablet.page, tablet.page.locator("[data-why]")
    stand_still(page)
    tablet.open(form)
    tablet.answered(away, FRESH)
    tablet.send("The youth club")
    tablet.said("Kept on this tablet.")
    tablet.all_tried()
    assert "Sign in" not in page.inner_text("main")
    for pause in (15, 30, 60, 120):
        before = len(asked)
        page.clock.fast_forward((pause - 1) * 1000)
        assert len(asked) == before
        later(1)
        assert len(asked) == before + 1
        assert why.inner_text() == "We can't be reached just now. It is sent by itself once we can."
    tablet.line.cut()  # and now nobody answers at all
    tablet.context.unroute_all(behavior="wait")
    later(300)
    expect(why).to_contain_text("If this goes on, tell your coordinator.")
    tablet.line.mend()
    later(600)
    tablet.said("Sent just now: The youth club.")
    tablet.nothing_waits()
    assert service.arrived() == ["The youth club"]


def test_a_session_that_ended_in_between_sends_all_once_somebody_signed_in_again(
    tablet: Tablet, service: Service
) -> None:
    form = tablet.get_ready()[0]
    tablet.open(form)
    tablet.context.clear_cookies()
    tablet.send("Without a session")
    tablet.said("Sign in again to send it. It is kept on this tablet.")
    tablet.page.get_by_role("link", name="Sign in to send them").wait_for()
    service.sign_in(tablet)
    tablet.said("Sent just now: Without a session.")
    tablet.nothing_waits()
    assert service.arrived() == ["Without a session"]


def test_what_is_refused_is_said_kept_and_sent_once_mended(
    tablet: Tablet, service: Service
) -> None:
    form = tablet.get_ready()[0]
    refusals = {404: "not asked any more", 413: "too long for us"}
    for status, said in refusals.items():
        tablet.open(form)
        tablet.answered(answer(status))
        tablet.send(f"Refused {status}")
        tablet.said(said)
    tablet.context.unroute_all(behavior="wait")
    tablet.list()  # what is to be put right is not sent again by itself
    for status, said in refusals.items():
        shown = tablet.waiting(f"Refused {status}")
        expect(shown).to_contain_text(said)
        expect(shown).to_contain_text("Put right")
        expect(shown.locator("dl")).to_contain_text("Where you went")
        tablet.reopen(f"Refused {status}")
        tablet.send(f"Refused {status}")
    assert service.arrived() == [f"Refused {status}" for status in refusals]


def test_an_answer_the_service_refuses_is_named_in_words_and_opened(
    tablet: Tablet, service: Service, accessible: Look
) -> None:
    form = tablet.get_ready()[0]
    tablet.line.cut()
    page = tablet.open(form)
    page.locator("[name=good]").evaluate("(box) => { box.value = 'x'.repeat(5001); }")
    tablet.send("A long story")
    tablet.line.mend()
    tablet.list()
    said = "What was good \u2013 This is 5,001 letters long"
    expect(tablet.waiting("A long story")).to_contain_text(said)
    tablet.reopen("A long story")
    page.locator(".problem").wait_for()
    page.get_by_label("What was good").fill("They smiled")
    accessible(page)
    tablet.send("A long story")
    assert service.arrived() == ["A long story"]


def test_a_day_of_long_ago_is_asked_about_and_sent_once_it_is_sure(
    tablet: Tablet, service: Service
) -> None:
    page = tablet.open(tablet.get_ready()[0])
    page.get_by_label("Which day").fill("2022-05-03")
    tablet.send("Long ago")
    page.locator(".problem").get_by_text("Is the day right?").wait_for()
    tablet.list()
    tablet.reopen("Long ago")
    sure = page.get_by_label("I am sure: record it")
    sure.check()
    sure.uncheck()
    tablet.press_send()
    page.locator(".problem").get_by_text("Is the day right?").wait_for()
    sure.check()
    tablet.press_send()
    assert service.arrived() == ["Long ago"]


def test_words_that_were_changed_after_the_first_had_arrived_are_a_visit_of_their_own(
    tablet: Tablet, service: Service
) -> None:
    form = tablet.get_ready()[0]
    tablet.open(form)
    tablet.answered(reply_lost)
    tablet.send("First words")
    tablet.reopen("First words")  # it is open, so it is not sent meanwhile
    tablet.context.unroute_all(behavior="wait")
    tablet.send("Second words")
    tablet.said("An earlier version of this visit has arrived")
    assert service.arrived() == ["First words"]
    tablet.send("Second words")
    assert service.arrived() == ["First words", "Second words"]


def test_what_an_earlier_version_kept_in_the_open_is_sent_too(
    tablet: Tablet, service: Service
) -> None:
    form = tablet.get_ready()[0]
    words = {"place": "Of old", "visited_on": f"{datetime.now(UTC):%Y-%m-%d}", "kind": "yes"}
    kept = {"key": uuid4().hex, "to": form.replace("/new/", "/outbox/"), "at": 1, "said": ""}
    tablet.page.evaluate(KEEP_OPEN, kept | {"fields": words | {"noise": "calm"}})
    tablet.list()
    tablet.said("Sent just now: Of old.")
    assert service.arrived() == ["Of old"]


def in_one_page(page: Page, place: str) -> None:
    page.get_by_label("Where you went").fill(place)
    for box in page.locator("fieldset").all():
        box.locator("input").first.check()
    page.get_by_role("button", name="Send our visit").click()
    assert "Your visit is recorded" in page.inner_text("main")


def test_a_page_that_gets_no_key_sends_its_form_as_any_other(
    tablet: Tablet, service: Service
) -> None:
    tablet.answered(answer(502), FRESH)
    tablet.page.goto("/norfolk/visits/")
    tablet.page.locator("section a[href*='/visits/new/']").click()
    tablet.page.locator("form[data-send]:not([inert])").wait_for()
    in_one_page(tablet.page, "A library")
    assert service.arrived() == ["A library"]


def test_without_scripts_the_form_is_one_page_and_sent_as_any_other(
    phone: Callable[..., Page], tablet: Tablet, service: Service
) -> None:
    session = tablet.context.storage_state()
    page = phone(java_script_enabled=False, storage_state=session)
    page.goto("/norfolk/visits/")
    page.locator("section a[href*='/visits/new/']").first.click()
    in_one_page(page, "A library")
