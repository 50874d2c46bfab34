"""A partnership's SQLite files: how they are made, and how the ledger's file is protected."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import mkstemp

from infra.storage.hash_chain import genesis
from infra.storage.sqlite.schema import LEDGER_ID, VERSION, WHOLE

LEDGER, VIEWS = "ledger.db", "views.db"


def make_ledger(folder: Path) -> None:
    """An empty ledger for the partnership that the folder is named after, if it has none."""
    _make(folder / LEDGER, lambda connection: fill(connection, folder.name))


def fill(connection: sqlite3.Connection, slug: str) -> None:
    """Makes an empty ledger in an empty file."""
    connection.executescript(WHOLE)
    start = (0, 0, genesis(slug))
    connection.execute("INSERT INTO lane (n, at, hash) VALUES (?, ?, ?)", start)
    connection.execute(f"PRAGMA application_id = {LEDGER_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def make_views(folder: Path) -> None:
    """An empty file for the partnership's read tables, if it has none."""
    _make(folder / VIEWS, lambda connection: None)


def _make(file: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    # Made aside and linked into place whole: nobody ever meets half a ledger, and of
    # several who make it at once one wins and the others find it made.
    if file.exists():
        return
    handle, aside = mkstemp(prefix=".making-", dir=file.parent)
    os.close(handle)
    try:
        with closing(sqlite3.connect(aside, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            fill(connection)
        os.link(aside, file)
    except FileExistsError:
        pass
    finally:
        os.unlink(aside)
    sync(file.parent)


def sync(path: Path) -> None:
    """Waits until a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def unwritable(folder: Path) -> str:
    """What keeps a folder from being written to now; empty if nothing does.

    Of a disk that the system made read-only, its rights still say that it may be.
    """
    try:
        os.utime(folder)
    except OSError as error:
        return f"the data folder cannot be written to: {error.strerror}"
    return ""
