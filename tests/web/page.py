"""A page as a reader has it: its title, words and links, and what its form would send."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from werkzeug.test import TestResponse

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "label", "button", "caption", "th", "td"}
UNREAD = {"script", "style", "svg", "title", "q", "footer", "header"}


class Page(HTMLParser):
    """``words`` leave out quotations, names of bodies, and the frame of every page."""

    def __init__(self, response: TestResponse) -> None:
        super().__init__()
        self.status, self.html = response.status_code, response.text
        self.title, self.words = "", ""
        self.fields: dict[str, str] = {}
        self.links: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._area = ""
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            unread = tag in UNREAD or "data-quote" in given or "data-name" in given
            self._open.append((tag, unread or (bool(self._open) and self._open[-1][1])))
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag == "input" and (given.get("type") != "radio" or "checked" in given):
            self.fields[given["name"] or ""] = given.get("value") or ""
        if tag == "textarea":
            self._area = given["name"] or ""
            self.fields[self._area] = ""

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag in BLOCKS:
            self.words += "\n"

    def handle_data(self, data: str) -> None:
        tag, unread = self._open[-1] if self._open else ("", True)
        if tag == "title":
            self.title += data
        if tag == "textarea":
            self.fields[self._area] += data.removeprefix("\n")
        elif not unread:
            self.words += _as_shown(data, self.words)


def _as_shown(data: str, before: str) -> str:
    """White space as a browser shows it: one space, and none at the start of a line."""
    text = re.sub(r"\s+", " ", data)
    return text.lstrip() if before[-1:] in ("", " ", "\n") else text
