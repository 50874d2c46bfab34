"""Keys in SQLite: one file per partnership. Deleted rows are overwritten."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from sqlalchemy import URL, create_engine, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import ConnectionPoolEntry

from infra.database.compiled_once import compile_once
from infra.database.fork_safety import stay_in_process
from infra.keys.root_key import BadKey
from infra.keys.tables import ANOTHER, KEYS, NO_KEYS


class SQLiteTables:
    """A file of its own for each partnership, in one folder; what is deleted is overwritten."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[str, Engine] = {}

    def create(self, owner: str) -> None:
        self.migrate()
        os.close(os.open(self._file(owner), os.O_RDWR | os.O_CREAT, 0o600))
        KEYS.create_all(self.of(owner))

    def of(self, owner: str) -> Engine:
        if not self.has(owner):
            raise BadKey(NO_KEYS.format(owner))
        if owner not in self._open:
            self._open[owner] = _engine(self._file(owner))
        return self._open[owner]

    def has(self, owner: str) -> bool:
        return self._file(owner).exists()

    def _file(self, owner: str) -> Path:
        return self.folder / f"{owner}.db"

    @contextmanager
    def alone(self) -> Iterator[None]:
        with (self.folder / "rotate.turn").open("a") as turn:
            try:
                flock(turn, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                raise BadKey(ANOTHER) from None
            yield

    def check(self) -> None:
        pass

    def migrate(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def close(self) -> None:
        for engine in self._open.values():
            engine.dispose()
        self._open.clear()


def _engine(file: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        connect_args={"timeout": 10},
        pool_size=1,
        max_overflow=4,
        hide_parameters=True,
    )
    compile_once(engine)
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    stay_in_process(engine)
    return engine


def _connected(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # The journal stays as a new file has it, deleted after each transaction: a write-ahead log
    # would keep old pages, and with them keys that were destroyed.
    connection.isolation_level = None
    for pragma in ("synchronous = EXTRA", "secure_delete = ON", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begun(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
