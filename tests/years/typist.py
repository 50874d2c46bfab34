"""Somebody who types a record through the pages: by requests, or with a real browser."""

from __future__ import annotations

import html
import re
from typing import Protocol

from tests.web.page import Page
from tests.web.staff import Staff


class Typist(Protocol):
    """Paths are below the partnership. Each method fails where the page refuses what is typed."""

    def new(self, path: str, /, **typed: str) -> str:
        """Types a form on a page of its own. Gives the address that it leads to."""
        ...

    def on(self, at: str, name: str, /, **typed: str) -> None:
        """Types one of the forms of a thing: on its page, or on a page of its own below it."""
        ...

    def whole(self, path: str, /, **typed: str) -> str:
        """Types a form of several things, looks at the preview, and records it."""
        ...

    def page(self, path: str) -> str:
        """The HTML of a page."""
        ...


def option(typist: Typist, path: str, words: str) -> str:
    """The value of the first choice on a page whose words begin so."""
    found = re.search(rf'value="([^"]+)"[^>]*>\s*{re.escape(words)}', typist.page(path))
    assert found, (path, words)
    return html.unescape(found[1])


def link(typist: Typist, path: str, pattern: str) -> str:
    """The last address on a page that fits a pattern, below the partnership."""
    found = re.findall(rf'href="/[a-z-]+/({pattern})"', typist.page(path))
    assert found, (path, pattern)
    return str(found[-1])


class ByRequests:
    """Sends forms as a browser does, without one."""

    def __init__(self, staff: Staff) -> None:
        self.staff, self.sent = staff, 0

    def new(self, path: str, /, **typed: str) -> str:
        self.sent += 1
        return self.staff.made(path, **typed)

    def on(self, at: str, name: str, /, **typed: str) -> None:
        self.sent += 1
        answer = self.staff.send(f"{at}/{name}", **typed)
        assert answer.status_code == 303, (at, name, Page(answer).words[:600])

    def whole(self, path: str, /, **typed: str) -> str:
        seen = self.staff.post(path, **typed)
        assert seen.status == 200, (path, seen.words[:600])
        self.sent += 1
        return self.staff.made(path, **typed, step="save", key=seen.fields["key"])

    def page(self, path: str) -> str:
        return self.staff.get(path).html


def iso(year: int, month: int, day: int) -> str:
    """A day as a browser's field for days takes it."""
    return f"{year}-{month:02d}-{day:02d}"
