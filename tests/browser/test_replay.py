"""The replay page as people use it: steps, slider, date, filter, two days; by keyboard too."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.test_staff import DESK, address, desk, folder
from tests.web.staff import WORKERS, newest_link

__all__ = ["address", "desk", "folder"]
pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Look = Callable[[Page], None]
REPLAY = "/norfolk/work/replay/"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def scrutineer(request: pytest.FixtureRequest, phone: Open, folder: object) -> Page:
    page = phone(viewport=DESK, java_script_enabled=request.param)
    page.goto("/norfolk/work/sign-in")
    page.get_by_label("Your e-mail address").fill("scrutineer@norfolk.example")
    page.get_by_role("button", name="Send me a link").click()
    page.goto(newest_link(folder / "post", "scrutineer@norfolk.example", within=WORKERS))  # type: ignore[operator]
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Replay").click()
    return page


@pytest.fixture
def accessible(accessible: Look, request: pytest.FixtureRequest) -> Look:
    """As ever, where there is JavaScript: what looks for mistakes is written in it."""
    without = "without" in request.node.name
    return (lambda page: None) if without else accessible


def at(page: Page) -> int:
    found = re.search(r"Fact (\d+) of", page.locator(".replay label[for=f-at]").inner_text())
    assert found
    return int(found[1])


def test_steps_slider_date_and_filter(scrutineer: Page, accessible: Look) -> None:
    page, head = scrutineer, at(scrutineer)
    accessible(page)
    page.get_by_role("link", name="Earlier fact").click()
    page.get_by_role("link", name="Earlier fact").click()
    assert at(page) == head - 2
    assert "2 more facts were recorded later" in page.inner_text("main")
    page.get_by_role("link", name="Later fact").click()
    assert at(page) == head - 1
    page.locator("#f-at").fill("40")
    page.get_by_role("button", name="Go there").click()
    assert at(page) == 40
    accessible(page)
    day = page.locator(".line p.from").first.inner_text()
    assert day.startswith("Fact 40. Recorded")
    page.get_by_label("Kind of thing").select_option(label="Reports")
    page.get_by_role("button", name="Follow it").click()
    assert "of those you follow" in page.inner_text("main")
    page.get_by_role("link", name="Earlier fact").click()
    assert at(page) < 40
    page.get_by_role("link", name="Back to now").click()
    page.get_by_label("As in force on").fill("2021-09-29")
    page.get_by_role("button", name="Show").click()
    assert "As in force on 29 September 2021." in page.inner_text("main")
    page.get_by_label("As known on").fill("2999-01-01")
    page.get_by_role("button", name="Show").click()
    assert "has not come yet" in page.inner_text("main")
    assert page.get_by_label("As known on").input_value() == "2999-01-01"
    accessible(page)


def test_the_pages_of_then_why_and_two_days(scrutineer: Page, accessible: Look) -> None:
    page, head = scrutineer, at(scrutineer)
    page.goto(f"{REPLAY}?kind=decision")
    page.get_by_role("link", name="Why did we decide this?").first.click()
    assert "What it rested on" in page.inner_text("main")
    accessible(page)
    page.goto(f"{REPLAY}?known=@100")
    page.locator("main").get_by_role("link", name="Decisions").click()
    assert "As it was known on" in page.inner_text("main")
    accessible(page)
    page.get_by_role("link", name="Back to now").click()
    assert "As it was known on" not in page.inner_text("main")
    page.goto(REPLAY)
    page.get_by_role("link", name="Compare two days").click()
    page.get_by_label("From the end of").fill("@70")
    page.get_by_label("To the end of").fill(f"@{head}")
    page.get_by_role("button", name="Compare").click()
    assert "facts became known" in page.inner_text("main")
    accessible(page)


def test_a_public_page_of_the_past_says_so(scrutineer: Page, accessible: Look) -> None:
    page = scrutineer
    for path in ("/norfolk/you-said", "/norfolk/tell", "/norfolk/reports/annual-report-2020-21"):
        page.goto(f"{path}?known=@100&in_force=2021-09-29")
        assert "As in force on 29 September 2021." in page.inner_text("body")
        assert page.locator("form[method=post]").count() == 0
        accessible(page)


def test_the_keyboard_is_enough_and_the_slider_says_where_it_is(desk: Open) -> None:
    page = desk("scrutineer@norfolk.example")
    page.goto(REPLAY)
    head = at(page)
    slider = page.locator("#f-at")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert at(page) == head - 2
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**known=@*")
    assert at(page) == head - 2


@pytest.mark.parametrize("width", [1280, 390, 360])
def test_it_fits_every_screen(desk: Open, accessible: Look, width: int) -> None:
    page = desk("coordinator@norfolk.example")
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("", "?known=@60", "compare?from=@60&to=@100", "?known=soon"):
        page.goto(REPLAY + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        accessible(page)
