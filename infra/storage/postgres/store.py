"""Every partnership in schemas of its own, in one PostgreSQL database, with few connections."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Lock

import psycopg
from eventsourcing.persistence import PersistenceError
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import Engine, create_engine

from infra.database.clock import UNWATCHED, Clock
from infra.database.fork_safety import stay_in_process
from infra.database.names import checked, views_schema
from infra.database.patience import LOCK_SECONDS
from infra.database.patient_connection import try_out_at_once
from infra.database.postgres_sessions import Connection, Sessions, as_application, connect
from infra.errors import UnknownPartnership, library_errors
from infra.storage.postgres.copies import copy_out, put_back
from infra.storage.postgres.migration import create_ledger, migrate
from infra.storage.postgres.queries import every_head, newest_moment
from infra.storage.postgres.readiness import refuse_unready
from infra.storage.postgres.recorder import PostgresRecorder

_SLUGS = b"SELECT slug FROM earshot.partnership ORDER BY slug"
# A crash may take back the last views drawn, each with its position: they are drawn again.
_NOT_AT_ONCE = "-c synchronous_commit=off"


class PostgresStore:
    """At most ``pool_size`` connections for ledgers and as many for read tables, no threads."""

    def __init__(
        self,
        url: str,
        pool_size: int = 4,
        migration_url: str | None = None,
        clock: Clock = UNWATCHED,
    ) -> None:
        self.url, self._migration_url = url, migration_url or url
        self._sessions, self.clock = Sessions(url, pool_size), clock
        clock.ask(self._newest)
        self._lanes: dict[str, PostgresRecorder] = {}
        self._heads = b""
        self._making = Lock()
        # As a page's first statement may meet a connection that died long ago, each is
        # tried before use; nothing is opened here.
        self._engine = create_engine(
            "postgresql+psycopg://",
            creator=lambda: as_application(url, autocommit=False, also=_NOT_AT_ONCE),
            pool_size=pool_size,
            max_overflow=0,
            hide_parameters=True,  # an error's words must not have a child's in them
            pool_timeout=LOCK_SECONDS,
            pool_pre_ping=True,
        )
        try_out_at_once(self._engine)
        stay_in_process(self._engine)

    def slugs(self) -> list[str]:
        with library_errors(psycopg.Error):
            return [slug for (slug,) in self._sessions.read(_SLUGS)]

    def create(self, slug: str) -> None:
        """Makes a partnership's schemas, if it has none; needs the rights of a migration."""
        checked(slug)
        with library_errors(psycopg.Error), self._migrating() as connection:
            create_ledger(connection, slug)

    def recorder(self, slug: str) -> PostgresRecorder:
        """Raises ``UnknownPartnership``."""
        if slug not in self._lanes:
            self._learn()
        if slug not in self._lanes:
            raise UnknownPartnership(slug)
        return self._lanes[slug]

    def views(self, slug: str) -> tuple[Engine, str]:
        """The engine that all share, and the schema of this one's read tables."""
        self.recorder(slug)
        return self._engine, views_schema(slug)

    def heads(self) -> dict[str, int]:
        """How far each partnership's ledger goes, asked in one statement."""
        with library_errors(psycopg.Error):
            try:
                found = self._sessions.read(self._heads) if self._heads else []
            except psycopg.errors.UndefinedTable:
                found = []
            heads = {slug: n for slug, n in found if slug}
            if (None, len(heads)) in found:
                return heads
            self._learn()
            return {slug: n for slug, n in self._sessions.read(self._heads) if slug}

    def migrate(self) -> None:
        login = conninfo_to_dict(self.url).get("user")
        with library_errors(psycopg.Error), self._migrating() as connection:
            migrate(connection, str(login or connection.info.user))

    def copy_out(self, slug: str, to: Path) -> None:
        self.recorder(slug)
        with library_errors(psycopg.Error):
            copy_out(self.url, slug, to)

    def put_back(self, slug: str, copy: Path) -> None:
        self.create(slug)
        with library_errors(psycopg.Error), self._migrating() as connection:
            put_back(connection, slug, copy)

    def fold(self) -> None:
        """The server sees to it itself."""

    def check(self) -> None:
        """Raises ``NotReady``."""
        refuse_unready(self.url)

    def faults(self) -> dict[str, str]:
        found = {}
        for slug in self.slugs():
            try:
                self.recorder(slug).head()
            except PersistenceError as error:
                found[slug] = f"the ledger of {slug} cannot be read: {' '.join(str(error).split())}"
        return found

    def close(self) -> None:
        self._sessions.close()
        self._engine.dispose()

    def _migrating(self) -> Connection:
        return connect(self._migration_url, autocommit=True)

    def _newest(self) -> datetime | None:
        slugs = self.slugs()
        found = self._sessions.read(newest_moment(slugs)) if slugs else []
        return next((at for (at,) in found), None)

    def _learn(self) -> None:
        slugs = self.slugs()
        with self._making:
            gone = self._lanes.keys() - slugs
            for slug in slugs:
                self._lanes.setdefault(slug, PostgresRecorder(slug, self._sessions, self.clock))
            for slug in gone:
                del self._lanes[slug]
            self._heads = every_head(slugs)
