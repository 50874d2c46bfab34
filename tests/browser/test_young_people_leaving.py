"""Leave fast, with the pages a browser keeps for its Back button kept as people have them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Page, Route

from tests.browser.telling import check

pytestmark = pytest.mark.browser

ELSEWHERE = "https://www.bbc.co.uk/weather"
FIRST = "about:blank"  # nothing lies before it
SECRET = "I do not want anyone to see this"


def write(page: Page) -> None:
    """Walks to the third question and types something there."""
    page.goto("/norfolk/tell")
    for _ in range(2):
        page.get_by_role("link", name="Next").click()
    page.get_by_label("What do you want to tell us?").fill(SECRET)


def check_again(page: Page) -> None:
    page.get_by_role("button", name="Check again").click()
    page.get_by_role("heading", name="Ready to send?").wait_for()


def press_back(page: Page) -> None:
    """Waits until the page before is there: one that was kept fires no load to wait for."""
    left = _entry(page)
    if left == FIRST:
        return
    with contextlib.suppress(Error):
        page.evaluate("history.back()")
    for _ in range(500):
        if _entry(page) not in {left, ""}:
            return
        page.wait_for_timeout(20)
    pytest.fail(f"Back led nowhere from {page.url}")


def _entry(page: Page) -> str:
    """The place in the browser's history, once the page there is complete."""
    asked = "document.readyState === 'complete' ? navigation.currentEntry?.id ?? location.href : ''"
    try:
        return str(page.evaluate(asked))
    except Error:  # it leads on to another page
        return ""


def seen(page: Page) -> str:
    shown = page.evaluate(
        "[document.body?.innerText, ...[...document.querySelectorAll('textarea, input')]"
        ".map(field => field.value)].join(' ')"
    )
    return str(shown)


both = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@both
def test_going_back_after_leaving_shows_nothing(phone: Callable[..., Page], scripts: bool) -> None:
    page = phone(java_script_enabled=scripts)
    page.route(ELSEWHERE, _weather)
    write(page)
    leave(page)
    for _ in range(4):
        press_back(page)
        assert SECRET not in seen(page)


@both
def test_going_back_keeps_what_was_typed_until_it_is_sent(
    phone: Callable[..., Page], scripts: bool
) -> None:
    page = phone(java_script_enabled=scripts)
    write(page)
    check(page)
    press_back(page)
    assert page.get_by_label("What do you want to tell us?").input_value() == SECRET
    check(page)
    page.get_by_role("button", name="Send it").click()
    page.get_by_text("Keep these five words.").wait_for()
    for _ in range(3):
        press_back(page)
        assert SECRET not in seen(page)


@both
def test_loading_a_page_anew_after_it_was_sent_shows_nothing(
    phone: Callable[..., Page], scripts: bool
) -> None:
    page = phone(java_script_enabled=scripts)
    page.route("**/*", lambda route: route.continue_())  # no copies are kept: Back asks again
    page.route(ELSEWHERE, _weather)
    write(page)
    check(page)
    page.get_by_role("button", name="Send it").click()
    page.get_by_text("Keep these five words.").wait_for()
    leave(page)
    went_back_to = set()
    for _ in range(4):
        press_back(page)
        went_back_to.add(page.url)
        assert SECRET not in seen(page)
        page.reload()
        assert SECRET not in seen(page)
    assert any("/norfolk/" in url for url in went_back_to)


@both
def test_a_line_that_drops_while_it_is_sent_loses_no_word(
    phone: Callable[..., Page], scripts: bool
) -> None:
    page = phone(java_script_enabled=scripts)
    write(page)
    check(page)
    page.route("**/tell/send", lambda route: route.abort())
    with contextlib.suppress(Error):
        page.get_by_role("button", name="Send it").click()
    page.wait_for_timeout(500)
    press_back(page)
    page.get_by_role("heading", name="Ready to send?").wait_for()
    assert SECRET in seen(page)
    page.unroute("**/tell/send")
    page.get_by_role("button", name="Send it").click()
    page.get_by_text("Keep these five words.").wait_for()


@both
def test_a_line_that_drops_once_it_was_taken_gives_the_five_words(
    phone: Callable[..., Page], scripts: bool
) -> None:
    page = phone(java_script_enabled=scripts)
    write(page)
    check(page)
    page.route("**/tell/send", _lost)
    with page.expect_event("requestfailed"), contextlib.suppress(Error):
        page.get_by_role("button", name="Send it").click()
    press_back(page)
    if not scripts:
        page.reload()
    page.get_by_text("Keep these five words.").wait_for()
    assert SECRET not in seen(page)


def test_whoever_leaves_before_it_is_sent_leaves_no_page_to_load_anew(
    phone: Callable[..., Page],
) -> None:
    page = phone()
    page.route("**/*", lambda route: route.continue_())
    page.route(ELSEWHERE, _weather)
    write(page)
    check(page)
    page.get_by_role("button", name="Change your words").click()
    check_again(page)
    leave(page)
    for _ in range(5):
        press_back(page)
        page.reload()
        assert SECRET not in seen(page)


@pytest.mark.parametrize("steps_back", [0, 1])
def test_what_a_reload_would_keep_is_gone_for_whoever_leaves(
    phone: Callable[..., Page], steps_back: int
) -> None:
    """Also from an earlier question, with the later one still ahead in the history."""
    page = phone()
    page.route(ELSEWHERE, _weather)
    write(page)
    page.wait_for_timeout(600)
    assert SECRET in page.evaluate("JSON.stringify(history.state)")
    for _ in range(steps_back):
        press_back(page)
    leave(page)
    for _ in range(steps_back):
        page.go_forward()
    for _ in range(4):
        assert SECRET not in seen(page)
        page.reload()
        assert SECRET not in seen(page)
        assert SECRET not in page.evaluate("JSON.stringify(history.state) ?? ''")
        press_back(page)


def test_three_escapes_leave_too_and_wait_for_nothing_of_ours(
    phone: Callable[..., Page],
) -> None:
    """Clearing a cache that is full of other sites takes seconds."""
    page = phone()
    page.route(ELSEWHERE, _weather)
    page.route("**/leave*", lambda route: None)  # never answered
    write(page)
    with page.expect_navigation(url=ELSEWHERE):
        for _ in range(3):
            page.keyboard.press("Escape")


def leave(page: Page) -> None:
    with page.expect_navigation(url=ELSEWHERE):
        page.get_by_role("link", name="Leave fast").click()


def _weather(route: Route) -> None:
    route.fulfill(content_type="text/html", body="<title>Weather</title><p>Sunny</p>")


def _lost(route: Route) -> None:
    """The server takes it, and its answer never comes."""
    route.fetch()
    route.abort()
