"""The long run: everything that runs is killed, again and again, while young people tell.

``make faults ACKNOWLEDGED=20000 KILLS=250`` shares both numbers out between the stores.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event

import pytest

from infra.onboarding import join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from tests.faults.gunicorn import Gunicorn
from tests.faults.serving import NORFOLK
from tests.faults.telling import Teller
from tests.faults.waiting import wait_until
from tests.faults.whole import is_read_whole, is_whole
from tests.faults.young_people import YoungPerson
from tests.postgres import Server

ACKNOWLEDGED = int(os.environ.get("ACKNOWLEDGED", 20_000)) // 2
KILLS = int(os.environ.get("KILLS", 250)) // 2
_PEOPLE, _OPENED = 12, 100
_BACKENDS = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"


class Torment:
    """What may be killed, and how often it was."""

    def __init__(self, server: Gunicorn, database: Server | None) -> None:
        self.server, self.database, self.killed = server, database, Counter[str]()
        self.ways: dict[str, tuple[int, Callable[[], None]]] = {
            "web process": (5, server.kill_worker),
            "worker process": (2, server.kill_beside),
            "master": (1, server.kill_master),
        }
        if database:
            self.ways |= {"backend": (2, self._backend), "postmaster": (1, database.restart)}

    def once(self) -> None:
        names = list(self.ways)
        [name] = random.choices(names, [self.ways[each][0] for each in names])
        self.ways[name][1]()
        self.killed[name] += 1

    def _backend(self) -> None:
        """PostgreSQL then ends all its backends, and recovers."""
        assert self.database
        backends = [pid for (pid,) in self.database.run(_BACKENDS)]
        with suppress(ProcessLookupError):
            os.kill(random.choice(backends), signal.SIGKILL)


@pytest.mark.faults_long
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_nothing_acknowledged_is_lost_or_doubled(kind: str, tmp_path: Path) -> None:
    settings = {"EARSHOT_VAR": str(tmp_path / "var")}
    if kind == "sqlite":
        _tormented(settings, None, tmp_path)
        return
    with Server() as database:
        settings["EARSHOT_DATABASE_URL"] = database.url(database.fresh())
        _tormented(settings, database, tmp_path)


def _tormented(settings: dict[str, str], database: Server | None, folder: Path) -> None:
    migrate_all(load(settings))
    norfolk, over = Partnerships.of(load(settings)), Event()
    join_partnership(norfolk, NORFOLK)
    began = time.monotonic()
    with Gunicorn(settings, folder / "log") as server:
        people = [YoungPerson(server.port, over) for _ in range(_PEOPLE)]
        torment = Torment(server, database)
        try:
            _kill_while_they_tell(people, torment)
        finally:
            over.set()
            for person in people:
                person.join(120)
        answered = {id: words for each in people for id, words in each.acknowledged.items()}
        _some_come_back(server, list(answered.values()))
    is_whole(norfolk, answered, {each for person in people for each in person.tried})
    is_read_whole(norfolk, answered)
    norfolk.close()
    waits = max(each.longest_wait for each in people)
    asked = sum((each.asked_to_wait for each in people), Counter[int]())
    print(
        f"{'postgresql' if database else 'sqlite'}: {len(answered)} acknowledged, "
        f"{sum(torment.killed.values())} kills {dict(torment.killed)}, longest wait {waits:.1f} s, "
        f"asked to try again {dict(asked)}, 0 lost, 0 doubled, {time.monotonic() - began:.0f} s"
    )


def _kill_while_they_tell(people: list[YoungPerson], torment: Torment) -> None:
    def acknowledged() -> int:
        return sum(len(each.acknowledged) for each in people)

    for person in people:
        person.start()
    each = ACKNOWLEDGED // (KILLS + 1)
    for _ in range(KILLS):
        enough = acknowledged() + random.randint(1, 2 * each - 1)
        wait_until(lambda enough=enough: acknowledged() >= enough)  # type: ignore[misc]
        torment.once()
    wait_until(lambda: acknowledged() >= ACKNOWLEDGED)
    assert all(person.is_alive() for person in people), "somebody saw a page that failed"


def _some_come_back(server: Gunicorn, receipts: list[str]) -> None:
    """By the public form; all others are looked up below."""
    for number, words in enumerate(random.sample(receipts, min(_OPENED, len(receipts)))):
        teller = Teller(server.port, source=f"127.9.{number + 1}.2")
        wait_until(lambda teller=teller, words=words: teller.finds(words)[0] == 200)  # type: ignore[misc]
