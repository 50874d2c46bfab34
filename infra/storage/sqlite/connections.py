"""Connections to a ledger's file that keep every acknowledged save."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.database import patience
from infra.database.patience import LOCK_SECONDS
from infra.errors import NotReady

Opening = Callable[[Path], sqlite3.Connection]
_DURABLE = ("journal_mode", "synchronous")
_WRITER_SECONDS = 10.0


@contextmanager
def waiting_for_lock(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that begins inside waits for another's: a page no longer than it may."""
    with patience.waiting(LOCK_SECONDS if patience.is_page() else _WRITER_SECONDS) as seconds:
        connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1_000)}")
        yield


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
