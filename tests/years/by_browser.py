"""Types a made-up partnership's years in Chromium, and says how long it took.

``python -m tests.years.by_browser http://localhost:8000/fernshire SIGN-IN-LINK`` types two years
into a partnership that has joined a running Earshot, through its pages alone.
"""

from __future__ import annotations

import re
import shutil
import sys
import time
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, sync_playwright

from tests.years.made_up_year import Year


class ByBrowser:
    """A coordinator at a desk: opens the page, fills the form, presses its button."""

    def __init__(self, page: Page, partnership: str) -> None:
        self.browser, self.partnership, self.sent = page, partnership, 0

    def new(self, path: str, /, **typed: str) -> str:
        self._open(path)
        return self._send(self._form(f"/{path}"), typed)

    def on(self, at: str, name: str, /, **typed: str) -> None:
        answer = self._open(f"{at}/{name}")
        if answer.status in (404, 405):
            self._open(at)
        self._send(self._form(f"/{name}"), typed)

    def whole(self, path: str, /, **typed: str) -> str:
        self._open(path)
        self._send(self._form(f"/{path}"), typed)
        self.browser.get_by_role("button", name="Record it all").click()
        return self._at()

    def page(self, path: str) -> str:
        self._open(path)
        return self.browser.content()

    def _open(self, path: str) -> Any:
        return self.browser.goto(f"{self.partnership}/{path}")

    def _form(self, ending: str) -> Locator:
        """The form that is sent to an address that ends so, or the only one of the page."""
        named = self.browser.locator(f'main form[action$="{ending}"]')
        return named.first if named.count() else self.browser.locator("main form").first

    def _send(self, form: Locator, typed: dict[str, str]) -> str:
        form.evaluate("form => { for (let at = form; at; at = at.parentElement) at.open = true; }")
        later = self._fill_all(form, typed)
        form.locator("button").first.click()
        self.browser.wait_for_load_state()
        if later and self.browser.locator("main .problem").count():
            self._fill_all(form, later)  # it asks more, once it has read this
            form.locator("button").first.click()
        problem = self.browser.locator("main .problem")
        assert not problem.count(), (self.browser.url, problem.first.inner_text())
        self.sent += 1
        return self._at()

    def _fill_all(self, form: Locator, typed: dict[str, str]) -> dict[str, str]:
        """Fills what the form asks. Gives what it does not ask yet."""
        asked = {name: form.locator(f'[name="{name}"]') for name in typed}
        later = {name: words for name, words in typed.items() if not asked[name].count()}
        for name, words in typed.items():
            if name not in later:
                self._fill(asked[name], words)
        return later

    def _fill(self, field: Locator, words: str) -> None:
        kind = field.first.evaluate("at => at.type")
        match kind:
            case "radio":
                field.and_(field.page.locator(f'[value="{words}"]')).check()
            case "select-one":
                field.select_option(words)
            case "hidden":
                pass
            case _:
                field.fill(words)

    def _at(self) -> str:
        path = urlsplit(self.browser.url).path
        return re.sub(r"^/[^/]+/", "", path)


def main(partnership: str, link: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
        page.goto(link)
        page.locator("main form button").first.click()
        typist = ByBrowser(page, partnership)
        for first in (2023, 2024):
            begun, year = time.monotonic(), Year(typist, first, again=first == 2024)
            year.typed()
            shown = typist.page(year.report)
            lost = [mark for mark in year.marks if mark not in shown]
            print(f"{first}: {typist.sent} forms, {len(year.marks)} things, {len(lost)} lost")
            print(f"  {time.monotonic() - begun:.0f} seconds; {partnership}/{year.report}")
            print("\n".join(lost))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
