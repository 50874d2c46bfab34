"""Checking a table: the columns it has, what each row says, and which cell is wrong.

A row is no ``Command``: it is a line of a file, and all rows are recorded in one save.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from openpyxl.utils import get_column_letter
from werkzeug.datastructures import MultiDict

from events.fact import Fact, Provenance
from services.change import Change
from services.refusals import Refusal
from web.forms.sent import load
from web.importing.checked_table import CORRECTS, NEW, THERE, CheckedRow, CheckedTable
from web.importing.table import Rows
from web.importing.table_header import header_of, is_total
from web.importing.table_kind import Given, Judge, Kind, Take
from web.site.authentication import who
from web.site.tenancy import here


class _Check:
    """Checks row by row. A valid row becomes a change, any other a problem named by its cell."""

    def __init__(self, kind: Kind, header: list[str], number: int) -> None:
        self.kind, self.header, self.number = kind, header, number
        named = {" ".join(name.split()).casefold(): at for at, name in enumerate(header)}
        self.at = {c.field: named.get(c.label.casefold()) for c in kind.columns}
        self.problems: list[str] = []
        self.changes: list[Change] = []
        self.taken: list[tuple[int, Mapping[str, str], tuple[str, ...]]] = []
        self._said: dict[tuple[Any, ...], int] = {}

    def missing(self) -> list[str]:
        """Needed columns that the table lacks."""
        gone = [c.label for c in self.kind.columns if c.needed and self.at[c.field] is None]
        return [
            f"Row {self.number}: there is no column called {label}. Name it so, or take the "
            "template."
            for label in gone
        ]

    def row(self, number: int, cells: list[str], take: Take) -> None:
        said = {field: self._cell(cells, at) for field, at in self.at.items()}
        given, errors = load(self.kind.form, MultiDict(said))
        for field, message in errors.items():
            self._wrong(number, field, said, message)
        if errors or self._again(number, said, given):
            return
        shown = tuple(_shown(given[column.field]) for column in self.kind.columns)
        try:
            self.changes.append(take(_provenance_of(self.kind, said), given))
            self.taken.append((number, said, shown))
        except Refusal as refusal:
            self._wrong(number, refusal.at, said, refusal.said)

    def plan(self) -> list[CheckedRow]:
        """Asks the ledger what each row would change."""
        lines = []
        planned, corrects = here.ledger.plan(self.changes), self.kind.corrects()
        for (number, said, shown), outcome in zip(self.taken, planned, strict=True):
            if isinstance(outcome, Refusal):
                self._wrong(number, outcome.at, said, outcome.said)
            else:
                lines.append(CheckedRow(number, shown, _outcome_name(outcome, corrects)))
        return lines

    def _again(self, number: int, said: Mapping[str, str], given: Given) -> bool:
        same = tuple(str(given[field]).casefold() for field in self.kind.same)
        first = self._said.setdefault(same, number)
        if first != number:
            field = self.kind.same[0]
            self._wrong(number, field, said, f"Row {first} says this already. Keep one of them.")
        return first != number

    def _cell(self, cells: list[str], at: int | None) -> str:
        return cells[at] if at is not None and at < len(cells) else ""

    def _wrong(self, number: int, field: str, said: Mapping[str, str], message: str) -> None:
        """Adds a problem, and names its cell by row, letter and label as a spreadsheet does."""
        known = field if field in self.at else self.kind.columns[0].field
        label = next(c.label for c in self.kind.columns if c.field == known)
        at, typed = self.at[known], said.get(known, "")
        where = f"column {get_column_letter(at + 1)} ({label})" if at is not None else label
        quoted = f" “{typed[:60]}”" if typed else " (empty)"
        self.problems.append(f"Row {number}, {where}{quoted}: {message}")


def check(kind: Kind, rows: Rows) -> CheckedTable:
    """What the table would record, or everything that is wrong with it.

    Skips titles above the names of the columns, and rows of totals.
    """
    at = header_of(kind, rows)
    checking = _Check(kind, rows[at], at + 1)
    if gone := checking.missing():
        return CheckedTable([], gone, [])
    take, notes = kind.taker(), []
    for number, cells in enumerate(rows[at + 1 :], at + 2):
        if is_total(cells):
            notes.append(f"Row {number} was taken for a total, so it is left out.")
        elif any(cells):
            checking.row(number, cells, take)
    lines = checking.plan()
    return CheckedTable(lines, checking.problems, checking.changes, tuple(notes))


def _provenance_of(kind: Kind, said: Mapping[str, str]) -> Provenance:
    """The key is made from the words of the row, so that a row that adds is recorded once.

    A row that replaces a value must not have such a key: 5, then 7, then 5 again must end as 5.
    """
    words = "\x1f".join((kind.title, *(said[column.field] for column in kind.columns)))
    key = sha256(words.encode()).hexdigest()[:32]
    return Provenance(str(who.id), f"told by {who.role}, from a table", None, key)


def _shown(given: object) -> str:
    """The value as it was read, a day in words."""
    return "" if given is None else str(given)


def _outcome_name(outcome: list[Fact], corrects: Judge) -> str:
    if not outcome:
        return THERE
    return CORRECTS if corrects(outcome) else NEW
