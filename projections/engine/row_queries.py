"""Queries of one read table, each made once: from question to question only its values differ."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Table, bindparam, func, select

Shape = tuple[tuple[str, bool], ...]
_KEPT = 2_000


def shape_of(equal: dict[str, Any]) -> Shape:
    """The columns that are asked about, each with whether it may have one of many values."""
    return tuple((name, isinstance(value, tuple)) for name, value in equal.items())


def plain(equal: dict[str, Any]) -> dict[str, Any]:
    """The values as a table keeps them."""
    return {
        name: [_plain(each) for each in value] if isinstance(value, tuple) else _plain(value)
        for name, value in equal.items()
    }


@lru_cache(_KEPT)
def selecting(
    table: Table, shape: Shape, order: str = "", newest_first: bool = False
) -> Select[Any]:
    """Asks for whole rows, ordered by a column if ``order`` names one."""
    query = select(table).where(*_equal(table, shape))
    if order:
        query = query.order_by(table.c[order].desc() if newest_first else table.c[order])
    return query


@lru_cache(_KEPT)
def counting(table: Table, shape: Shape) -> Select[Any]:
    """Asks how many rows there are."""
    return select(func.count()).select_from(table).where(*_equal(table, shape))


def _equal(table: Table, shape: Shape) -> list[ColumnElement[bool]]:
    return [
        table.c[name].in_(bindparam(name, expanding=True))
        if is_one_of
        else table.c[name] == bindparam(name)
        for name, is_one_of in shape
    ]


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
