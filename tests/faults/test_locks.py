"""Somebody holds a lock and does not move: pages are answered, of this partnership and others."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from infra.database.names import ledger_schema, views_schema
from infra.onboarding import join_partnership
from infra.partnerships import Partnerships
from infra.worker.standby import Standby, start_beside
from infra.worker.turn import Turn
from tests.faults.gunicorn import Gunicorn
from tests.faults.serving import NORFOLK, POSTGRESQL_FIRST, SQLITE_FIRST
from tests.faults.telling import Teller
from tests.faults.waiting import WITHIN, wait_until

ANSWERED_WITHIN = 15.0  # 5 seconds, and more where others use the machine
SURREY = replace(NORFOLK, slug="surrey", name="Surrey", short_name="Surrey")


@pytest.fixture
def server(norfolk: Partnerships, settings: dict[str, str], tmp_path: Path) -> Iterator[Gunicorn]:
    join_partnership(norfolk, SURREY)
    with Gunicorn(settings | {"EARSHOT_FOLLOW": "no"}, tmp_path / "log") as made:
        yield made


@contextmanager
def held(settings: dict[str, str], of: str) -> Iterator[None]:
    """Norfolk's ledger or views, locked by a session that does nothing more."""
    if url := settings.get("EARSHOT_DATABASE_URL"):
        table = {
            "ledger": f"{ledger_schema('norfolk')}.lane",
            "views": f"{views_schema('norfolk')}.projection_position",
        }[of]
        with psycopg.connect(url) as connection:
            connection.execute(f"SELECT * FROM {table} FOR UPDATE".encode())
            yield
        return
    file = Path(settings["EARSHOT_VAR"]) / "partnerships/norfolk" / f"{of}.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as line:
        line.execute("BEGIN IMMEDIATE")
        yield


@POSTGRESQL_FIRST
def test_a_reader_sees_the_views_as_they_stand_and_a_writer_is_answered(
    server: Gunicorn, settings: dict[str, str]
) -> None:
    teller, late = Teller(server.port), Teller(server.port)
    known = teller.five_words(teller.opened(), "before")
    assert teller.finds(known)[0] == 200
    with held(settings, "views"):
        new = late.five_words(late.opened(), "meanwhile", within=10.0)
        answers = [teller.finds(known), late.finds(new)]
    assert [status for status, _ in answers] == [200, 503], "nobody says that it is not there"
    assert max(teller.took, late.took) < ANSWERED_WITHIN
    assert late.finds(new)[0] == 200
    _writers_do_not_stop_others(server, settings)


def _writers_do_not_stop_others(server: Gunicorn, settings: dict[str, str]) -> None:
    """Whoever writes there is asked to try again; others do not wait until that lock ends."""
    ours = [Teller(server.port) for _ in range(12)]
    theirs = [Teller(server.port, "surrey") for _ in range(8)]
    forms, others = ([each.opened() for each in group] for group in (ours, theirs))
    with held(settings, "ledger"), ThreadPoolExecutor(len(ours) + len(theirs)) as together:
        answers = together.map(lambda each, form: each.send(form, "kept"), ours, forms)
        told = together.map(lambda each, form: each.five_words(form, "kept"), theirs, others)
        assert {status for status, _ in answers} == {503}
        assert all(len(words.split()) == 5 for words in told)
    assert max(each.took for each in ours) < ANSWERED_WITHIN
    assert ours[0].five_words(forms[0], "kept")


@SQLITE_FIRST
def test_a_stopped_worker_is_ended_and_another_works(
    norfolk: Partnerships,
    settings: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    turn, file = Turn(tmp_path / "var/worker.turn"), tmp_path / "var/worker.turn"
    first = start_beside()
    wait_until(lambda: file.exists() and turn.holder() == first.pid)
    os.kill(first.pid, signal.SIGSTOP)
    standby = Standby(file, seconds=0.5, grace=0.0, still=8)
    standby.start()
    try:
        assert first.wait(WITHIN) == -signal.SIGKILL
        wait_until(lambda: turn.holder() not in (0, first.pid))
    finally:
        standby.stop()
        if standby.started:
            standby.started.kill()
            standby.started.wait()
