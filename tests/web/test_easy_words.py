"""Every page for young people can be read at ten, in short sentences, without jargon."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.page import Page
from web.reading import measure

TELL = "/norfolk/tell"
NOTHING = {"receipt": "one two"}
HELLO = {"words": "Hello"}
LONG = {"words": "Hello " * 500}
VISITS: dict[str, Callable[[FlaskClient], TestResponse]] = {
    "landing": lambda client: client.get("/"),
    "front": lambda client: client.get("/norfolk/"),
    "tell": lambda client: client.get(TELL),
    "change": lambda client: client.post(TELL, data=HELLO | {"change": "words"}),
    "too long": lambda client: client.post(f"{TELL}/check", data=LONG),
    "nothing said": lambda client: client.post(f"{TELL}/check"),
    "check": lambda client: client.post(f"{TELL}/check", data=HELLO),
    "sent": lambda client: client.post(f"{TELL}/send", data=HELLO),
    "back": lambda client: client.get("/norfolk/back"),
    "not five words": lambda client: client.post("/norfolk/back", data=NOTHING),
    "you said": lambda client: client.get("/norfolk/you-said"),
    "help": lambda client: client.get("/norfolk/help"),
    "not found": lambda client: client.get("/norfolk/nowhere"),
}


@pytest.mark.parametrize("visit", VISITS)
def test_a_page_is_easy_to_read(client: FlaskClient, visit: str) -> None:
    reading = measure(Page(VISITS[visit](client)).words)
    assert reading.is_easy, reading
