"""A user of the partnership: signed in, with the tokens that their pages gave them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from events.uk_time import UK
from tests.web.page import Page

YESTERDAY = f"{datetime.now(UK) - timedelta(days=1):%Y-%m-%dT%H:%M}"


def newest_link(post: Path, email: str) -> str:
    """The path of the newest sign-in link to this person."""
    letter = sorted(post.glob(f"*-{email}.txt"))[-1].read_text()
    found = re.search(r"https?://[^/\s]+(/\S+)", letter)
    assert found, letter
    return found[1]


class Staff:
    """Paths are below the partnership: ``work/``, ``visits/``."""

    def __init__(self, client: FlaskClient, partnership: str) -> None:
        self.client, self.partnership = client, partnership
        self.token = ""

    def at(self, path: str) -> str:
        return path if path.startswith("/") else f"/{self.partnership}/{path}"

    def get(self, path: str) -> Page:
        page = Page(self.client.get(self.at(path), follow_redirects=True))
        self.token = page.fields.get("csrf_token", self.token)
        return page

    def send(self, path: str, /, **given: str | list[str]) -> TestResponse:
        """Sends a form, with a new key unless one is given. Gives the direct response."""
        keys = {"csrf_token": self.token, "key": uuid4().hex}
        return self.client.post(self.at(path), data=keys | given)

    def post(self, path: str, /, **given: str | list[str]) -> Page:
        """Sends a form and follows it to the next page."""
        sent = self.send(path, **given)
        return self.get(sent.headers["Location"]) if sent.status_code == 303 else Page(sent)

    def made(self, path: str, /, **given: str) -> str:
        """Sends a form that makes something. Gives its address, below the partnership."""
        sent = self.send(path, **given)
        assert sent.status_code == 303, Page(sent).words
        return sent.headers["Location"].removeprefix(f"/{self.partnership}/")
