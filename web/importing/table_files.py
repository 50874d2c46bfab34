"""Tables that people send: CSV or XLSX by content. They are read as words and never run."""

from __future__ import annotations

from web.importing.csv_files import read_csv
from web.importing.table import LARGEST, MOST_LETTERS, MOST_ROWS, WIDEST, NotATable, Rows, Table
from web.importing.xlsx_files import read_xlsx

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_table(data: bytes) -> Table:
    """The table of a file. Raises ``NotATable``, which says what to do."""
    if not data:
        raise NotATable("Choose a file with a table in it.")
    if len(data) > LARGEST:
        raise NotATable("The file is larger than 1 MB. Send it in parts.")
    if data.startswith(_OLD):
        raise NotATable("This is an old or locked Excel file. Save it as XLSX with no password.")
    table = read_xlsx(data) if data.startswith(_ZIP) else read_csv(data)
    return Table(within_bounds(table.rows), table.note)


def within_bounds(rows: Rows) -> Rows:
    """Rows without empty ones at the end. Raises ``NotATable`` if there are none, or too many."""
    while rows and not any(rows[-1]):
        rows = rows[:-1]
    if len(rows) < 2:
        raise NotATable("There is no row below the names of the columns.")
    if len(rows) - 1 > MOST_ROWS:
        raise NotATable(f"There are more than {MOST_ROWS:,} rows. Send it in parts.")
    if max(map(len, rows)) > WIDEST:
        raise NotATable(f"There are more than {WIDEST} columns. Take the template.")
    if sum(len(cell) for row in rows for cell in row) > MOST_LETTERS:
        raise NotATable(f"There are more than {MOST_LETTERS:,} letters. Send it in parts.")
    return rows
