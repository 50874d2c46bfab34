"""The row of a table that names its columns, and the rows of totals."""

from __future__ import annotations

import re

from web.importing.table import Rows
from web.importing.table_kind import Kind

_MOST_TITLES = 30  # rows above the names of the columns
_TOTAL = re.compile(r"(grand |sub-?|overall )?totals?:?")


def header_of(kind: Kind, rows: Rows) -> int:
    """The row that names the columns: the first of those with the most known names."""
    labels = {label.casefold() for label in kind.labels}
    named = [
        len({" ".join(cell.split()).casefold() for cell in row} & labels)
        for row in rows[:_MOST_TITLES]
    ]
    return named.index(max(named))


def is_total(cells: list[str]) -> bool:
    """Whether the first words of a row call it a total."""
    first = next((cell for cell in cells if cell), "")
    return bool(_TOTAL.fullmatch(first.casefold()))
