"""Standards of an audit tool from a sheet that somebody sends, as if its rows had been pasted."""

from __future__ import annotations

from web.assurance.standards_editor import is_headed
from web.importing.table_files import read_table

_MOST_TITLES = 30  # rows above the names of the columns


def pasted_from(content: bytes) -> str:
    """The rows of a CSV or XLSX file, below the names of its columns, apart by tabs.

    Raises ``NotATable``, which says what to do.
    """
    rows = [_trimmed(row) for row in read_table(content).rows]
    rows = [row for row in rows if row]
    heads = (at for at, row in enumerate(rows[:_MOST_TITLES]) if is_headed(row))
    below = next(heads, -1) + 1
    return "\n".join("\t".join(row) for row in rows[below:])


def _trimmed(row: list[str]) -> list[str]:
    """The cells on one line each, without empty ones at the end."""
    cells = [" ".join(cell.split()) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells
