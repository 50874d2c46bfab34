"""Visits on a tablet whose line comes and goes: none is lost, none is there twice."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, Route

from infra.partnerships import Partnerships
from infra.settings import load
from projections.inspections.visits_and_forms import VisitsAndForms
from tests.browser.test_staff import Look, Open, address, desk, folder

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser

CUTS, SEED = 50, 20261127
TABLET = {"width": 768, "height": 1024}
FILL = """(place) => {
  const form = document.querySelector("form[data-send]");
  document.querySelector("[data-said]").hidden = true;
  form.elements.namedItem("place").value = place;
  for (const box of form.querySelectorAll("fieldset")) box.querySelector("input").checked = true;
  form.requestSubmit();
}"""


SETTLED = """() => !document.querySelector("form[data-send]")
  || !document.querySelector("[data-said]").hidden"""


def reply_lost(route: Route) -> None:
    """The service did its work, and nobody heard of it."""
    with suppress(Error):  # the page went on meanwhile
        route.fetch()
        route.abort()


def on_its_way(route: Route) -> None:
    with suppress(Error):
        route.abort()


def settle(page: Page) -> None:
    """Until the visit that was sent is shown, or stands among those that wait."""
    for _ in range(500):
        with suppress(Error):  # it leads on to another page just now
            if page.evaluate(SETTLED):
                break
        page.wait_for_timeout(20)
    page.wait_for_load_state()


def cut(page: Page, fate: str, tenant: str, at: str) -> None:
    """One visit is filled in and sent while the line fails in one way."""
    outbox = "**/visits/outbox/*"
    match fate:
        case "no line":
            page.context.set_offline(True)
        case "reply lost":
            page.route(outbox, reply_lost)
        case "cut on its way":
            page.route(outbox, on_its_way)
    page.evaluate(FILL, tenant)
    settle(page)
    page.unroute(outbox)
    if random.random() < 0.5:
        page.goto(at)  # also where there is no line: the worker has it
    page.context.set_offline(False)


def test_fifty_cut_offs_lose_and_double_nothing(desk: Open, folder: Path) -> None:
    random.seed(SEED)
    page = desk("inspector@norfolk.example")
    page.set_viewport_size(TABLET)
    page.goto("/norfolk/visits/")
    page.locator("a[href*='/visits/new/']").first.click()
    at = page.url
    page.evaluate("navigator.serviceWorker.ready")
    page.goto(at)
    told = []
    for number in range(CUTS):
        fate = random.choice(("no line", "reply lost", "cut on its way", "a good line"))
        cut(page, fate, f"Place {number}", at)
        told.append(f"Place {number}")
        if page.url != at:
            page.goto(at)
    for _ in range(20):
        page.evaluate("window.earshotVisits.flush()")
        if page.locator("[data-outbox]").is_hidden():
            break
    assert page.locator("[data-outbox]").is_hidden()
    tenant = Partnerships.of(load({"EARSHOT_VAR": str(folder)})).open("norfolk")
    tenant.catch_up()
    with tenant.read(VisitsAndForms) as view:
        found = [each.place for each in view.all_visits() if each.place.startswith("Place ")]
    assert sorted(found) == sorted(told), f"seed {SEED}"


def test_what_cannot_be_sent_is_kept_and_said(desk: Open, accessible: Look) -> None:
    page = desk("inspector@norfolk.example")
    page.goto("/norfolk/visits/")
    page.locator("a[href*='/visits/new/']").first.click()
    page.context.clear_cookies()
    page.evaluate(FILL, "A place without a session")
    settle(page)
    assert "Sign in again to send it" in page.inner_text("[data-outbox]")
    assert "kept on this tablet" in page.inner_text("[data-said]")
    accessible(page)


def test_what_a_form_lacks_is_shown_in_it_and_not_kept(desk: Open) -> None:
    page = desk("inspector@norfolk.example")
    page.goto("/norfolk/visits/")
    page.locator("a[href*='/visits/new/']").first.click()
    page.get_by_label("What was good").fill("They smiled")
    page.get_by_role("button", name="Send our visit").click()
    page.get_by_role("link", name="Say where you went.").wait_for()
    assert page.get_by_label("What was good").input_value() == "They smiled"
    assert page.locator("[data-outbox]").is_hidden()


def test_a_line_that_drops_while_a_form_goes_back_loses_nothing(desk: Open) -> None:
    """The form is refused, and then the line is gone: it waits on the tablet."""
    page = desk("inspector@norfolk.example")
    page.goto("/norfolk/visits/")
    page.locator("a[href*='/visits/new/']").first.click()
    at = page.url
    page.evaluate("navigator.serviceWorker.ready")
    page.goto(at)
    page.get_by_label("What was good").fill("They smiled")
    sent = f"{at}*"  # its address may have the form's key, for Back
    page.route(sent, lambda route: route.abort() if route.request.method == "POST" else None)
    page.get_by_role("button", name="Send our visit").click(no_wait_after=True)
    page.wait_for_timeout(1_000)
    page.unroute(sent)
    page.goto("/norfolk/visits/")
    page.get_by_text("Say where you went.").wait_for()


def test_without_scripts_the_form_is_sent_as_any_other(
    desk: Open, phone: Callable[..., Page]
) -> None:
    signed_in = desk("inspector@norfolk.example").context.storage_state()
    page = phone(java_script_enabled=False, storage_state=signed_in)
    page.goto("/norfolk/visits/")
    page.locator("a[href*='/visits/new/']").first.click()
    page.get_by_label("Where you went").fill("A library")
    for box in page.locator("fieldset").all():
        box.locator("input").first.check()
    page.get_by_role("button", name="Send our visit").click()
    assert "Your visit is recorded" in page.inner_text("main")
