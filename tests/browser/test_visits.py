"""Visits that are sent over a bad line, or refused: none is lost, none is there twice."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, Route

from tests.browser.tablet import SEND, Tablet, fill, press_send, settle, tablet, visits_in
from tests.browser.test_staff import Look, Open, address, desk, folder

__all__ = ["address", "desk", "folder", "tablet"]
pytestmark = pytest.mark.browser

CUTS, SEED = int(os.environ.get("CUTS", "8")), 20261201  # `make cut-offs` tries 50


def reply_lost(route: Route) -> None:
    """The service did its work, and nobody heard of it."""
    with suppress(Error):  # the page went on meanwhile
        route.fetch()
        route.abort()


def on_its_way(route: Route) -> None:
    with suppress(Error):
        route.abort()


def cut(tablet: Tablet, form: str, place: str, fate: str) -> None:
    """One visit is filled in and sent while the line fails in one way."""
    page = tablet.open(form)
    if fate == "no line":
        tablet.line.cut()
    if fate in {"reply lost", "cut on its way"}:
        tablet.answered(reply_lost if fate == "reply lost" else on_its_way)
    fill(page, place)
    press_send(page)
    settle(page)
    tablet.context.unroute(SEND)
    if random.random() < 0.5:
        tablet.list()  # also where there is no line: the worker has it
    if random.random() < 0.2:
        tablet.restart()
        tablet.line.mend()
        tablet.sign_in()
    tablet.line.mend()


def test_random_cut_offs_lose_and_double_nothing(tablet: Tablet, folder: Path) -> None:
    random.seed(SEED)
    tablet.sign_in()
    form = tablet.get_ready()[0]
    places = [f"Place {number}" for number in range(CUTS)]
    for place in places:
        fates = ("no line", "reply lost", "cut on its way", "a good line")
        cut(tablet, form, place, random.choice(fates))
    tablet.all_sent()
    found = [each for each in visits_in(folder) if each.startswith("Place ")]
    assert sorted(found) == sorted(places), f"seed {SEED}"


def answer(status: int, **more: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=status, headers=more, body="No.")


@pytest.mark.parametrize(
    ("given", "said", "mark"),
    [
        (answer(303, Location="/"), "Sign in again to send it", "Waits"),
        (answer(401), "Sign in again to send it", "Waits"),
        (answer(404), "not asked any more", "Put right"),
        (answer(409), "has arrived", "Put right"),
        (answer(413), "too long for us", "Put right"),
        (answer(429, **{"Retry-After": "120"}), "tried again at", "Waits"),
        (answer(500), "tried again at", "Waits"),
    ],
    ids=["303", "401", "404", "409", "413", "429", "500"],
)
def test_what_is_refused_is_said_kept_and_sent_once_mended(
    tablet: Tablet,
    folder: Path,
    given: Callable[[Route], None],
    said: str,
    mark: str,
    request: pytest.FixtureRequest,
) -> None:
    place = f"Refused {request.node.callspec.id}"
    tablet.sign_in()
    form = tablet.get_ready()[0]
    tablet.answered(given)
    fill(tablet.open(form), place)
    press_send(tablet.page)
    settle(tablet.page)
    assert said in tablet.page.inner_text("[data-said]")
    tablet.context.unroute(SEND)
    tablet.answered(given)
    tablet.all_done()
    assert said in tablet.kept(place).inner_text()
    assert mark in tablet.kept(place).inner_text()
    tablet.context.unroute(SEND)
    fill(tablet.reopen(place), place)
    press_send(tablet.page)
    tablet.page.get_by_text(f"Our visit to {place}").first.wait_for()
    assert visits_in(folder).count(place) == 1


def test_what_the_service_can_not_take_is_tried_five_times_and_not_for_ever(
    tablet: Tablet,
) -> None:
    tablet.sign_in()
    form = tablet.get_ready()[0]
    tried: list[str] = []

    def fail(route: Route) -> None:
        tried.append(route.request.url)
        route.fulfill(status=503, body="No.")

    tablet.answered(fail)
    tablet.open(form)
    tablet.page.clock.install()
    fill(tablet.page, "Never taken")
    press_send(tablet.page)
    settle(tablet.page)
    for _ in range(7):
        tablet.page.clock.fast_forward("20:00")
        tablet.all_done()
    enough = len(tried)  # one that was under way while the page was left is tried again
    for _ in range(3):
        tablet.page.clock.fast_forward("60:00")
        tablet.all_done()
    assert 5 <= enough == len(tried) <= 10
    assert "five times" in tablet.kept("Never taken").inner_text()


def test_an_answer_the_service_refuses_is_named_in_words_and_opened(
    tablet: Tablet, accessible: Look
) -> None:
    tablet.sign_in()
    form = tablet.get_ready()[0]
    page = tablet.open(form)
    tablet.line.cut()
    fill(page, "A long story")
    page.get_by_label("What was good").fill("x" * 5001)
    press_send(page)
    settle(page)
    tablet.line.mend()
    tablet.all_done()
    said = tablet.kept("A long story").inner_text()
    assert "What was good \u2013 This is 5,001 letters long" in said
    accessible(tablet.page)
    page = tablet.reopen("A long story")
    page.locator(".problem").wait_for()
    assert page.get_by_label("What was good").is_visible()
    accessible(page)
    page.get_by_label("What was good").fill("They smiled")
    press_send(page)
    page.get_by_text("Our visit to A long story").first.wait_for()


def test_without_scripts_the_form_is_one_page_and_sent_as_any_other(
    desk: Open, phone: Callable[..., Page]
) -> None:
    signed_in = desk("inspector@norfolk.example").context.storage_state()
    page = phone(java_script_enabled=False, storage_state=signed_in)
    page.goto("/norfolk/visits/")
    page.locator("section a[href*='/visits/new/']").first.click()
    page.get_by_label("Where you went").fill("A library")
    for box in page.locator("fieldset").all():
        box.locator("input").first.check()
    page.get_by_role("button", name="Send our visit").click()
    assert "Your visit is recorded" in page.inner_text("main")
