"""Triggers that keep a ledger's file from being altered."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from infra.errors import NotReady
from infra.storage.sqlite.schema import (
    CHECKPOINTS,
    KEEP_CHECKPOINTS,
    LEDGER_ID,
    TRIAL,
    TRIGGERS,
    VERSION,
    WHOLE,
)


def check_ledger(file: Path) -> None:
    """Raises ``NotReady`` where this release can't read the file, or where its guards are off."""
    _add_place_for_checkpoints(file)
    if off := _guards_off(file):
        raise NotReady(
            f"{_named(file)} has lost what keeps it append-only ({', '.join(off)}): "
            "run earshot migrate, which puts it back, then earshot verify"
        )


def guard_ledger(file: Path) -> list[str]:
    """Puts back each trigger that is gone or altered, and names it. Raises ``NotReady``."""
    _add_place_for_checkpoints(file)
    off = _guards_off(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as opened:
        for name in off:
            opened.executescript(f"BEGIN; DROP TRIGGER IF EXISTS {name}; {_guards()[name]}; COMMIT")
    return off


def _add_place_for_checkpoints(file: Path) -> None:
    """Ledgers of earlier releases have none. What else is wrong with the file is said later."""
    with suppress(sqlite3.Error), closing(_opened(file)) as opened:
        [(kind,)] = opened.execute("PRAGMA application_id")
        found = opened.execute("SELECT 1 FROM sqlite_master WHERE name = 'checkpoint'").fetchall()
        if kind == LEDGER_ID and not found:
            opened.executescript(f"BEGIN IMMEDIATE; {CHECKPOINTS} {KEEP_CHECKPOINTS} COMMIT")


def _opened(file: Path) -> sqlite3.Connection:
    """Never makes a file that is not there."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)


@cache
def _guards() -> dict[str, str]:
    """The triggers of a ledger of this release, by name, as SQLite keeps their words."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(WHOLE)
        return dict(made.execute(TRIGGERS).fetchall())


def _guards_off(file: Path) -> list[str]:
    """The triggers that are not as they should be, in a ledger that this release can read."""
    name = _named(file)
    try:
        with closing(_opened(file)) as opened:
            [(kind,)] = opened.execute("PRAGMA application_id")
            [(version,)] = opened.execute("PRAGMA user_version")
            found = dict(opened.execute(TRIGGERS).fetchall())
    except sqlite3.Error as error:
        raise NotReady(f"{name} cannot be read as a database: {error}") from error
    if kind != LEDGER_ID:
        raise NotReady(f"{name} is a database, but not a ledger of Earshot")
    if version <= TRIAL:
        raise NotReady(
            f"{name} was made by a trial release that kept words in clear: "
            "move the folder away and load again"
        )
    if version > VERSION:
        raise NotReady(f"{name} was written by a newer release (schema {version}, not {VERSION})")
    return [name for name, words in _guards().items() if found.get(name) != words]


def _named(file: Path) -> str:
    return f"{file.name} of {file.parent.name}"
