"""Every state that a row of a view had, with the positions between which it was known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from infra.time_travel.masking import OPEN, Words
from infra.time_travel.version_tables import ALWAYS, UNTIL, known_at, versions_of
from projections.engine.bulk_writes import insert
from projections.engine.encryption import UNSEALED, RowCipher
from projections.engine.projection import Projection
from projections.engine.rows import Rows
from projections.engine.tables import TableOf

R = TypeVar("R")
_AT_ONCE = 500


class RowsAsOf(Rows[R]):
    """A view's rows as they were known at a position; what they hold in words is fetched now."""

    def __init__(self, of: TableOf[R], connection: Connection, rows: Any, words: Words) -> None:
        super().__init__(of, connection, "", False, UNSEALED)
        self.table = rows
        self.of = cast(TableOf[R], _Telling(of, words))

    def where(self, *, order: str = "", newest_first: bool = False, **given: Any) -> list[R]:
        rows = super().where(order=order, newest_first=newest_first, **given)
        if rows and order not in self.of.index and isinstance(getattr(rows[0], order, 0), str):
            # In the table there may have been marks: the order is that of the words.
            rows.sort(key=lambda row: str(getattr(row, order)), reverse=newest_first)
        return rows


class VersionedRows(Rows[R]):
    """Keeps each new state of a row beside those before it. ``learning`` tells the position."""

    def __init__(self, of: TableOf[R], projection: Projection, start: int) -> None:
        super().__init__(of, projection.connection, "", start == 0, UNSEALED)
        self._of, self._projection, self._start = of, projection, start
        self._columns = known_at(of, ALWAYS - 1).c
        self._now: dict[Any, R | None] = {}
        self._made: dict[Any, dict[int, R]] = {}
        self._wanted: list[Any] = []

    def get(self, key: Any) -> R | None:
        if key not in self._now:
            if not self.is_new:
                self._fetch_these([key, *(each for each in self._wanted if each not in self._now)])
            self._wanted = []
        return self._now.get(key)

    def put(self, row: R) -> None:
        key = getattr(row, self.of.key)
        self._now[key] = row
        self._made.setdefault(key, {})[self._start + self._projection.learning] = row

    def expect(self, keys: Iterable[Any]) -> None:
        if self.of.is_by_stream:
            self._wanted = list(dict.fromkeys(keys))

    def flush(self) -> None:
        rows: list[R] = []
        known: list[tuple[int, int]] = []
        for states in self._made.values():
            ends = [*list(states)[1:], ALWAYS]
            rows += states.values()
            known += zip(states, ends, strict=True)
        if rows:
            table = versions_of(self._of)
            if not self.is_new:
                self._end(table)
            columns = [*self.of.encode(rows, UNSEALED), *map(list, zip(*known, strict=True))]
            insert(self.connection, table, cast(Sequence[Sequence[Any]], columns))
        self._made.clear()

    def _end(self, table: Table) -> None:
        """The states that were the last ones are so no longer."""
        key = table.c[self.of.key]
        ended = [
            {"b_key": _plain(each), "b_until": next(iter(states))}
            for each, states in self._made.items()
        ]
        key_is, until_is = _bound("b_key", key), _bound("b_until", table.c[UNTIL])
        last = table.update().where(key == key_is, table.c[UNTIL] == ALWAYS)
        self.connection.execute(last.values({UNTIL: until_is}), ended)

    def _fetch_these(self, keys: list[Any]) -> None:
        self._now |= dict.fromkeys(keys)
        columns: ReadOnlyColumnCollection[str, Any] = self._columns
        for start in range(0, len(keys), _AT_ONCE):
            wanted = map(_plain, keys[start : start + _AT_ONCE])
            query = select(*columns).where(columns[self.of.key].in_(list(wanted)))
            for values in self.connection.execute(query):
                row = self.of.decode(values, UNSEALED)
                self._now[getattr(row, self.of.key)] = row


class _Telling:
    """A declared table that puts the words back in place of their marks as rows are read."""

    def __init__(self, of: TableOf[Any], words: Words) -> None:
        self._of, self._words = of, words

    def decode(self, values: Iterable[Any], seal: RowCipher) -> Any:
        kept = tuple(values)
        row = self._of.decode(kept, seal)
        marked = any(OPEN in each for each in kept if isinstance(each, str))
        return self._words.unmasked(row) if marked else row

    def __getattr__(self, name: str) -> Any:
        return getattr(self._of, name)


def _bound(name: str, column: Any) -> Any:
    return bindparam(name, type_=column.type)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
