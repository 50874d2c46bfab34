"""Tables that people send: CSV and XLSX, told apart by content, read as words and never run."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook, load_workbook

from services.refusals import Refusal
from web.forms.fields import cleaned

LARGEST, MOST_ROWS, WIDEST, MOST_LETTERS = 1024 * 1024, 1000, 40, 300_000
_UNPACKED, _PARTS, _CELLS = 3 * 1024 * 1024, 200, (MOST_ROWS + 2) * (WIDEST + 1)
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ZIP, _OLD, _UTF_16 = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", (b"\xff\xfe", b"\xfe\xff")
_DECLARED = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
WINDOWS = (
    "It is not in UTF-8, so it was read as Windows letters (cp1252). Look whether names with "
    "accents are right before you record it."
)

Rows = list[list[str]]


class NotATable(Refusal):
    words = "This is no table that can be read. Save it as CSV or as XLSX, and send that."
    field = "file"


@dataclass(frozen=True)
class Table:
    """``rows`` as they stand in the file, the first with the names of the columns."""

    rows: Rows
    note: str = ""


def read_table(data: bytes) -> Table:
    """Raises ``NotATable`` with words that say what to do."""
    if not data:
        raise NotATable("Choose a file with a table in it.")
    if len(data) > LARGEST:
        raise NotATable("The file is larger than 1 MB. Send it in parts.")
    if data.startswith(_OLD):
        raise NotATable("This is an old or locked Excel file. Save it as XLSX with no password.")
    table = _xlsx(data) if data.startswith(_ZIP) else _csv(data)
    return Table(within_bounds(table.rows), table.note)


def within_bounds(rows: Rows) -> Rows:
    """Without empty rows at the end. Raises ``NotATable`` where there is nothing, or too much."""
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


def workbook_of(names: list[str]) -> bytes:
    """An XLSX file with these names of columns and nothing else."""
    book, made = Workbook(write_only=True), io.BytesIO()
    book.create_sheet("Table").append(names)
    book.save(made)
    return made.getvalue()


def _csv(data: bytes) -> Table:
    text, note = _decoded(data)
    if "\0" in text:
        raise NotATable
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = [
            [cleaned(cell).strip() for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ]
    except csv.Error:
        raise NotATable from None
    return Table(rows, note)


def _decoded(data: bytes) -> tuple[str, str]:
    try:
        if data.startswith(_UTF_16):
            return data.decode("utf-16"), ""
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), WINDOWS
    except UnicodeDecodeError:
        raise NotATable from None


def _xlsx(data: bytes) -> Table:
    """The first sheet, each formula as the value that its file last had for it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _refuse_bombs(packed)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        with closing(book):
            sheet = book.worksheets[0]
            rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=WIDEST + 1, values_only=True)
            return Table([_trimmed([_cell(value) for value in row]) for row in rows])
    except NotATable:
        raise
    except Exception:  # a file that is broken on purpose may fail in any way
        raise NotATable from None


def _refuse_bombs(packed: zipfile.ZipFile) -> None:
    """Raises ``NotATable`` where it would unpack to too much, by its own word or by entities."""
    parts = packed.infolist()
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
        raise NotATable("This file unpacks to far more than a table needs. Save it anew.")
    for part in parts:
        content = packed.read(part)
        if any(declared in content for declared in _DECLARED):
            raise NotATable
        if sum(1 for _ in _CELL.finditer(content)) > _CELLS:
            raise NotATable("This file has far more cells than a table needs. Save it anew.")


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return cleaned(str(value)).strip()
