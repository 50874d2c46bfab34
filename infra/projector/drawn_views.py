"""The read tables of a partnership: drawn when first read, drawn again from the whole record."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

import psycopg
from sqlalchemy import Connection, Engine, func
from sqlalchemy.exc import OperationalError

from events.fact import Fact
from infra.database import patience
from infra.database.patient_connection import LONG_WORK_BY_ITSELF
from infra.projector.positions import (
    POSITIONS,
    Known,
    has_positions,
    lock_positions,
    read_positions,
    set_first_positions,
    set_position,
)
from infra.projector.rebuild import Rebuild
from infra.projector.rebuild_beside import drawn_beside
from infra.storage.fact_mapper import FactMapper
from infra.storage.recorder import Recorder
from projections.engine.projection import Projection

P = TypeVar("P", bound=Projection)
Views = Sequence[type[Projection]]
_NOTHING = Known(0, 0, "")
_SHORT = 1000
_log = logging.getLogger(__name__)


class CannotRebuild(Exception):  # noqa: N818 - an answer to the caller
    """A view cannot be drawn from the record; it stays as it was."""


class DrawnViews:
    """Safe to call from anywhere at any time: positions are locked."""

    def __init__(
        self,
        recorder: Recorder,
        mapper: FactMapper,
        engine: Engine,
        schema: str | None,
        projections: Views,
    ) -> None:
        self.recorder, self.mapper, self.projections = recorder, mapper, projections
        self._engine = engine.execution_options(schema_translate_map={None: schema})
        # Without a transaction, no reader of two tables stands in the way of a rebuild on
        # PostgreSQL; SQLite's readers never stand in anybody's way.
        by_itself = {"isolation_level": "AUTOCOMMIT"} if schema else {}
        self._reading = self._engine.execution_options(reading=True, **by_itself)
        self._schema, self._ready = schema, False
        self._going_on = Lock()

    @contextmanager
    def read(self, projection: type[P]) -> Iterator[P]:
        """A view to ask questions of, as it stands."""
        self._prepare()
        with self._reading.connect() as connection:
            yield projection(connection, seal=self.mapper.seal)

    def rebuild(self, projection: type[Projection]) -> None:
        """Draws a view again from the whole record. Raises ``CannotRebuild``."""
        self._prepare()
        try:
            with patience.for_long_work():
                self._draw_again(projection)
        except Exception as error:
            raise_passing(error)
            _log.exception("view %s cannot be rebuilt", projection.name)
            said = f"The view {projection.name} can't be drawn from the record: {error!r}"
            raise CannotRebuild(f"{said}. It stays as it was.") from error

    def _draw_again(self, projection: type[Projection]) -> None:
        """On SQLite, everybody else may write meanwhile."""
        if self._schema is None:
            with drawn_beside(self._engine, projection, self.mapper.seal, self._facts) as rebuilt:
                self._replace(rebuilt, projection)
            return
        with self._engine.begin() as connection:
            _one_at_a_time(connection)
            self._draw(connection, projection)

    def quarantined(self) -> dict[str, str]:
        """The views that stopped, each with the fact that it could not apply."""
        self._prepare()
        with self._reading.connect() as connection:
            known = read_positions(connection)
        return {name: each.quarantined for name, each in known.items() if each.quarantined}

    def _prepare(self) -> None:
        """Draws the views that are missing, or that another release drew."""
        if self._ready or self._is_drawn():
            self._ready = True
            return
        with patience.for_long_work(), self._engine.begin() as connection:
            _one_at_a_time(connection)
            POSITIONS.create(connection, checkfirst=True)
            known = lock_positions(connection)
            if not known and self._draw_together(connection):
                known = read_positions(connection)
            for projection in self.projections:
                if known.get(projection.name, _NOTHING).version != projection.version:
                    self._renew(connection, projection)
        self._ready = True

    def _is_drawn(self) -> bool:
        """Whether every view is drawn. It takes no lock."""
        with self._reading.connect() as connection:
            if not has_positions(connection, self._schema):
                return False
            known = read_positions(connection)
        return all(
            known.get(each.name, _NOTHING).version == each.version for each in self.projections
        )

    def _draw_together(self, connection: Connection) -> bool:
        """All views over one reading of a short record, where nobody has read any of them yet.

        Says whether they are drawn; where one of them cannot be, each is drawn by itself.
        """
        rows = self.recorder.read(0, _SHORT + 1)
        if len(rows) > _SHORT:
            return False
        try:
            with connection.begin_nested():
                facts = self.mapper.facts(rows)
                for projection in self.projections:
                    for declared in projection.tables():
                        declared.table().create(connection, checkfirst=False)
                    projection(connection, is_new=True, seal=self.mapper.seal).learn(facts)
                set_first_positions(connection, self.projections, len(facts))
        except Exception as error:
            raise_passing(error)
            _log.info("the views of %s are drawn one by one", self.recorder.slug, exc_info=True)
            return False
        return True

    def _renew(self, connection: Connection, projection: type[Projection]) -> None:
        try:
            with connection.begin_nested():
                self._draw(connection, projection)
        except Exception as error:
            raise_passing(error)
            for declared in projection.tables():
                declared.table().drop(connection, checkfirst=True)
            projection(connection).create()
            self._park(connection, projection, 0, "somewhere in the whole record")

    def _draw(self, connection: Connection, projection: type[Projection]) -> None:
        rebuilt = Rebuild(connection, projection, self.mapper.seal)
        rebuilt.learn(self._facts(0))
        self._replace(rebuilt, projection)

    def _replace(self, rebuilt: Rebuild, projection: type[Projection]) -> None:
        lock_positions(rebuilt.connection)
        rebuilt.learn(self._facts(rebuilt.position))
        rebuilt.replace_live()
        set_position(rebuilt.connection, projection, rebuilt.position)

    def _park(
        self, connection: Connection, projection: type[Projection], position: int, at: str
    ) -> None:
        _log.exception("view %s of %s is parked, %s", projection.name, self.recorder.slug, at)
        set_position(connection, projection, position, f"parked {at}")

    def _facts(self, after: int) -> Iterator[Fact]:
        return self.mapper.stream(self.recorder.rows(after))


def raise_passing(error: Exception) -> None:
    """Raises the error again if it is the database's own, which may pass."""
    if isinstance(error, OperationalError):
        if getattr(error.orig, "sqlite_errorname", "") != "SQLITE_ERROR":  # that one is ours
            raise error
    elif isinstance(error, psycopg.OperationalError):
        raise error


def _one_at_a_time(connection: Connection) -> None:
    """One process makes a partnership's tables at a time; SQLite has but one writer anyway."""
    if connection.dialect.name == "postgresql":
        if patience.is_long():
            connection.exec_driver_sql(LONG_WORK_BY_ITSELF)
        schema = connection.get_execution_options()["schema_translate_map"][None]
        connection.execute(func.pg_advisory_xact_lock(func.hashtext(schema)).select())
