"""Keeps the read tables in step with the ledger: each fact once, a page in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

import psycopg
from eventsourcing.persistence import MapperDeserialisationError
from sqlalchemy import Connection, Engine, func, inspect
from sqlalchemy.exc import OperationalError

from events.fact import Fact
from infra.projector.positions import (
    POSITIONS,
    Known,
    lock_positions,
    move_positions,
    read_positions,
    set_position,
)
from infra.projector.rebuild import Rebuild
from infra.storage.fact_mapper import FactMapper
from infra.storage.ledger_rows import LedgerRow
from infra.storage.recorder import Recorder
from projections.engine.projection import Projection

P = TypeVar("P", bound=Projection)
Views = Sequence[type[Projection]]
Learn = Callable[[Connection, Views, int, list[Fact]], Views]
PAGE = 1000
_NOTHING = Known(0, 0, "")
_log = logging.getLogger(__name__)


class CannotRebuild(Exception):  # noqa: N818 - an answer to whoever asked for it
    """A view cannot be drawn from the record; it stays as it was."""


class Projector:
    """One partnership's read tables. Safe to call from anywhere at any time: positions are locked.

    A fact that a view cannot digest parks that view, with an alarm; the others go on.
    """

    def __init__(
        self,
        lane: Recorder,
        mapper: FactMapper,
        engine: Engine,
        schema: str | None,
        projections: Views,
    ) -> None:
        self.lane, self.mapper, self.projections = lane, mapper, projections
        self._engine = engine.execution_options(schema_translate_map={None: schema})
        # Without a transaction, no reader of two tables stands in the way of a rebuild on
        # PostgreSQL; SQLite's readers never stand in anybody's way.
        by_itself = {"isolation_level": "AUTOCOMMIT"} if schema else {}
        self._reading = self._engine.execution_options(reading=True, **by_itself)
        self._schema, self._ready = schema, False

    @contextmanager
    def read(self, projection: type[P]) -> Iterator[P]:
        """A view to ask questions of, as it stands."""
        self._prepare()
        with self._reading.connect() as connection:
            yield projection(connection, seal=self.mapper.seal)

    def catch_up(self) -> None:
        """Applies every fact recorded so far."""
        self._prepare()
        head = self.lane.head().n
        while self._behind(head) and self._advance():
            pass

    def rebuild(self, projection: type[Projection]) -> None:
        """Draws a view anew from the whole record. Raises ``CannotRebuild``."""
        self._prepare()
        try:
            with self._engine.begin() as connection:
                _one_at_a_time(connection)
                self._draw(connection, projection)
        except Exception as error:
            _raise_passing(error)
            _log.exception("view %s cannot be rebuilt", projection.name)
            said = f"The view {projection.name} can't be drawn from the record: {error!r}"
            raise CannotRebuild(f"{said}. It stays as it was.") from error

    def quarantined(self) -> dict[str, str]:
        """Views that stopped, and at what."""
        self._prepare()
        with self._reading.connect() as connection:
            known = read_positions(connection)
        return {name: each.quarantined for name, each in known.items() if each.quarantined}

    def _prepare(self) -> None:
        """Draws what is not there yet, or was drawn by another release, before anyone sees it."""
        if self._ready or self._is_drawn():
            self._ready = True
            return
        with self._engine.begin() as connection:
            _one_at_a_time(connection)
            POSITIONS.create(connection, checkfirst=True)
            known = lock_positions(connection)
            for projection in self.projections:
                if known.get(projection.name, _NOTHING).version != projection.version:
                    self._renew(connection, projection)
        self._ready = True

    def _is_drawn(self) -> bool:
        """Whether nothing is left to prepare: seen without standing in anyone's way."""
        with self._reading.connect() as connection:
            if not inspect(connection).has_table(POSITIONS.name, schema=self._schema):
                return False
            known = read_positions(connection)
        return all(
            known.get(each.name, _NOTHING).version == each.version for each in self.projections
        )

    def _renew(self, connection: Connection, projection: type[Projection]) -> None:
        try:
            with connection.begin_nested():
                self._draw(connection, projection)
        except Exception as error:
            _raise_passing(error)
            for declared in projection.tables():
                declared.table().drop(connection, checkfirst=True)
            projection(connection).create()
            self._park(connection, projection, 0, "somewhere in the whole record")

    def _draw(self, connection: Connection, projection: type[Projection]) -> None:
        shadow = Rebuild(connection, projection, self.mapper.seal)
        shadow.learn(self._facts(0))
        lock_positions(connection)
        shadow.learn(self._facts(shadow.position))
        shadow.replace_live()
        set_position(connection, projection, shadow.position)

    def _behind(self, head: int) -> bool:
        with self._reading.connect() as connection:
            known = read_positions(connection)
        if any(known[each.name].version < each.version for each in self.projections):
            self._ready = False  # an older release, starting late, drew its own
            self._prepare()
            return self._behind(head)
        return any(known[each.name].position < head for each in self._going(known))

    def _advance(self) -> bool:
        """One page for the views that are furthest behind; says whether anything was done."""
        try:
            return self._page(self._learn)
        except Exception as error:
            _raise_passing(error)
            return self._page(self._learn_each)

    def _page(self, learn: Learn) -> bool:
        with self._engine.begin() as connection:
            known = lock_positions(connection)
            going = self._going(known)
            start = min((known[each.name].position for each in going), default=0)
            rows = self.lane.read(start, PAGE) if going else []
            facts = self._readable(rows)
            behind = [each for each in going if known[each.name].position == start]
            if facts:
                done = learn(connection, behind, start, facts)
                move_positions(connection, done, start + len(facts))
            elif rows:
                for projection in behind:
                    self._park(connection, projection, start, f"at fact {start + 1}")
            return bool(rows)

    def _readable(self, rows: list[LedgerRow]) -> list[Fact]:
        """The facts of some rows, as far as the first that this release cannot read."""
        try:
            return self.mapper.facts(rows)
        except MapperDeserialisationError:
            _log.exception("the record of %s has a fact that cannot be read", self.lane.slug)
        facts: list[Fact] = []
        with suppress(MapperDeserialisationError):
            for row in rows:
                facts.append(self.mapper.fact(row))
        return facts

    def _going(self, known: dict[str, Known]) -> list[type[Projection]]:
        """Views that are not parked; what another release has drawn is left to that release."""
        return [
            each
            for each in self.projections
            if known[each.name].version == each.version and not known[each.name].quarantined
        ]

    def _learn(self, connection: Connection, behind: Views, start: int, facts: list[Fact]) -> Views:
        """All views together, as few questions to the database as can be."""
        for projection in behind:
            projection(connection, is_new=start == 0, seal=self.mapper.seal).learn(facts)
        return behind

    def _learn_each(
        self, connection: Connection, behind: Views, start: int, facts: list[Fact]
    ) -> Views:
        """Each view for itself, as one of them cannot; gives those that could."""
        return [each for each in behind if self._digests(connection, each, start, facts)]

    def _digests(
        self, connection: Connection, projection: type[Projection], start: int, facts: list[Fact]
    ) -> bool:
        view = projection(connection, is_new=start == 0, seal=self.mapper.seal)
        try:
            with connection.begin_nested():
                view.learn(facts)
        except Exception as error:
            _raise_passing(error)
            at = f"at fact {start + view.learning}" if view.learning else f"in {PAGE} after {start}"
            self._park(connection, projection, start, at)
            return False
        return True

    def _park(
        self, connection: Connection, projection: type[Projection], position: int, at: str
    ) -> None:
        _log.exception("view %s of %s is parked, %s", projection.name, self.lane.slug, at)
        set_position(connection, projection, position, f"parked {at}")

    def _facts(self, after: int) -> Iterator[Fact]:
        return self.mapper.stream(self.lane.rows(after))


def _raise_passing(error: Exception) -> None:
    """The database's own trouble says nothing about a fact: it is raised, and tried again later."""
    if isinstance(error, OperationalError):
        if getattr(error.orig, "sqlite_errorname", "") != "SQLITE_ERROR":  # that one is ours
            raise error
    elif isinstance(error, psycopg.OperationalError):
        raise error


def _one_at_a_time(connection: Connection) -> None:
    """One process makes a partnership's tables at a time; SQLite has but one writer anyway."""
    if connection.dialect.name == "postgresql":
        schema = connection.get_execution_options()["schema_translate_map"][None]
        connection.execute(func.pg_advisory_xact_lock(func.hashtext(schema)).select())
