"""XLSX as spreadsheets save it: cells as shown, merged cells filled, nothing run."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import closing
from typing import Any

from openpyxl import Workbook, load_workbook

from web.importing.cells import shown
from web.importing.table import MOST_ROWS, WIDEST, NotATable, Rows, Table

_UNPACKED, _PARTS, _CELLS = 3 * 1024 * 1024, 200, (MOST_ROWS + 2) * (WIDEST + 1)
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_DECLARED = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_BOUNDS = {"max_row": MOST_ROWS + 2, "max_col": WIDEST + 1}


def read_xlsx(data: bytes) -> Table:
    """The first sheet. A formula is the value that the file last had for it.

    Raises ``NotATable``, which names a cell whose formula has no value.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            found = _refuse_bombs(packed)
        if b"<f" in found:
            _refuse_unknown_values(data)
        return Table(_rows(data, merged=b"<mergeCell" in found))
    except NotATable:
        raise
    except Exception:  # a file that is broken on purpose may fail in any way
        raise NotATable from None


def workbook_of(names: list[str]) -> bytes:
    """An XLSX file with these names of columns and nothing else."""
    book, made = Workbook(write_only=True), io.BytesIO()
    book.create_sheet("Table").append(names)
    book.save(made)
    return made.getvalue()


def _rows(data: bytes, *, merged: bool) -> Rows:
    book = _opened(data, read_only=not merged)
    with closing(book):
        sheet = book.worksheets[0]
        rows = [[shown(cell) for cell in row] for row in sheet.iter_rows(**_BOUNDS)]
        for area in sheet.merged_cells.ranges if merged else ():
            _fill(rows, area)
        return [_trimmed(row) for row in rows]


def _fill(rows: Rows, area: Any) -> None:
    """Repeats a merged cell in each row and column that it covers."""
    words = rows[area.min_row - 1][area.min_col - 1]
    for row in rows[area.min_row - 1 : area.max_row]:
        for at in range(area.min_col - 1, min(area.max_col, len(row))):
            row[at] = words


def _refuse_unknown_values(data: bytes) -> None:
    """Raises ``NotATable`` if the program that saved a formula never worked it out."""
    with closing(_opened(data)) as values, closing(_opened(data, data_only=False)) as formulas:
        known = values.worksheets[0].iter_rows(**_BOUNDS, values_only=True)
        for row, found in zip(formulas.worksheets[0].iter_rows(**_BOUNDS), known, strict=False):
            for cell, value in zip(row, found, strict=False):
                if value is None and cell.data_type == "f":
                    raise NotATable(
                        f"Cell {cell.coordinate} holds a formula, and the file does not hold its "
                        "value. Open it in Excel, save it, and send that."
                    )


def _opened(data: bytes, *, read_only: bool = True, data_only: bool = True) -> Any:
    return load_workbook(
        io.BytesIO(data), read_only=read_only, data_only=data_only, keep_links=False
    )


def _refuse_bombs(packed: zipfile.ZipFile) -> bytes:
    """The sheets, unpacked.

    Raises ``NotATable`` if they would unpack to too much, by their stated size or by entities.
    """
    parts = packed.infolist()
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
        raise NotATable("This file unpacks to far more than a table needs. Save it again.")
    sheets = b""
    for part in parts:
        content = packed.read(part)
        if any(declared in content for declared in _DECLARED):
            raise NotATable
        if sum(1 for _ in _CELL.finditer(content)) > _CELLS:
            raise NotATable("This file has far more cells than a table needs. Save it again.")
        if "worksheets/" in part.filename:
            sheets += content
    return sheets


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row
