"""A user of the partnership: signed in, with the tokens that their pages gave them."""

from __future__ import annotations

import re
import time
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from events.uk_time import UK
from infra.partnerships import Partnerships
from infra.worker.outbox_sender import CHANNELS, OutboxSender
from tests.web.page import Page

WORKERS = 20  # seconds: a worker looks twice a second; a busy machine takes longer
YESTERDAY = f"{datetime.now(UK) - timedelta(days=1):%Y-%m-%dT%H:%M}"


def posted(partnerships: Partnerships, *only: str) -> None:
    """Sends what lies in the outboxes, as the worker does; ``only`` names partnerships."""
    senders = [OutboxSender(partnerships, channel) for channel in CHANNELS]
    while any(sender.round(only) for sender in senders):
        pass


def newest_link(post: Path, email: str, *, within: float = 0) -> str:
    """The path of the newest sign-in link to this person. The letter is opened, once.

    ``within`` are seconds to wait for it, where a server's own worker sends it.
    """
    until = time.monotonic() + within
    while True:
        for letter in sorted(post.glob(f"*-{email}.txt"), reverse=True):
            if found := re.search(r"https?://[^/\s]+(/\S+/sign-in/\S+)", letter.read_text()):
                letter.rename(letter.with_suffix(".opened"))
                return found[1]
        if time.monotonic() >= until:
            raise AssertionError(f"no link to {email} in {sorted(post.glob('*'))}")
        time.sleep(0.05)


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
