"""What somebody with the keys to the machine can do to a ledger, past everything that guards it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import ClassVar, Protocol

from psycopg.errors import InsufficientPrivilege

from infra.database.names import ledger_schema
from tests.postgres import Server


class Backdoor(Protocol):
    """``break_in`` takes off the guards; ``run`` knows a lane's tables as event and lane."""

    refused: ClassVar[tuple[type[Exception], ...]]
    a_day: ClassVar[str]

    def break_in(self, slug: str) -> None: ...

    def run(self, slug: str, statement: str) -> None: ...


class SQLiteBackdoor:
    refused: ClassVar[tuple[type[Exception], ...]] = (sqlite3.IntegrityError,)
    a_day: ClassVar[str] = "86400000000"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def break_in(self, slug: str) -> None:
        with closing(self._open(slug)) as connection:
            found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in found.fetchall():
                connection.execute(f"DROP TRIGGER {name}")

    def run(self, slug: str, statement: str) -> None:
        with closing(self._open(slug)) as connection:
            connection.execute(statement)

    def _open(self, slug: str) -> sqlite3.Connection:
        return sqlite3.connect(self._folder / slug / "ledger.db", isolation_level=None)


class PostgresBackdoor:
    """The superuser, who is the owner of everything."""

    refused: ClassVar[tuple[type[Exception], ...]] = (InsufficientPrivilege,)
    a_day: ClassVar[str] = "interval '1 day'"

    def __init__(self, server: Server, database: str) -> None:
        self._server, self._database = server, database

    def break_in(self, slug: str) -> None:
        for table in ("event", "lane"):
            self.run(slug, f"ALTER TABLE {table} DISABLE TRIGGER ALL")

    def run(self, slug: str, statement: str) -> None:
        path = f"SET search_path = {ledger_schema(slug)}"
        self._server.run(f"{path}; {statement}", self._database)
