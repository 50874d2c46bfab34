"""A lane in a SQLite file of its own: one writer at a time, durable when it returns."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from infra.database.connection_pool import Pool
from infra.errors import NotReady, library_errors
from infra.storage.hash_chain import Head, Link, leaf, link, moment
from infra.storage.recorder import (
    LedgerRow,
    Recorder,
    StoredFact,
    StoredNotification,
    after_of,
    notifications,
)

_READERS = 4
_PAGE = 5_000
_ROW = "SELECT n, originator_id, originator_version, topic, state, at FROM event WHERE n > ?"
_LINK = _ROW.replace("at FROM", "at, hash, leaf FROM")
_LEAF = "SELECT leaf FROM event WHERE n > ? AND n <= ? ORDER BY n"
_PLACED = _ROW.replace("n > ?", "originator_id = ? ORDER BY originator_version")
_STREAM = """SELECT originator_version, topic, state, at FROM event
    WHERE originator_id = ? AND originator_version > ? AND originator_version <= ?
    ORDER BY originator_version {} LIMIT ?"""
_STREAM_UP, _STREAM_DOWN = _STREAM.format("ASC"), _STREAM.format("DESC")
_DURABLE = ("journal_mode", "synchronous")
_LAST, _NO_LIMIT = 2**63 - 1, -1


class SQLiteRecorder(Recorder):
    """Threads of one process queue for the one writing connection, processes for the file."""

    def __init__(self, slug: str, file: Path) -> None:
        super().__init__(slug)
        self._readers = Pool(lambda: open_ledger(file), _READERS)
        self._writer = Pool(lambda: open_ledger(file), 1)

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> list[int]:
        if not stored_events:
            return []
        with library_errors(sqlite3.Error), self._transaction() as connection:
            before = connection.execute("SELECT n, at, hash FROM lane").fetchone()
            rows = _chained(stored_events, *before)
            connection.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
            n, *_, at, chain, _ = rows[-1]
            connection.execute("UPDATE lane SET n = ?, at = ?, hash = ?", (n, at, chain))
        return [row[0] for row in rows]

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> list[StoredEvent]:
        stream = _uuid(originator_id)
        found = self._rows(
            _STREAM_DOWN if desc else _STREAM_UP,
            stream.bytes,
            -_LAST if gt is None else gt,
            _LAST if lte is None else lte,
            _NO_LIMIT if limit is None else limit,
        )
        rows = [
            StoredFact(stream, version, topic, state, moment(at))
            for version, topic, state, at in found
        ]
        return cast(list[StoredEvent], rows)

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> list[StoredNotification]:
        among = f" AND topic IN ({', '.join('?' * len(topics))})" if topics else ""
        found = self._rows(
            f"{_ROW} AND n <= ?{among} ORDER BY n LIMIT ?",
            after_of(start, inclusive_of_start),
            _LAST if stop is None else stop,
            *topics,
            limit,
        )
        return notifications(_read(found))

    def read(self, after: int, limit: int) -> list[LedgerRow]:
        return _read(self._rows(f"{_ROW} ORDER BY n LIMIT ?", after, limit))

    def links(self, after: int, upto: int) -> Generator[Link]:
        while page := self._rows(f"{_LINK} AND n <= ? ORDER BY n LIMIT ?", after, upto, _PAGE):
            for n, stream, version, topic, state, at, hash_, kept in page:
                yield Link(n, UUID(bytes=stream), version, topic, state, moment(at), hash_, kept)
            after = page[-1][0]

    def leaf_page(self, after: int, upto: int) -> list[bytes]:
        return [each for (each,) in self._rows(_LEAF, after, upto)]

    def of_stream(self, stream: UUID) -> list[LedgerRow]:
        return _read(self._rows(_PLACED, stream.bytes))

    def head(self) -> Head:
        [(n, at, chain)] = self._rows("SELECT n, at, hash FROM lane")
        return Head(n, moment(at), chain)

    def close(self) -> None:
        self._readers.close()
        self._writer.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._writer.connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with library_errors(sqlite3.Error), self._readers.connection() as connection:
            return connection.execute(query, values).fetchall()


def open_ledger(file: Path) -> sqlite3.Connection:
    """Raises ``NotReady`` where the file would not keep what it acknowledges."""
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=10,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA synchronous = FULL")
        kept = [connection.execute(f"PRAGMA {it}").fetchone() for it in _DURABLE]
        if kept != [("wal",), (2,)]:
            raise NotReady(f"{file.name} of {file.parent.name} is not durable: {kept}")
    except BaseException:
        connection.close()
        raise
    return connection


def _chained(
    stored_events: Sequence[StoredEvent], n: int, at: int, chain: bytes
) -> list[tuple[int, bytes, int, str, bytes, int, bytes, bytes]]:
    at, rows = max(at, time.time_ns() // 1_000), []
    for event in stored_events:
        n += 1
        stream, version = _uuid(event.originator_id), event.originator_version
        found = leaf(n, stream, version, event.topic, event.state, at)
        chain = link(chain, found)
        rows.append((n, stream.bytes, version, event.topic, event.state, at, chain, found))
    return rows


def _uuid(stream: UUID | str) -> UUID:
    return stream if isinstance(stream, UUID) else UUID(stream)


def _read(found: Iterable[tuple[Any, ...]]) -> list[LedgerRow]:
    return [
        LedgerRow(n, UUID(bytes=stream), version, topic, state, moment(at))
        for n, stream, version, topic, state, at in found
    ]
