"""Connections to a partnership's read tables in SQLite."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from infra.database.compiled_once import compile_once
from infra.database.fork_safety import stay_in_process
from infra.database.patience import LOCK_SECONDS
from infra.storage.sqlite.connections import waiting_for_lock


def views_engine(file: Path) -> Engine:
    """The engine over one file; transactions take the write lock as they start."""
    url = URL.create("sqlite", database=str(file))
    engine = create_engine(
        url,
        connect_args={"timeout": 10},
        pool_size=2,
        max_overflow=8,
        pool_timeout=LOCK_SECONDS,
        hide_parameters=True,  # an error's words must not have a child's in them
    )
    compile_once(engine)
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    stay_in_process(engine)
    return engine


def _connected(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # Python's own habit of opening transactions leaves out DDL and SELECT; _begun does it.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begun(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    if reading:
        connection.exec_driver_sql("BEGIN")
        return
    raw: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    with waiting_for_lock(raw):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
