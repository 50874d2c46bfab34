"""A real Chromium and a served Earshot; any console error or call to a third party fails a test."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask.testing import FlaskClient
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, sync_playwright
from werkzeug.serving import make_server

from tests.web.conftest import app, client, joined, partnerships, seeded

__all__ = ["app", "client", "joined", "partnerships", "seeded"]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Look = Callable[[Page], None]
PHONE = {"width": 360, "height": 740}
# Drawing as on a graphics card costs a fifth more processor time where there is none.
PLAIN = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-gpu-compositing",
    "--disable-software-rasterizer",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Its Back button works as people have it: with pages kept, which tests usually lack."""
    found = shutil.which("chromium")
    if found is None:
        pytest.fail("The browser tests need Chromium: make test-needs installs it or says how.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found,
            args=PLAIN,
            ignore_default_args=["--disable-back-forward-cache"],
        )
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A click is done when the page it leads to is there: Playwright waits only until it begins.

    The page itself is asked, as Playwright never hears that one kept for Back has loaded.
    """
    click = Locator.click

    def click_and_wait(at: Locator, **settings: Any) -> None:
        click(at, **settings)
        for _ in range(500):
            if _is_there(at.page):
                break
            at.page.wait_for_timeout(20)

    monkeypatch.setattr(Locator, "click", click_and_wait)


def _is_there(page: Page) -> bool:
    try:
        return bool(page.evaluate("document.readyState") == "complete")
    except Error:  # it leads on to another page
        return False


@pytest.fixture
def address(client: FlaskClient) -> Iterator[str]:
    """Where this test's Earshot is served."""
    server = make_server("127.0.0.1", 0, client.application, threaded=True)
    thread = threading.Thread(
        target=server.serve_forever, args=(0.02,)
    )  # looks so often for its end
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def phone(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page on a phone, with or without JavaScript."""
    opened: list[BrowserContext] = []
    bad: list[str] = []

    def open_page(**settings: Any) -> Page:
        context = chromium.new_context(
            **{"viewport": PHONE, "locale": "en-GB", "base_url": address} | settings
        )
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda said: bad.append(said.text) if _counts(said) else None)
        page.on("pageerror", lambda error: bad.append(str(error)))
        page.on("request", lambda asked: bad.append(asked.url) if _strange(asked.url) else None)
        return page

    def _counts(said: Any) -> bool:
        expected = ("status of 4", "ERR_INTERNET_DISCONNECTED", "ERR_FAILED")  # cut off by a test
        is_bad = said.type in {"error", "warning"}
        return is_bad and not any(each in said.text for each in expected)

    def _strange(url: str) -> bool:
        return not url.startswith((address, "data:", "https://www.bbc.co.uk/weather"))

    yield open_page
    for context in opened:
        context.close()
    assert not bad


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Fails with what axe found wrong, where it found anything."""

    def check(page: Page) -> None:
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

    return check
