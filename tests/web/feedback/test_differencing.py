"""Whoever reads all public pages every week learns nothing of a single child.

Two worlds have the same messages. In one of them some are escalated, taken back or come back to,
after the week in which they were given their theme. The public pages of both are the same, week
for week, over a year of 500 messages.
"""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import time_machine
from flask import Flask

from infra.keys.store import KeyStore
from infra.mail import FolderMailer
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.storage.sqlite.store import SQLiteStore
from tests.stories import TOLD
from tests.web.conftest import fresh_app
from web.site.tenancy import Tenant

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)  # a Monday
WEEKS, MESSAGES = 52, 500
THEMES = ("buses", "waiting", "school food", "lamps")
_IDS = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|[0-9a-f]{32,}"
)
_FRESH = re.compile(r'(name="(?:client_id|token|key|csrf_token)" value=)"[^"]*"')
_OF_THE_LOG = "proof"  # hashes of another record are others; its sizes have a test of their own


class World:
    """One partnership, to which the same things happen as to the other, and some that do not."""

    def __init__(self, folder: Path, *, is_touched: bool) -> None:
        store = SQLiteStore(folder / "partnerships")
        store.migrate()
        keys = KeyStore.kept_in(folder / "keys")
        mail = FolderMailer(folder / "post")
        self.partnerships = Partnerships(store, keys, mail, "http://localhost")
        self.is_touched = is_touched
        asked = Joining("moor", "Moor SCP", "Moor", "", (), "", "")
        with time_machine.travel(START, tick=False):
            self.moor: Tenant = join_partnership(self.partnerships, asked)
        self.app: Flask = fresh_app(self.partnerships)
        self.paths = sorted(
            rule.rule.replace("<partnership>", "moor")
            for rule in self.app.url_map.iter_rules()
            if getattr(self.app.view_functions[rule.endpoint], "permission", "") is None
            and "GET" in (rule.methods or ())
            and set(rule.arguments) == {"partnership"}
            and _OF_THE_LOG not in rule.rule
        )

    def week(self, number: int, told: list[tuple[str, str]], touched: list[str]) -> None:
        """Messages come and are given their themes; earlier ones are touched in one world."""
        with time_machine.travel(START + timedelta(weeks=number, hours=5), tick=False):
            for client, theme in told:
                self.moor.feedback.submit(client, words="w")
                self.moor.feedback.give_theme(self.moor.feedback.id_of(client), TOLD, theme=theme)
            for client in touched if self.is_touched else []:
                self._touch(client)
            self.moor.catch_up()

    def _touch(self, client: str) -> None:
        feedback, id = self.moor.feedback, self.moor.feedback.id_of(client)
        match int(client[1:]) % 3:
            case 0:
                feedback.escalate(id, TOLD, to="front door", escalated_at="10:00")
            case 1:
                feedback.take_back(id, TOLD)
            case _:
                feedback.say_if_heard(id, TOLD, listened="no")

    def seen(self, number: int) -> dict[str, str]:
        """What everybody sees at the end of that week, without what is new on each request."""
        with time_machine.travel(START + timedelta(weeks=number, days=6, hours=22), tick=False):
            client = self.app.test_client()
            pages = {path: client.get(path, follow_redirects=True).text for path in self.paths}
        return {path: _FRESH.sub(r'\1""', _IDS.sub("id", html)) for path, html in pages.items()}


def test_a_year_of_public_pages_tells_nothing_of_a_single_child(tmp_path: Path) -> None:
    worlds = [World(tmp_path / name, is_touched=name == "b") for name in ("a", "b")]
    chance, told, touched = random.Random(20261201), 0, 0
    assert len(worlds[0].paths) > 10
    shown: set[str] = set()
    for number in range(WEEKS):
        earlier = told
        coming = MESSAGES * (number + 1) // WEEKS - told
        new = [(f"m{told + n}", chance.choice(THEMES)) for n in range(coming)]
        told += coming
        picked = [f"m{chance.randrange(earlier)}" for _ in range(2)] if earlier else []
        once = [client for client in dict.fromkeys(picked) if client not in shown]
        shown |= set(once)
        touched += len(once)
        for world in worlds:
            world.week(number, new, once)
        if number % 4 == 3:
            ours, theirs = (world.seen(number) for world in worlds)
            differ = [path for path in ours if ours[path] != theirs[path]]
            assert differ == [], (number, differ)
    assert told == MESSAGES
    assert touched > 80
    last = worlds[0].seen(WEEKS)["/moor/you-said"]
    assert "About 1" in last  # the control: numbers do stand there
    for world in worlds:
        world.partnerships.close()


def test_the_comparison_sees_what_is_different(tmp_path: Path) -> None:
    """The control: a world with eight messages more on a theme looks different."""
    ours, theirs = (World(tmp_path / name, is_touched=False) for name in ("a", "b"))
    for world, count in ((ours, 8), (theirs, 16)):
        world.week(0, [(f"m{n}", "lamps") for n in range(count)], [])
    assert ours.seen(1)["/moor/you-said"] != theirs.seen(1)["/moor/you-said"]
    for world in (ours, theirs):
        world.partnerships.close()
