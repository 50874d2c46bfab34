"""Somebody at a browser, over a real line: keeps its cookies and says who it is in each request."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from http.cookies import SimpleCookie
from urllib.parse import urlencode
from uuid import uuid4

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass
class Visitor:
    """``headers`` go with every request, as a browser and a proxy in front would send them."""

    port: int
    headers: dict[str, str]
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    location: str = ""

    def get(self, path: str) -> tuple[int, str]:
        """The status and the page."""
        return self._ask("GET", path, None)

    def post(self, path: str, **form: str) -> tuple[int, str]:
        """Sends a form with a key of its own and what the last page's form held."""
        known = {"csrf_token": self.token, "key": uuid4().hex} if self.token else {}
        return self._ask("POST", path, urlencode(known | form))

    def answered(self, method: str, path: str) -> HTTPMessage:
        """The headers of the answer."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request(method, path, None, self._headers())
            answer = line.getresponse()
            answer.read()
            return answer.headers
        finally:
            line.close()

    def _headers(self) -> dict[str, str]:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return self.headers | ({"Cookie": kept} if kept else {})

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        headers = self._headers()
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            page = answer.read().decode()
        finally:
            line.close()
        self._keep(answer.headers.get_all("Set-Cookie") or [])
        self.location = answer.headers.get("Location", "")
        self.token = next(iter(_TOKEN.findall(page)), self.token)
        return answer.status, page

    def _keep(self, cookies: list[str]) -> None:
        for each in cookies:
            for name, kept in SimpleCookie(each).items():
                self.cookies[name] = kept.value
