"""Sessions with PostgreSQL that every partnership of a process shares."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from infra.database.connection_pool import Pool
from infra.database.names import APPLICATION_ROLE

Connection = psycopg.Connection[tuple[Any, ...]]
# Each ledger has statements of its own: room for 150 partnerships before one is prepared again.
_PREPARED = 1_000
_PATIENCE = 5
_DURABLE = "-c synchronous_commit=on"  # whatever the server, the database or the login says
_PAGE = 1_000


class Died(psycopg.OperationalError):
    """The connection was lost. Nobody knows whether the statement was carried out."""


class Sessions:
    """Every statement is a transaction, acts as the application's role, and is prepared."""

    def __init__(self, url: str, size: int) -> None:
        self._pool = Pool(lambda: _prepared(as_application(url, autocommit=True)), size, _usable)

    def run(self, query: bytes, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Runs a statement. Raises ``Died`` and drops dead connections if one was lost."""
        with self._pool.connection() as connection:
            try:
                return connection.execute(query, values, prepare=True, binary=True).fetchall()
            except psycopg.OperationalError as error:
                if not connection.closed:
                    raise
                self._pool.empty()
                raise Died(str(error)) from error

    def read(self, query: bytes, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Runs a reading statement. Tries a second time if the connection was lost."""
        try:
            return self.run(query, values)
        except Died:
            return self.run(query, values)

    def stream(self, query: bytes, values: Sequence[Any]) -> Generator[tuple[Any, ...]]:
        """Gives the rows page by page. One connection is in use until the last page."""
        with self._pool.connection() as connection, connection.cursor() as cursor:
            yield from cursor.stream(query, values, binary=True, size=_PAGE)

    def close(self) -> None:
        self._pool.close()


def as_application(
    url: str, *, autocommit: bool, also: str = "", role: str = APPLICATION_ROLE
) -> Connection:
    """A connection with the application's rights, for any login that the URL names."""
    given = str(conninfo_to_dict(url).get("options") or "")
    options = f"{given} -c role={role} -c timezone=UTC {_DURABLE} {also}".strip()
    return connect(make_conninfo(url, options=options), autocommit=autocommit)


def connect(url: str, *, autocommit: bool) -> Connection:
    patience = conninfo_to_dict(url).get("connect_timeout") or _PATIENCE
    return psycopg.connect(url, autocommit=autocommit, connect_timeout=patience)


def _prepared(connection: Connection) -> Connection:
    connection.prepared_max = _PREPARED
    return connection


def _usable(connection: Connection) -> bool:
    return not connection.closed
