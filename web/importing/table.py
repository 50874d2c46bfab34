"""A table as it was sent: rows of words, up to a limit."""

from __future__ import annotations

from dataclasses import dataclass

from services.refusals import Refusal

LARGEST, MOST_ROWS, WIDEST, MOST_LETTERS = 1024 * 1024, 1000, 40, 300_000
Rows = list[list[str]]


class NotATable(Refusal):
    words = "This is no table that can be read. Save it as CSV or as XLSX, and send that."
    field = "file"


@dataclass(frozen=True)
class Table:
    """``rows`` are those of the file, with any titles above the names of the columns."""

    rows: Rows
    note: str = ""
