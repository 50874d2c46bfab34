"""Read tables declared by a frozen dataclass: folded in memory, written back in one statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeVar, cast, get_type_hints, overload
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Index,
    MetaData,
    Select,
    Table,
    func,
    select,
)

from projections.engine.bulk_writes import insert, upsert
from projections.engine.columns import column_type, kind_of, reader, stored
from projections.engine.encryption import RowCipher, is_personal

R = TypeVar("R")
_AT_ONCE = 500
_REMEMBERED = 50_000
_ALL = slice(None)
_NONE_KNOWN = "[]"  # no names, or forgotten ones: nothing to seal


class TableOf(Generic[R]):
    """A read table with a column for each field of ``row``; the first field is its key.

    Declared as an attribute of a projection, where it gives the projection's own ``Rows``.
    """

    def __init__(self, row: type[R], *, index: Sequence[str | tuple[str, ...]] = ()) -> None:
        self.row, self.index = row, index
        self.name = ""

    def __set_name__(self, owner: Any, name: str) -> None:
        self.name = f"{owner.name}_{name}"

    @overload
    def __get__(self, projection: None, owner: Any) -> TableOf[R]: ...
    @overload
    def __get__(self, projection: Any, owner: Any) -> Rows[R]: ...
    def __get__(self, projection: Any, owner: Any) -> TableOf[R] | Rows[R]:
        if projection is None:
            return self
        kept: dict[str, Rows[R]] = projection.kept
        if self.name not in kept:
            kept[self.name] = Rows(
                self, projection.connection, projection.suffix, projection.is_new, projection.seal
            )
        return kept[self.name]

    def table(self, suffix: str = "") -> Table:
        """The table itself; a ``suffix`` names the copy that a rebuild fills."""
        if suffix not in self._tables:
            self._tables[suffix] = self._declare(suffix)
        return self._tables[suffix]

    def decode(self, values: Iterable[Any], seal: RowCipher) -> R:
        held = list(values)
        for at in self._personal:
            if held[at]:
                held[at] = seal.decrypt_field(
                    UUID(held[0]), f"{self.name}.{self._names[at]}", held[at]
                )
            if not held[at] and self._decoders[at]:
                held[at] = _NONE_KNOWN
        pairs = zip(self._decoders, held, strict=True)
        return self.row(*[read(value) if read else value for read, value in pairs])

    def encode(self, rows: Iterable[R], seal: RowCipher) -> list[Sequence[Any]]:
        """A column of stored values for each field, what is personal sealed."""
        columns = list(zip(*map(self._values, rows), strict=True))
        kept = [stored(kind, column) for kind, column in zip(self._types, columns, strict=True)]
        for at in self._personal:
            name, subjects = f"{self.name}.{self._names[at]}", columns[0]
            kept[at] = [
                seal.encrypt_field(subject, name, words) if words not in ("", _NONE_KNOWN) else ""
                for subject, words in zip(subjects, kept[at], strict=True)
            ]
        return kept

    @cached_property
    def key(self) -> str:
        return self._names[0]

    @cached_property
    def is_by_stream(self) -> bool:
        """Whether its key is the stream a fact belongs to."""
        return self._types[0] is UUID

    @cached_property
    def _tables(self) -> dict[str, Table]:
        return {}

    @cached_property
    def _names(self) -> list[str]:
        return [field.name for field in fields(cast(Any, self.row))]

    @cached_property
    def _hints(self) -> list[Any]:
        hints = get_type_hints(self.row, include_extras=True)
        return [hints[name] for name in self._names]

    @cached_property
    def _types(self) -> list[Any]:
        return [kind_of(hint) for hint in self._hints]

    @cached_property
    def _personal(self) -> list[int]:
        return [at for at, hint in enumerate(self._hints) if is_personal(hint)]

    @cached_property
    def _decoders(self) -> list[Callable[[Any], Any] | None]:
        return [reader(kind) for kind in self._types]

    @cached_property
    def _values(self) -> Callable[[R], Any]:
        if len(self._names) == 1:  # of one name, attrgetter gives no tuple
            [only] = self._names
            return lambda row: (getattr(row, only),)
        return attrgetter(*self._names)

    def _declare(self, suffix: str) -> Table:
        name = self.name + suffix
        columns = [
            Column(field, column_type(kind), primary_key=not at, autoincrement=False)
            for at, (field, kind) in enumerate(zip(self._names, self._types, strict=True))
        ]
        table = Table(name, MetaData(), *columns)
        for together in map(fields_of, self.index):
            Index(f"{name}_by_{'_'.join(together)}", *(table.c[each] for each in together))
        return table


class _Place(Generic[R]):
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
        self._places: dict[Any, _Place[R]] = {}
        self._changed: list[_Place[R]] = []
        self._expected: dict[Any, None] = {}

    def get(self, key: Any) -> R | None:
        if key not in self._places:
            self._fetch(key)
        return self._places[key].row

    def put(self, row: R) -> None:
        key = getattr(row, self.of.key)
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = _Place(row, not self.is_new)
        place.row = row
        if not place.is_changed:
            place.is_changed = True
            self._changed.append(place)

    def change(self, key: Any, how: Callable[[R], R]) -> None:
        """Changes the row of that key, where there is one."""
        row = self.get(key)
        if row is not None:
            self.put(how(row))

    def where(
        self,
        *,
        order: str = "",
        newest_first: bool = False,
        page: slice = _ALL,
        **equal: Any,
    ) -> list[R]:
        """Rows whose columns equal what is given, or one of it where it is a tuple.

        ``order`` names a column; ``page`` says which of them, counted from 0.
        """
        columns = self.table.c
        query = select(self.table).where(*self._equal(equal))
        if order:
            query = query.order_by(columns[order].desc() if newest_first else columns[order])
        return self.found(query, page)

    def found(self, query: Select[Any], page: slice = _ALL) -> list[R]:
        """What a query of whole rows finds."""
        if page != _ALL:
            query = query.offset(page.start).limit(page.stop - page.start)
        return [self.of.decode(row, self.seal) for row in self.connection.execute(query)]

    def count(self, **equal: Any) -> int:
        query = select(func.count()).select_from(self.table).where(*self._equal(equal))
        return self.connection.execute(query).scalar_one()

    def expect(self, keys: Iterable[Any]) -> None:
        """Says which rows may be asked for: the first question for one of them reads them all."""
        if self.of.is_by_stream and not self.is_new:
            self._expected = dict.fromkeys(keys)

    def flush(self) -> None:
        """Writes back what changed. Must be called inside a transaction."""
        for write, in_table in ((insert, False), (upsert, True)):
            places = [place for place in self._changed if place.in_table is in_table]
            if places:
                columns = self.of.encode((cast(R, place.row) for place in places), self.seal)
                write(self.connection, self.table, columns)
        for place in self._changed:
            place.in_table, place.is_changed = True, False
        self._changed.clear()
        if len(self._places) > _REMEMBERED:
            self._places.clear()
            self.is_new = False

    def _equal(self, equal: dict[str, Any]) -> list[ColumnElement[bool]]:
        columns = self.table.c
        return [
            columns[name].in_(value) if isinstance(value, tuple) else columns[name] == _plain(value)
            for name, value in equal.items()
        ]

    def _fetch(self, key: Any) -> None:
        wanted = [key]
        if key in self._expected:
            wanted = [each for each in self._expected if each not in self._places]
            self._expected = {}
        for start in range(0, len(wanted), _AT_ONCE):
            self._fetch_all(wanted[start : start + _AT_ONCE])

    def _fetch_all(self, keys: list[Any]) -> None:
        found: dict[Any, R] = {}
        if not self.is_new:
            query = select(self.table).where(self.table.c[self.of.key].in_(map(_plain, keys)))
            rows = (self.of.decode(row, self.seal) for row in self.connection.execute(query))
            found = {getattr(row, self.of.key): row for row in rows}
        for key in keys:
            self._places[key] = _Place(found.get(key), key in found)


def fields_of(index: str | tuple[str, ...]) -> tuple[str, ...]:
    """The fields of an index, of one or of several."""
    return (index,) if isinstance(index, str) else index


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
