"""Copies of a ledger's file: taken while others write, and put back where there is none."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import mkstemp

from infra.storage.sqlite.connections import open_ledger
from infra.storage.sqlite.files import LEDGER, make_views, sync


def copy_out(file: Path, to: Path) -> None:
    """A whole ledger as one file: what the write-ahead log holds is in it. Nobody waits for it."""
    os.close(os.open(to, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(open_ledger(file)) as source, closing(sqlite3.connect(to)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    sync(to)
    sync(to.parent)


def put_back(copy: Path, home: Path) -> None:
    """Puts a copy in place, whole or not at all. Raises ``FileExistsError`` where there is one."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, aside = mkstemp(prefix=".making-", dir=home)
    os.close(handle)
    try:
        shutil.copyfile(copy, aside)
        with closing(sqlite3.connect(aside)) as opened:
            opened.execute("PRAGMA journal_mode = WAL")
        sync(Path(aside))
        os.link(aside, home / LEDGER)
    finally:
        os.unlink(aside)
    sync(home)
    make_views(home)


def fold(file: Path) -> None:
    """Folds the write-ahead log into the ledger's file, where nobody reads or writes just now."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(file, timeout=2)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def read_copy(file: Path) -> sqlite3.Connection:
    """A copy to read, which may lie where nothing can be written."""
    asked = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(asked, uri=True, isolation_level=None, check_same_thread=False)
