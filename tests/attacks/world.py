"""A served demonstration that somebody attacks over real HTTP, as if through a proxy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from uuid import uuid4

from tests.faults.gunicorn import Gunicorn
from tests.faults.visitor import Visitor
from tests.infra.command import Earshot
from tests.postgres import Server
from tests.web.staff import WORKERS, YESTERDAY, newest_link

AT = "/norfolk"
_FIELD = re.compile(r'name="(client_id|token|receipt)" value="([^"]+)"')
_ITEM = re.compile(r'href="/norfolk/(work/feedback/[0-9a-f-]{36})"')


@dataclass
class World:
    """``server`` serves the four partnerships; ``earshot`` is the command line beside it."""

    folder: Path
    server: Gunicorn
    earshot: Earshot
    sources: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def post(self) -> Path:
        """The folder that letters go to."""
        return self.folder / "var" / "post"

    def visitor(self, source: str = "", **headers: str) -> Visitor:
        """Somebody at a browser, each from a network of their own unless one is named."""
        number = next(self.sources)
        source = source or f"10.{number // 250}.{number % 250}.1"
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Visitor(self.server.port, {"X-Forwarded-For": source} | named)

    def staff(self, email: str) -> Visitor:
        """Somebody who signs in with the link from their letter."""
        visitor = self.visitor()
        visitor.post(f"{AT}/work/sign-in", email=email)
        link = newest_link(self.post, email, within=WORKERS)
        visitor.get(link)
        visitor.post(link)
        visitor.get(visitor.location)
        return visitor

    def tell(self, words: str, **more: str) -> dict[str, str]:
        """A young person's message: the form's id and token, and the five words."""
        child = self.visitor()
        form = dict(_FIELD.findall(child.get(f"{AT}/tell")[1])) | {"words": words, "feeling": "sad"}
        status, page = child.post(f"{AT}/tell/send", **form, **more)
        assert status == 200, page
        return form | dict(_FIELD.findall(page))

    def item(self, reader: Visitor, words: str) -> str:
        """The page of a message in the queue, found by its words."""
        page = reader.get(f"{AT}/work/")[1]
        for path in dict.fromkeys(_ITEM.findall(page)):
            if words in reader.get(f"{AT}/{path}")[1]:
                return f"{AT}/{path}"
        raise AssertionError(f"{words!r} is not in the queue")

    def escalated(self, words: str) -> str:
        """A message with an escalated concern: its page."""
        self.tell(words)
        triage = self.staff("triage@norfolk.example")
        item = self.item(triage, words)
        given = {"told_to": "The front door", "escalated_at": YESTERDAY, "reference": uuid4().hex}
        assert triage.post(f"{item}/escalate", **given)[0] == 303
        return item


@contextmanager
def served(folder: Path, database: Server | None) -> Iterator[World]:
    """The demonstration on one of the two stores."""
    settings = {"EARSHOT_VAR": str(folder / "var"), "EARSHOT_PROXIES": "1"}
    if database:
        settings["EARSHOT_DATABASE_URL"] = database.url(database.fresh())
    earshot = Earshot(folder, settings)
    assert earshot.run("load").code == 0
    with Gunicorn(settings, folder / "log") as server:
        yield World(folder, server, earshot)
