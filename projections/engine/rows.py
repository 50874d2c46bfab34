"""Rows of one read table in use: read when asked for, changed in memory, written back at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from sqlalchemy import Connection, Select

from projections.engine.bulk_writes import insert, upsert
from projections.engine.encryption import RowCipher
from projections.engine.row_queries import counting, plain, selecting, shape_of

if TYPE_CHECKING:
    from projections.engine.tables import TableOf

R = TypeVar("R")
_AT_ONCE = 500
_REMEMBERED = 50_000
_ALL = slice(None)


class _KnownRow(Generic[R]):
    """What is known of one key: its row, whether the table may have it, whether to write it."""

    __slots__ = ("in_table", "is_changed", "row")

    def __init__(self, row: R | None, in_table: bool) -> None:
        self.row, self.in_table, self.is_changed = row, in_table, False


class Rows(Generic[R]):
    """One table in use: reads what is asked for, remembers what changed, writes it back at once.

    While ``is_new``, what it does not remember is not in the table.
    """

    def __init__(
        self, of: TableOf[R], connection: Connection, suffix: str, is_new: bool, seal: RowCipher
    ) -> None:
        self.of, self.connection, self.table, self.seal = of, connection, of.table(suffix), seal
        self.is_new = is_new
        self._known: dict[Any, _KnownRow[R]] = {}
        self._changed: list[_KnownRow[R]] = []
        self._expected: dict[Any, None] = {}

    def get(self, key: Any) -> R | None:
        if key not in self._known:
            self._fetch(key)
        return self._known[key].row

    def put(self, row: R) -> None:
        key = getattr(row, self.of.key)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _KnownRow(row, not self.is_new)
        known.row = row
        if not known.is_changed:
            known.is_changed = True
            self._changed.append(known)

    def change(self, key: Any, how: Callable[[R], R]) -> None:
        """Changes the row of that key, where there is one."""
        row = self.get(key)
        if row is not None:
            self.put(how(row))

    def where(
        self, *, order: str = "", newest_first: bool = False, page: slice = _ALL, **equal: Any
    ) -> list[R]:
        """Rows with columns equal to these values, or to one of a tuple of values.

        ``order`` names a column; ``page`` says which of them, counted from 0.
        """
        query = selecting(self.table, shape_of(equal), order, newest_first)
        return self.found(query, page, plain(equal))

    def found(
        self, query: Select[Any], page: slice = _ALL, values: dict[str, Any] | None = None
    ) -> list[R]:
        """What a query of whole rows finds. ``values`` fill its places."""
        if page != _ALL:
            query = query.offset(page.start).limit(page.stop - page.start)
        rows = self.connection.execute(query, values or {})
        return [self.of.decode(row, self.seal) for row in rows]

    def count(self, **equal: Any) -> int:
        query = counting(self.table, shape_of(equal))
        return int(self.connection.execute(query, plain(equal)).scalar_one())

    def expect(self, keys: Iterable[Any]) -> None:
        """Says which rows may be asked for: the first question for one of them reads them all."""
        if self.of.is_by_stream and not self.is_new:
            self._expected = dict.fromkeys(keys)

    def flush(self) -> None:
        """Writes back what changed. Must be called inside a transaction."""
        for write, in_table in ((insert, False), (upsert, True)):
            changed = [known for known in self._changed if known.in_table is in_table]
            if changed:
                columns = self.of.encode((cast(R, known.row) for known in changed), self.seal)
                write(self.connection, self.table, columns)
        for known in self._changed:
            known.in_table, known.is_changed = True, False
        self._changed.clear()
        if len(self._known) > _REMEMBERED:
            self._known.clear()
            self.is_new = False

    def _fetch(self, key: Any) -> None:
        wanted = [key]
        if key in self._expected:
            wanted = [each for each in self._expected if each not in self._known]
            self._expected = {}
        for start in range(0, len(wanted), _AT_ONCE):
            self._fetch_all(wanted[start : start + _AT_ONCE])

    def _fetch_all(self, keys: list[Any]) -> None:
        found: dict[Any, R] = {}
        if not self.is_new:
            asked = {self.of.key: tuple(keys)}
            rows = self.found(selecting(self.table, shape_of(asked)), values=plain(asked))
            found = {getattr(row, self.of.key): row for row in rows}
        for key in keys:
            self._known[key] = _KnownRow(found.get(key), key in found)
