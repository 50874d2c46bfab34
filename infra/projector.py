"""Keeps the read tables in step with the ledger: each fact once, a page in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    MetaData,
    Table,
    Text,
    func,
    insert,
    select,
)

from events.fact import Fact
from infra.storage.lane import Lane
from infra.storage.mapper import FactMapper
from projections.projection import Projection

P = TypeVar("P", bound=Projection)
PAGE = 1000
_NEXT = "__next"
_POSITIONS = Table(
    "projection_position",
    MetaData(),
    Column("projection", Text, primary_key=True),
    Column("version", BigInteger, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("parked", Text, nullable=False),
)
_log = logging.getLogger(__name__)


class Projector:
    """One partnership's read tables. Safe to call from anywhere at any time: positions are locked.

    A fact that a view cannot digest parks that view, with an alarm; the others go on.
    """

    def __init__(
        self,
        lane: Lane,
        mapper: FactMapper,
        engine: Engine,
        schema: str | None,
        projections: Sequence[type[Projection]],
    ) -> None:
        self.lane, self.mapper, self.projections = lane, mapper, projections
        self._engine = engine.execution_options(schema_translate_map={None: schema})
        self._reading = self._engine.execution_options(reading=True)
        self._ready = False

    @contextmanager
    def read(self, projection: type[P]) -> Iterator[P]:
        """A view to ask questions of, as it stands."""
        self._prepare()
        with self._reading.connect() as connection:
            yield projection(connection)

    def catch_up(self) -> None:
        """Applies every fact recorded so far."""
        self._prepare()
        head = self.lane.head().n
        while self._behind(head):
            if not self._advance():
                break

    def rebuild(self, projection: type[Projection]) -> None:
        """Fills shadow tables from the whole record, then swaps them in."""
        self._prepare()
        with self._engine.begin() as connection:
            shadow = projection(connection, _NEXT)
            for declared in projection.tables():
                declared.table(_NEXT).drop(connection, checkfirst=True)
            shadow.create()
            position = 0
            while facts := self._page(position):
                projection(connection, _NEXT).learn(facts, is_new=position == 0)
                position += len(facts)
            self._lock(connection)
            while facts := self._page(position):
                projection(connection, _NEXT).learn(facts)
                position += len(facts)
            _swap(connection, projection)
            _set_position(connection, projection, position, "")

    def parked(self) -> dict[str, str]:
        """Views that stopped, and at what."""
        self._prepare()
        query = select(_POSITIONS).where(_POSITIONS.c.parked != "")
        with self._reading.connect() as connection:
            return {row.projection: row.parked for row in connection.execute(query)}

    def _prepare(self) -> None:
        """Makes the tables, and rebuilds what an older release made."""
        if self._ready:
            return
        with self._engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(func.pg_advisory_xact_lock(func.hashtext(_NEXT)).select())
            _POSITIONS.create(connection, checkfirst=True)
            known = self._lock(connection)
            for projection in self.projections:
                if known.get(projection.name, (0, 0, ""))[0] != projection.version:
                    _renew(connection, projection)
        self._ready = True

    def _behind(self, head: int) -> bool:
        query = select(_POSITIONS.c.position).where(_POSITIONS.c.parked == "")
        with self._reading.connect() as connection:
            return any(position < head for position in connection.execute(query).scalars())

    def _advance(self) -> bool:
        """One page for the views that are furthest behind; says whether anything was done."""
        with self._engine.begin() as connection:
            known = self._lock(connection)
            live = [each for each in self.projections if not known[each.name][2]]
            if not live:
                return False
            start = min(known[each.name][1] for each in live)
            facts = self._page(start)
            behind = [each for each in live if known[each.name][1] == start]
            for projection in behind:
                self._learn(connection, projection, start, facts)
            return bool(facts)

    def _learn(
        self, connection: Connection, projection: type[Projection], start: int, facts: list[Fact]
    ) -> None:
        try:
            with connection.begin_nested():
                projection(connection).learn(facts, is_new=start == 0)
        except Exception:
            _log.exception("view %s parked within %s facts of %s", projection.name, PAGE, start)
            _set_position(connection, projection, start, f"between {start} and {start + PAGE}")
        else:
            _set_position(connection, projection, start + len(facts), "")

    def _page(self, after: int) -> list[Fact]:
        return [self.mapper.fact(row) for row in self.lane.read(after, PAGE)]

    def _lock(self, connection: Connection) -> dict[str, tuple[int, int, str]]:
        query = select(_POSITIONS).order_by(_POSITIONS.c.projection).with_for_update()
        return {
            row.projection: (row.version, row.position, row.parked)
            for row in connection.execute(query)
        }


def _renew(connection: Connection, projection: type[Projection]) -> None:
    for declared in projection.tables():
        declared.table().drop(connection, checkfirst=True)
    projection(connection).create()
    _set_position(connection, projection, 0, "")


def _swap(connection: Connection, projection: type[Projection]) -> None:
    for declared in projection.tables():
        live, shadow = declared.table(), declared.table(_NEXT)
        live.drop(connection, checkfirst=True)
        live.create(connection)
        names = list(live.c)
        source = select(*(shadow.c[column.name] for column in names))
        connection.execute(insert(live).from_select(names, source))
        shadow.drop(connection)


def _set_position(
    connection: Connection, projection: type[Projection], position: int, parked: str
) -> None:
    values = {"version": projection.version, "position": position, "parked": parked}
    where = _POSITIONS.c.projection == projection.name
    changed = connection.execute(_POSITIONS.update().where(where).values(values))
    if not changed.rowcount:
        connection.execute(insert(_POSITIONS).values(projection=projection.name, **values))
