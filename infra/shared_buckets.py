"""Token buckets that the processes of one machine share: a small SQLite file that may be lost."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from web.site.buckets import Bucket

_TABLE = "CREATE TABLE IF NOT EXISTS bucket (key TEXT PRIMARY KEY, tokens REAL, at REAL)"
_PUT = "INSERT OR REPLACE INTO bucket VALUES (?, ?, ?)"
_KEPT_SECONDS = 2 * 24 * 60 * 60
_SWEPT_EVERY = 10_000


class SharedBuckets:
    """Two workers count together. Nothing waits for the disk: after a power cut all are full.

    A file that cannot be used lets everything through: no child is kept out by our bookkeeping.
    """

    def __init__(self, file: Path) -> None:
        self._file, self._local, self._taken = file, threading.local(), 0

    def take(self, buckets: Sequence[Bucket], needed: int) -> list[bool]:
        try:
            with self._writing() as connection:
                now = time.time()
                left = [each.left(_kept(connection, each), now) for each in buckets]
                had = [tokens >= 1 for tokens in left]
                if all(had[:needed]):
                    rows = [
                        (each.key, max(0.0, tokens - 1), now)
                        for each, tokens in zip(buckets, left, strict=True)
                    ]
                    connection.executemany(_PUT, rows)
                return had
        except sqlite3.Error:
            return [True] * len(buckets)

    def has(self, bucket: Bucket) -> bool:
        try:
            return bucket.left(_kept(self._connection(), bucket), time.time()) >= 1
        except sqlite3.Error:
            return True

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            self._taken += 1
            if self._taken % _SWEPT_EVERY == 0:
                old = time.time() - _KEPT_SECONDS
                connection.execute("DELETE FROM bucket WHERE at < ?", (old,))
        finally:
            connection.execute("COMMIT")

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = sqlite3.connect(self._file, timeout=2, isolation_level=None)
            found.execute("PRAGMA journal_mode = WAL")
            found.execute("PRAGMA synchronous = OFF")
            found.execute(_TABLE)
            self._local.connection = found
        return found


def _kept(connection: sqlite3.Connection, bucket: Bucket) -> tuple[float, float] | None:
    query = "SELECT tokens, at FROM bucket WHERE key = ?"
    found: tuple[float, float] | None = connection.execute(query, (bucket.key,)).fetchone()
    return found
