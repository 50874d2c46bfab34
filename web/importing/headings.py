"""Other headings than ours: which of theirs stands for which of ours."""

from __future__ import annotations

from collections.abc import Mapping

from web.importing.table import Rows
from web.importing.table_header import header_of
from web.importing.table_kind import Kind

STATUS = "What happened to the person"  # of a table with a row for each person


def plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def headings_in(kind: Kind, rows: Rows, known: Mapping[str, str]) -> list[str]:
    """The headings of the table, each once, from the row that most likely holds them."""
    return [cell for cell in dict.fromkeys(rows[header_row(kind, rows, known)]) if cell]


def header_row(kind: Kind, rows: Rows, known: Mapping[str, str]) -> int:
    """The row with the names of columns: ours, or theirs as they are remembered.

    Where none is known, the first row that is filled as far as most others are.
    """
    at = header_of(kind, rows)
    labels = {plain(label) for label in (*kind.labels, *known)}
    if any(plain(cell) in labels for cell in rows[at]):
        return at
    for number, row in enumerate(rows):
        if {plain(cell) for cell in row} & labels:
            return number
    widths = [sum(map(bool, row)) for row in rows]
    return next(number for number, width in enumerate(widths) if width >= max(widths) * 0.7)


def renamed(kind: Kind, rows: Rows, ours_by_theirs: Mapping[str, str]) -> Rows:
    """The table with our headings and without any other column: names of people go here."""
    at = header_row(kind, rows, ours_by_theirs)
    known = {plain(theirs): ours for theirs, ours in ours_by_theirs.items()}
    known |= {plain(label): label for label in kind.labels}
    kept = [
        (column, known[plain(cell)]) for column, cell in enumerate(rows[at]) if plain(cell) in known
    ]
    below = [
        [row[column] if column < len(row) else "" for column, _ in kept] for row in rows[at + 1 :]
    ]
    return [*([""] * len(kept) for _ in rows[:at]), [label for _, label in kept], *below]
