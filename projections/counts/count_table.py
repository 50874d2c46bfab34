"""Counts in a table, and the table as it is published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Arc = tuple[str, str]
HIDDEN, WITHHELD = "*", "not given"


@dataclass(frozen=True)
class Counts:
    """A table of counts, as they are; for nobody's eyes but the rule's."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class PublishedTable:
    """The same table as it may be read; totals are ``WITHHELD`` where they would give one away."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    row_totals: tuple[str, ...]
    column_totals: tuple[str, ...]
    total: str

    @property
    def has_totals(self) -> bool:
        return WITHHELD not in (*self.row_totals, *self.column_totals)


def table_of(rows: Sequence[str], columns: Sequence[str], cells: dict[Arc, int]) -> Counts:
    """A table of these counts by row and column, 0 where none is given."""
    return Counts(
        tuple(rows),
        tuple(columns),
        tuple(tuple(cells.get((row, column), 0) for column in columns) for row in rows),
    )
