"""The questions on a small phone: few taps, the box in sight, answers that stay."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.telling import check, go_on, pick

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
WORDS = "Nobody asked me.\nI would like a say."
SECONDS_A_TAP, SECONDS_A_LETTER = 3.0, 0.3  # of somebody who has never been here, on a phone


@both
def test_a_first_visit_is_sent_in_six_taps_and_a_minute(
    phone: Callable[..., Page], scripts: bool
) -> None:
    """From the first page to the five words; typing is no tap, and takes its time.

    With JavaScript a tap on a picture leads on, so that six are enough for a face and a topic too.
    Without it a picture is one tap more.
    """
    page, begun = phone(java_script_enabled=scripts), time.monotonic()
    page.goto("/norfolk/")
    page.get_by_role("link", name="Tell us now").click()
    taps = 1
    taps += pick(page, "Worried") if scripts else go_on(page)
    taps += pick(page, "School") if scripts else go_on(page)
    page.get_by_label("What do you want to tell us?").fill(WORDS)
    taps += check(page) + 1
    page.get_by_role("button", name="Send it").click()
    assert taps <= 6
    assert page.locator("ol.words li").count() == 5
    by_hand = SECONDS_A_TAP * taps + SECONDS_A_LETTER * len(WORDS)
    assert time.monotonic() - begun + by_hand <= 60


@both
def test_whoever_is_hurt_is_heard_in_six_taps(
    phone: Callable[..., Page], accessible: Callable[[Page], None], scripts: bool
) -> None:
    page = phone(java_script_enabled=scripts)

    def look() -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url
        if scripts:
            accessible(page)

    page.goto("/norfolk/safe")
    look()
    page.get_by_role("link", name="Tell us now").click()
    page.get_by_label("What is happening?").fill(WORDS)
    look()
    taps = 1 + go_on(page)
    page.get_by_label("No", exact=True).check()
    look()
    taps += 1 + check(page) + 1
    look()
    page.get_by_role("button", name="Send it").click()
    look()
    assert taps <= 6
    assert page.get_by_role("heading", name="What happens now?").is_visible()


@both
@pytest.mark.parametrize("path", ["/norfolk/tell#words", "/norfolk/tell?help=yes"])
@pytest.mark.parametrize("look", ["", "easy"])
def test_the_box_is_in_sight_on_a_small_phone(
    phone: Callable[..., Page], path: str, look: str, scripts: bool
) -> None:
    page = phone(viewport={"width": 360, "height": 640}, java_script_enabled=scripts)
    page.goto(path.replace("?", f"?look={look}&").replace("tell#", f"tell?look={look}#"))
    box = page.locator("textarea:visible").first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 640


def test_a_page_that_is_loaded_anew_keeps_the_answers(phone: Callable[..., Page]) -> None:
    page = phone()
    page.goto("/norfolk/tell")
    pick(page, "Worried")
    pick(page, "School")
    page.get_by_label("What do you want to tell us?").fill(WORDS)
    page.wait_for_function("history.state?.told")
    page.wait_for_timeout(500)
    page.reload()
    assert page.get_by_label("What do you want to tell us?").input_value() == WORDS
    check(page)
    shown = page.inner_text("main")
    assert "Worried" in shown
    assert "School" in shown
    stored = "[localStorage.length, sessionStorage.length, history.state, document.cookie]"
    assert page.evaluate(stored) == [0, 0, None, ""]


def test_enter_on_a_picture_leads_to_the_next_question(phone: Callable[..., Page]) -> None:
    page = phone()
    page.goto("/norfolk/tell")
    page.locator("input[name=feeling]").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator(".question:visible").get_attribute("id") == "feeling"
    page.keyboard.press("Enter")
    assert page.locator(".question:visible").get_attribute("id") == "about"
