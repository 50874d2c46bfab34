"""The files of a partnership on SQLite: how they are made, and what may never be done to them."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import mkstemp

from infra.errors import NotReady
from infra.storage.hash_chain import genesis

LEDGER, VIEWS = "ledger.db", "views.db"
VERSION = 2
_TRIAL = 1  # kept words in clear, and no leaves
_LEDGER_ID = 0x45415253  # "EARS"
_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
_TABLES = """
    CREATE TABLE event (
        n INTEGER PRIMARY KEY,
        originator_id BLOB NOT NULL CHECK (length(originator_id) = 16),
        originator_version INTEGER NOT NULL,
        topic TEXT NOT NULL,
        state BLOB NOT NULL,
        at INTEGER NOT NULL,
        hash BLOB NOT NULL,
        leaf BLOB NOT NULL,
        UNIQUE (originator_id, originator_version)
    ) STRICT;
    CREATE TABLE lane (
        n INTEGER NOT NULL,
        at INTEGER NOT NULL,
        hash BLOB NOT NULL,
        single INTEGER NOT NULL UNIQUE DEFAULT 1 CHECK (single = 1)
    ) STRICT;
    CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER lane_is_never_deleted BEFORE DELETE ON lane
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER lane_never_goes_back BEFORE UPDATE ON lane
        WHEN new.n < old.n OR new.at < old.at
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
"""
# INSERT OR REPLACE deletes without firing a delete trigger; this one it cannot pass.
_NO_REPLACE = """
    CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
        WHEN new.n <= (SELECT n FROM lane) OR EXISTS (
            SELECT 1 FROM event WHERE originator_id = new.originator_id
            AND originator_version = new.originator_version)
        BEGIN SELECT RAISE(ABORT, 'this place in the ledger is taken'); END;
"""


def make_ledger(folder: Path) -> None:
    """An empty ledger for the partnership that the folder is named after, if it has none."""

    def fill(connection: sqlite3.Connection) -> None:
        connection.executescript(_TABLES + _NO_REPLACE)
        start = (0, 0, genesis(folder.name))
        connection.execute("INSERT INTO lane (n, at, hash) VALUES (?, ?, ?)", start)
        connection.execute(f"PRAGMA application_id = {_LEDGER_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")

    _make(folder / LEDGER, fill)


def make_views(folder: Path) -> None:
    """An empty file for the partnership's read tables, if it has none."""
    _make(folder / VIEWS, lambda connection: None)


def check_ledger(file: Path) -> None:
    """Raises ``NotReady`` where this release can't read the file, or where its guards are off."""
    if off := _guards_off(file):
        raise NotReady(
            f"{_named(file)} has lost what keeps it append-only ({', '.join(off)}): "
            "run earshot migrate, which puts it back, then earshot verify"
        )


def guard_ledger(file: Path) -> list[str]:
    """Puts back each trigger that is gone or altered, and names it. Raises ``NotReady``."""
    off = _guards_off(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as opened:
        for name in off:
            opened.executescript(f"BEGIN; DROP TRIGGER IF EXISTS {name}; {_guards()[name]}; COMMIT")
    return off


@cache
def _guards() -> dict[str, str]:
    """The triggers of a ledger of this release, by name, as SQLite keeps their words."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(_TABLES + _NO_REPLACE)
        return dict(made.execute(_TRIGGERS).fetchall())


def _guards_off(file: Path) -> list[str]:
    """The triggers that are not as they should be, in a ledger that this release can read."""
    whose = _named(file)
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)) as opened:
            [(kind,)] = opened.execute("PRAGMA application_id")
            [(version,)] = opened.execute("PRAGMA user_version")
            found = dict(opened.execute(_TRIGGERS).fetchall())
    except sqlite3.Error as error:
        raise NotReady(f"{whose} cannot be read as a database: {error}") from error
    if kind != _LEDGER_ID:
        raise NotReady(f"{whose} is a database, but not a ledger of Earshot")
    if version <= _TRIAL:
        raise NotReady(
            f"{whose} was made by a trial release that kept words in clear: "
            "move the folder away and load again"
        )
    if version > VERSION:
        raise NotReady(f"{whose} was written by a newer release (schema {version}, not {VERSION})")
    return [name for name, words in _guards().items() if found.get(name) != words]


def _named(file: Path) -> str:
    return f"{file.name} of {file.parent.name}"


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
    _sync(file.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
