"""A ledger in a SQLite file of its own: one writer at a time, durable when a save returns."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from infra.database.clock import UNWATCHED, Clock
from infra.database.connection_pool import Pool
from infra.errors import library_errors
from infra.storage.hash_chain import Head, Link, micros, moment
from infra.storage.ledger_rows import LedgerRow, StoredFact, StoredNotification, notifications
from infra.storage.recorder import Recorder, after_of
from infra.storage.sqlite.chained_rows import chained, uuid_of
from infra.storage.sqlite.connections import Opening, open_ledger, waiting_for_lock

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
_KEEP = """INSERT INTO checkpoint SELECT ?, ?
    WHERE NOT EXISTS (SELECT 1 FROM checkpoint WHERE size = ?)"""
_LAST, _NO_LIMIT = 2**63 - 1, -1


class SQLiteRecorder(Recorder):
    """Threads of one process queue for the one writing connection, processes for the file."""

    def __init__(
        self, slug: str, file: Path, clock: Clock = UNWATCHED, opening: Opening = open_ledger
    ) -> None:
        super().__init__(slug, clock)
        self._readers = Pool(lambda: opening(file), _READERS)
        self._writer = Pool(lambda: opening(file), 1)

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> list[int]:
        if not stored_events:
            return []
        with library_errors(sqlite3.Error), self._transaction() as connection:
            n, at, chain = connection.execute("SELECT n, at, hash FROM lane").fetchone()
            now = self.clock.check(moment(at) if n else None)
            rows = chained(stored_events, n, at, chain, micros(now))
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
        stream = uuid_of(originator_id)
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

    def topics(self) -> set[str]:
        return {topic for (topic,) in self._rows("SELECT DISTINCT topic FROM event")}

    def keep_checkpoint(self, size: int, note: str) -> str:
        with library_errors(sqlite3.Error), self._transaction() as connection:
            connection.execute(_KEEP, (size, note, size))
        return self.kept_checkpoint(size)

    def kept_checkpoint(self, size: int) -> str:
        found = self._rows("SELECT note FROM checkpoint WHERE size = ?", size)
        return next((str(note) for (note,) in found), "")

    def kept_sizes(self) -> list[int]:
        return [size for (size,) in self._rows("SELECT size FROM checkpoint")]

    def head(self) -> Head:
        [(n, at, chain)] = self._rows("SELECT n, at, hash FROM lane")
        return Head(n, moment(at), chain)

    def close(self) -> None:
        self._readers.close()
        self._writer.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._writer.connection() as connection:
            with waiting_for_lock(connection):
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


def _read(found: Iterable[tuple[Any, ...]]) -> list[LedgerRow]:
    return [
        LedgerRow(n, UUID(bytes=stream), version, topic, state, moment(at))
        for n, stream, version, topic, state, at in found
    ]
