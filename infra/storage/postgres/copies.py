"""Copies of a ledger in PostgreSQL, as one SQLite file: of one moment, while others write."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, LiteralString
from uuid import UUID

from psycopg import IsolationLevel
from psycopg.sql import SQL, Composed, Identifier

from infra.database.names import ledger_schema, owner_role
from infra.database.postgres_sessions import Connection, as_application
from infra.storage.hash_chain import micros, moment
from infra.storage.sqlite.copies import read_copy
from infra.storage.sqlite.files import fill, sync

_EVENTS: LiteralString = (
    "SELECT n, originator_id, originator_version, topic, state, at, hash, leaf "
    "FROM {}.event ORDER BY n"
)
_COPY: LiteralString = (
    "COPY {}.event (n, originator_id, originator_version, topic, state, at, hash, leaf) "
    "FROM STDIN (FORMAT BINARY)"
)
_KINDS = ("int8", "uuid", "int8", "text", "bytea", "timestamptz", "bytea", "bytea")
_PAGE = 2_000


def copy_out(url: str, slug: str, to: Path) -> None:
    """Nobody waits for it: it reads what was committed when it began."""
    os.close(os.open(to, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with (
        closing(sqlite3.connect(to, isolation_level=None)) as copy,
        closing(as_application(url, autocommit=False)) as source,
    ):
        source.isolation_level, source.read_only = IsolationLevel.REPEATABLE_READ, True
        fill(copy, slug)
        copy.execute("BEGIN")
        _events(source, slug, copy)
        [(n, at, chain)] = source.execute(_of("SELECT n, at, hash FROM {}.lane", slug)).fetchall()
        copy.execute("UPDATE lane SET n = ?, at = ?, hash = ?", (n, micros(at), chain))
        kept = source.execute(_of("SELECT size, note FROM {}.checkpoint", slug))
        copy.executemany("INSERT INTO checkpoint VALUES (?, ?)", kept)
        copy.execute("COMMIT")
    sync(to)
    sync(to.parent)


def put_back(connection: Connection, slug: str, file: Path) -> None:
    """Fills an empty ledger from a copy, in one transaction, with the rights of its owner."""
    with closing(read_copy(file)) as copy, connection.transaction():
        owner = SQL("SET LOCAL ROLE {}").format(Identifier(owner_role(slug)))
        connection.execute(owner)
        with connection.cursor() as cursor, cursor.copy(_of(_COPY, slug)) as into:
            into.set_types(_KINDS)
            for row in copy.execute("SELECT * FROM event ORDER BY n"):
                into.write_row(_row(*row))
        [(n, at, chain)] = copy.execute("SELECT n, at, hash FROM lane").fetchall()
        lane = _of("UPDATE {}.lane SET n = %s, at = %s, hash = %s", slug)
        connection.execute(lane, (n, moment(at), chain))
        for each in copy.execute("SELECT size, note FROM checkpoint").fetchall():
            connection.execute(_of("INSERT INTO {}.checkpoint VALUES (%s, %s)", slug), each)


def _events(source: Connection, slug: str, copy: sqlite3.Connection) -> None:
    with source.cursor(name="copying", binary=True) as cursor:
        cursor.itersize = _PAGE
        cursor.execute(_of(_EVENTS, slug))
        while rows := cursor.fetchmany(_PAGE):
            copied = [
                (n, stream.bytes, version, topic, state, micros(at), chain, leaf)
                for n, stream, version, topic, state, at, chain, leaf in rows
            ]
            copy.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", copied)


def _row(n: int, stream: bytes, *rest: Any) -> tuple[Any, ...]:
    version, topic, state, at, chain, leaf = rest
    return n, UUID(bytes=stream), version, topic, state, moment(at), chain, leaf


def _of(query: LiteralString, slug: str) -> Composed:
    return SQL(query).format(Identifier(ledger_schema(slug)))
