"""Where keys lie, each wrapped: one file a partnership on SQLite, one schema on PostgreSQL.

Their own store, apart from ledger and views: a backup of one is not a backup of the other.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Protocol

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import SQL, Identifier
from sqlalchemy import (
    URL,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    create_engine,
    event,
)
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import ConnectionPoolEntry

from infra.keys.root import BadKey
from infra.storage.forks import stay_in_process
from infra.storage.migration import ensure_role, let_act_as
from infra.storage.naming import keys_schema
from infra.storage.sessions import as_application, connect

ROLE = "earshot_keys"
_NO_KEYS = "There are no keys of {}: put the backup of the key store back."
_KEYS = MetaData()
# The partnership's own keys, by epoch, each wrapped by the root of that name.
EPOCHS = Table(
    "epoch",
    _KEYS,
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("root", Text, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)
# No key may be left wrapped by an epoch that is gone: the database refuses it.
_WRAPPED_BY = ForeignKey("epoch.epoch", ondelete="RESTRICT")
DATA_KEYS = Table(
    "data_key",
    _KEYS,
    Column("id", LargeBinary, primary_key=True),
    Column("epoch", Integer, _WRAPPED_BY, nullable=False, index=True),
    Column("wrapped", LargeBinary, nullable=False),
)
SECRETS = Table(
    "secret",
    _KEYS,
    Column("purpose", Text, primary_key=True),
    Column("epoch", Integer, ForeignKey("epoch.epoch", ondelete="RESTRICT"), nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)
# Ids of keys that were destroyed; they mean nothing to anybody, and may be kept anywhere.
DESTROYED = Table("destroyed", _KEYS, Column("id", LargeBinary, primary_key=True))


class Tables(Protocol):
    """The key tables of every partnership."""

    def create(self, whose: str) -> None:
        """Makes a partnership's tables, if it has none; needs the rights of a migration."""
        ...

    def of(self, whose: str) -> Engine:
        """An engine over one partnership's tables. Raises ``BadKey`` where there are none."""
        ...

    def has(self, whose: str) -> bool: ...

    def check(self) -> None:
        """Raises where they cannot be reached."""
        ...

    def migrate(self) -> None: ...

    def close(self) -> None: ...


class SQLiteTables:
    """A file of its own for each partnership, in one folder; what is deleted is overwritten."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[str, Engine] = {}

    def create(self, whose: str) -> None:
        self.migrate()
        os.close(os.open(self._file(whose), os.O_RDWR | os.O_CREAT, 0o600))
        _KEYS.create_all(self.of(whose))

    def of(self, whose: str) -> Engine:
        if not self.has(whose):
            raise BadKey(_NO_KEYS.format(whose))
        if whose not in self._open:
            self._open[whose] = _engine(self._file(whose))
        return self._open[whose]

    def has(self, whose: str) -> bool:
        return self._file(whose).exists()

    def _file(self, whose: str) -> Path:
        return self.folder / f"{whose}.db"

    def check(self) -> None:
        pass

    def migrate(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def close(self) -> None:
        for engine in self._open.values():
            engine.dispose()
        self._open.clear()


class PostgresTables:
    """A schema for each partnership, that the role which reads ledgers and views can't see into."""

    def __init__(self, url: str, migration_url: str | None = None) -> None:
        self.url, self._migration_url = url, migration_url or url
        self._known: set[str] = set()
        self._engine = create_engine(
            "postgresql+psycopg://",
            creator=lambda: as_application(url, autocommit=False, role=ROLE),
            pool_size=2,
            max_overflow=4,
            hide_parameters=True,
            pool_pre_ping=True,
        )
        stay_in_process(self._engine)

    def create(self, whose: str) -> None:
        schema = keys_schema(whose)
        with connect(self._migration_url, autocommit=False) as connection:
            connection.execute("SELECT pg_advisory_xact_lock(hashtext('earshot.keys'))")
            made = SQL("CREATE SCHEMA IF NOT EXISTS {} AUTHORIZATION {}")
            connection.execute(made.format(Identifier(schema), Identifier(ROLE)))
        with self._engine.begin() as opened:
            opened.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('earshot.keys'))")
            _KEYS.create_all(opened.execution_options(schema_translate_map={None: schema}))

    def of(self, whose: str) -> Engine:
        if not self.has(whose):
            raise BadKey(_NO_KEYS.format(whose))
        return self._engine.execution_options(schema_translate_map={None: keys_schema(whose)})

    def has(self, whose: str) -> bool:
        if keys_schema(whose) not in self._known:
            with self._engine.connect() as connection:
                listed = connection.exec_driver_sql("SELECT nspname FROM pg_namespace").scalars()
                self._known = set(listed)
        return keys_schema(whose) in self._known

    def check(self) -> None:
        with self._engine.connect():
            pass

    def migrate(self) -> None:
        login = str(conninfo_to_dict(self.url).get("user") or "")
        with connect(self._migration_url, autocommit=True) as connection:
            ensure_role(connection, ROLE)
            let_act_as(connection, ROLE, login or connection.info.user)

    def close(self) -> None:
        self._engine.dispose()


def refuses(error: Exception) -> bool:
    """Whether a database refused a row because another that it needs is gone, or is there."""
    original = getattr(error, "orig", None)
    return isinstance(original, sqlite3.IntegrityError | psycopg.IntegrityError)


def _engine(file: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        connect_args={"timeout": 10},
        pool_size=1,
        max_overflow=4,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    stay_in_process(engine)
    return engine


def _connected(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # No WAL: it would keep the old pages, and with them keys that were destroyed.
    connection.isolation_level = None
    for pragma in ("journal_mode = DELETE", "synchronous = EXTRA", "secure_delete = ON",
                   "foreign_keys = ON"):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")


def _begun(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
