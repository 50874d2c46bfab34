"""Read tables declared by a frozen dataclass: folded in memory, written back in one statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import cached_property, partial
from typing import Any, Generic, Literal, TypeVar, cast, get_origin, get_type_hints, overload
from uuid import UUID

import msgspec
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Index,
    MetaData,
    Table,
    Text,
    func,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

R = TypeVar("R")
_PLAIN: dict[Any, Any] = {str: Text, int: BigInteger, bool: Boolean}
_INSERT: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
_AT_ONCE = 500


class TableOf(Generic[R]):
    """A read table with a column for each field of ``row``; the first field is its key.

    Declared as an attribute of a projection, where it gives the projection's own ``Rows``.
    """

    def __init__(self, row: type[R], *, index: Sequence[str] = ()) -> None:
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
            kept[self.name] = Rows(self, projection.connection, projection.suffix)
        return kept[self.name]

    def table(self, suffix: str = "") -> Table:
        """The table itself; a ``suffix`` names the copy that a rebuild fills."""
        return self._tables.setdefault(suffix, self._declare(suffix))

    def decode(self, values: Iterable[Any]) -> R:
        pairs = zip(self._decoders, values, strict=True)
        return self.row(*[read(value) if read else value for read, value in pairs])

    def encode(self, row: R) -> dict[str, Any]:
        return {
            name: write(getattr(row, name)) if write else getattr(row, name)
            for name, write in self._encoders
        }

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
    def _types(self) -> list[Any]:
        hints = get_type_hints(self.row)
        return [str if get_origin(hints[name]) is Literal else hints[name] for name in self._names]

    @cached_property
    def _decoders(self) -> list[Callable[[Any], Any] | None]:
        return [_decoder(kind) for kind in self._types]

    @cached_property
    def _encoders(self) -> list[tuple[str, Callable[[Any], Any] | None]]:
        return list(zip(self._names, map(_encoder, self._types), strict=True))

    def _declare(self, suffix: str) -> Table:
        name = self.name + suffix
        columns = [
            Column(field, _PLAIN.get(kind, Text), primary_key=not at, autoincrement=False)
            for at, (field, kind) in enumerate(zip(self._names, self._types, strict=True))
        ]
        table = Table(name, MetaData(), *columns)
        for field in self.index:
            Index(f"{name}_by_{field}", table.c[field])
        return table


class Rows(Generic[R]):
    """One table in use: reads what is asked for, remembers what changed, writes it back at once."""

    def __init__(self, of: TableOf[R], connection: Connection, suffix: str) -> None:
        self.of, self.connection, self.table = of, connection, of.table(suffix)
        self._seen: dict[Any, R | None] = {}
        self._changed: dict[Any, None] = {}
        self.is_new = False

    def get(self, key: Any) -> R | None:
        if key not in self._seen:
            self._seen[key] = None if self.is_new else self._fetch(key)
        return self._seen[key]

    def put(self, row: R) -> None:
        key = getattr(row, self.of.key)
        self._seen[key] = row
        self._changed[key] = None

    def change(self, key: Any, how: Callable[[R], R]) -> None:
        """Changes the row of that key, where there is one."""
        row = self.get(key)
        if row is not None:
            self.put(how(row))

    def where(self, *, order: str = "", newest_first: bool = False, **equal: Any) -> list[R]:
        """Rows whose columns equal what is given; ``order`` names a column."""
        columns = self.table.c
        query = select(self.table).where(*self._equal(equal))
        if order:
            query = query.order_by(columns[order].desc() if newest_first else columns[order])
        return [self.of.decode(row) for row in self.connection.execute(query)]

    def count(self, **equal: Any) -> int:
        query = select(func.count()).select_from(self.table).where(*self._equal(equal))
        return self.connection.execute(query).scalar_one()

    def prefetch(self, keys: Iterable[Any]) -> None:
        """Reads the rows of many keys at once, before facts about them are applied."""
        if self.is_new or not self.of.is_by_stream:
            return
        wanted = [key for key in dict.fromkeys(keys) if key not in self._seen]
        column = self.table.c[self.of.key]
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            self._seen.update(dict.fromkeys(part))
            query = select(self.table).where(column.in_([_plain(key) for key in part]))
            for values in self.connection.execute(query):
                row = self.of.decode(values)
                self._seen[getattr(row, self.of.key)] = row

    def flush(self) -> None:
        """Writes back what changed. Must be called inside a transaction."""
        if not self._changed:
            return
        rows = [self.of.encode(cast(R, self._seen[key])) for key in self._changed]
        insert = _INSERT[self.connection.dialect.name](self.table)
        others = {name: insert.excluded[name] for name in rows[0] if name != self.of.key}
        upsert = insert.on_conflict_do_update(index_elements=[self.of.key], set_=others)
        self.connection.execute(upsert, rows)
        self._changed.clear()

    def _equal(self, equal: dict[str, Any]) -> list[ColumnElement[bool]]:
        columns = self.table.c
        return [columns[name] == _plain(value) for name, value in equal.items()]

    def _fetch(self, key: Any) -> R | None:
        query = select(self.table).where(self.table.c[self.of.key] == _plain(key))
        values = self.connection.execute(query).first()
        return None if values is None else self.of.decode(values)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value


def _encoder(kind: Any) -> Callable[[Any], Any] | None:
    if kind in _PLAIN:
        return None
    return str if kind is UUID else lambda value: msgspec.json.encode(value).decode()


def _decoder(kind: Any) -> Callable[[Any], Any] | None:
    if kind in _PLAIN:
        return None
    return UUID if kind is UUID else partial(msgspec.json.decode, type=kind)
