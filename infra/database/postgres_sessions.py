"""Sessions with PostgreSQL that every partnership of a process shares."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

import psycopg

from infra.database import patience
from infra.database.connection_pool import Pool
from infra.database.patient_connection import (
    LONG_WORK_BY_ITSELF,
    Connection,
    PatientConnection,
    answers,
    as_application,
    connect,
)

# Each ledger has statements of its own: room for 150 partnerships before one is prepared again.
_PREPARED = 1_000
_PAGE = 1_000

__all__ = ["Connection", "Died", "Sessions", "as_application", "connect"]


class Died(psycopg.OperationalError):
    """The connection was lost. Nobody knows whether the statement was carried out."""


class Sessions:
    """Every statement is a transaction, acts as the application's role, and is prepared."""

    def __init__(self, url: str, size: int) -> None:
        self.size = size
        self._pool = Pool(
            lambda: _prepared(as_application(url, autocommit=True)), size, _usable, answers
        )

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
            patience.need_some()
            return self.run(query, values)

    def stream(self, query: bytes, values: Sequence[Any]) -> Generator[tuple[Any, ...]]:
        """Gives the rows page by page. One connection is in use until the last page."""
        with self._pool.connection() as connection, connection.transaction():
            connection.execute(LONG_WORK_BY_ITSELF)
            with connection.cursor() as cursor:
                yield from cursor.stream(query, values, binary=True, size=_PAGE)

    def close(self) -> None:
        self._pool.close()


def _prepared(connection: PatientConnection) -> PatientConnection:
    connection.prepared_max = _PREPARED
    return connection


def _usable(connection: PatientConnection) -> bool:
    return not connection.closed
