"""CSV as spreadsheets save it: any delimiter, any common encoding, with or without ``sep=;``."""

from __future__ import annotations

import csv
import io
import re

from services.spreadsheet_text import spreadsheet_text
from web.importing.table import NotATable, Table
from web.site.cleaned_text import cleaned

# Excel writes this line above a table and reads the delimiter from it. It is no row.
_SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?\r?\n", re.IGNORECASE)
WINDOWS = (
    "It is not in UTF-8, so it was read as Windows letters (cp1252). Look whether names with "
    "accents are right before you record it."
)


def read_csv(data: bytes) -> Table:
    """Rows have the numbers of the file, so a line ``sep=;`` leaves an empty row.

    Raises ``NotATable``.
    """
    text, note = _decoded(data)
    if "\0" in text:
        raise NotATable
    named = _SEPARATOR.match(text)
    below = text[named.end() :] if named else text
    delimiter = named[1] if named else _delimiter(below)
    try:
        rows = [
            [cleaned(cell).strip() for cell in row]
            for row in csv.reader(io.StringIO(below, newline=""), delimiter=delimiter)
        ]
    except (csv.Error, TypeError):
        raise NotATable from None
    return Table([[], *rows] if named else rows, note)


def _delimiter(text: str) -> str:
    """The delimiter that is most frequent in the first lines. A title above the table has none."""
    first = "\n".join(text.split("\n", 10)[:10])
    return max(",;\t", key=first.count)


def _decoded(data: bytes) -> tuple[str, str]:
    try:
        text, is_windows = spreadsheet_text(data)
    except UnicodeDecodeError:
        raise NotATable from None
    return text, WINDOWS if is_windows else ""
