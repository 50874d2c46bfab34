"""Read tables declared by a frozen dataclass: folded in memory, written back in one statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeVar, cast, get_type_hints, overload
from uuid import UUID

from sqlalchemy import Column, Index, MetaData, Table

from projections.engine.columns import column_type, kind_of, reader, stored
from projections.engine.encryption import RowCipher, is_personal
from projections.engine.rows import Rows

R = TypeVar("R")
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
            kept[self.name].expect(projection.expected)
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


def fields_of(index: str | tuple[str, ...]) -> tuple[str, ...]:
    """The fields of an index, of one or of several."""
    return (index,) if isinstance(index, str) else index
