"""Every partnership in a folder of its own, with two SQLite files: ledger and read tables."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock

from eventsourcing.persistence import PersistenceError
from sqlalchemy import Engine

from infra.database.clock import UNWATCHED, Clock
from infra.database.names import checked, is_slug
from infra.errors import NotReady, UnknownPartnership
from infra.storage.sqlite.connections import open_ledger
from infra.storage.sqlite.copies import copy_out, fold, put_back
from infra.storage.sqlite.files import LEDGER, VIEWS, make_ledger, make_views
from infra.storage.sqlite.guards import check_ledger, guard_ledger
from infra.storage.sqlite.recorder import SQLiteRecorder
from infra.storage.sqlite.views import views_engine

_log = logging.getLogger(__name__)


class SQLiteStore:
    """Nothing to install: the embedded default. A partnership is a folder, moved as one."""

    def __init__(self, folder: Path, clock: Clock = UNWATCHED) -> None:
        self.folder, self.clock = folder, clock
        self._lanes: dict[str, SQLiteRecorder] = {}
        self._views: dict[str, Engine] = {}
        self._unread: set[str] = set()
        self._making = Lock()
        clock.ask(self._newest)

    def slugs(self) -> list[str]:
        return sorted(
            file.parent.name
            for file in self.folder.glob(f"*/{LEDGER}")
            if is_slug(file.parent.name)
        )

    def create(self, slug: str) -> None:
        """Makes a partnership's ledger, if it has none. Anyone may, at the same time."""
        home = self.folder / checked(slug)
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        make_views(home)
        make_ledger(home)

    def recorder(self, slug: str) -> SQLiteRecorder:
        """Raises ``UnknownPartnership``."""
        with self._making:
            if slug not in self._lanes:
                self._lanes[slug] = SQLiteRecorder(slug, self._home(slug) / LEDGER, self.clock)
            return self._lanes[slug]

    def views(self, slug: str) -> tuple[Engine, None]:
        """The engine of its read tables. Raises ``UnknownPartnership``.

        Transactions take the write lock as they start; ``execution_options(reading=True)``
        is for those that only read and need not wait for a writer.
        """
        with self._making:
            if slug not in self._views:
                home = self._home(slug)
                make_views(home)
                self._views[slug] = views_engine(home / VIEWS)
            return self._views[slug], None

    def heads(self) -> dict[str, int]:
        """How far each partnership's ledger goes. One that can't be read is left out."""
        found = {}
        for slug in self.slugs():
            try:
                found[slug] = self.recorder(slug).head().n
            except (PersistenceError, NotReady) as error:
                if slug not in self._unread:
                    _log.error("the ledger of %s cannot be read: %s", slug, error)
                self._unread.add(slug)
        return found

    def migrate(self) -> None:
        """Makes the folder, and puts back what keeps ledgers append-only where it is gone."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for slug in self.slugs():
            for name in guard_ledger(self.folder / slug / LEDGER):
                _log.warning("%s: the trigger %s was gone and is put back", slug, name)

    def copy_out(self, slug: str, to: Path) -> None:
        copy_out(self._home(slug) / LEDGER, to)

    def put_back(self, slug: str, copy: Path) -> None:
        put_back(copy, self.folder / checked(slug))

    def fold(self) -> None:
        """For a clean stop: each ledger is then whole in its one file."""
        for slug in self.slugs():
            fold(self.folder / slug / LEDGER)

    def check(self) -> None:
        """Raises ``NotReady``."""
        if not self.folder.is_dir():
            raise NotReady(f"there is no folder {self.folder}: earshot migrate makes it")
        if not os.access(self.folder, os.W_OK | os.X_OK):
            raise NotReady(f"the folder {self.folder} cannot be written to")

    def faults(self) -> dict[str, str]:
        found = {}
        for slug in self.slugs():
            try:
                check_ledger(self.folder / slug / LEDGER)
                open_ledger(self.folder / slug / LEDGER).close()
            except (NotReady, sqlite3.Error) as error:
                found[slug] = str(error)
        return found

    def close(self) -> None:
        with self._making:
            for recorder in self._lanes.values():
                recorder.close()
            for engine in self._views.values():
                engine.dispose()
            self._lanes.clear()
            self._views.clear()

    def _newest(self) -> datetime | None:
        """When the newest fact of any partnership was recorded, of those that can be read."""
        found = list[datetime]()
        for slug in self.slugs():
            with suppress(PersistenceError, NotReady):
                head = self.recorder(slug).head()
                found += [head.at] if head.n else []
        return max(found, default=None)

    def _home(self, slug: str) -> Path:
        if not (is_slug(slug) and (self.folder / slug / LEDGER).is_file()):
            raise UnknownPartnership(slug)
        return self.folder / slug
