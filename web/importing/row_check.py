"""What a table can bring in: its columns, what each row says, and what is wrong with which cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from openpyxl.utils import get_column_letter
from werkzeug.datastructures import MultiDict

from events.fact import Fact, Provenance
from services.change import Change
from services.refusals import Refusal
from web.forms.fields import Form
from web.forms.sent import load
from web.importing.table import Rows
from web.site.authentication import who
from web.site.tenancy import here

_MOST_TITLES = 30  # rows above the names of the columns
_TOTAL = re.compile(r"(grand |sub-?|overall )?totals?:?")
Given = dict[str, Any]
Take = Callable[[Provenance, Given], Change]
Judge = Callable[[list[Fact]], bool]


@dataclass(frozen=True)
class Column:
    """``field`` of the form; ``needed`` where each row must say it."""

    field: str
    label: str
    hint: str = ""
    needed: bool = True


@dataclass(frozen=True)
class Kind:
    """What a table brings in. ``taker`` is made once a table, and makes a change of each row.

    ``same`` names what no two rows may both say; ``corrects`` tells a correction from what is new.
    """

    title: str
    help: str
    columns: tuple[Column, ...]
    form: Form
    taker: Callable[[], Take]
    same: tuple[str, ...]
    corrects: Callable[[], Judge] = lambda: lambda _: False

    @property
    def labels(self) -> list[str]:
        return [column.label for column in self.columns]


@dataclass(frozen=True)
class CheckedRow:
    """A row as it was understood, and whether it is new."""

    number: int
    cells: tuple[str, ...]
    standing: str


@dataclass(frozen=True)
class Checked:
    """``notes`` name the rows that were taken for a total, and so are left out."""

    lines: list[CheckedRow]
    problems: list[str]
    changes: list[Change]
    notes: tuple[str, ...] = ()

    @property
    def new(self) -> int:
        return self._count(NEW)

    @property
    def corrected(self) -> int:
        return self._count(CORRECTS)

    @property
    def there(self) -> int:
        return self._count(THERE)

    def _count(self, standing: str) -> int:
        return sum(line.standing == standing for line in self.lines)


NEW, CORRECTS, THERE = "New", "Corrects what was recorded", "Recorded already"


class _Check:
    """A table row by row: what is right becomes a change, what is not a problem by its cell."""

    def __init__(self, kind: Kind, header: list[str], number: int) -> None:
        self.kind, self.header, self.number = kind, header, number
        named = {" ".join(name.split()).casefold(): at for at, name in enumerate(header)}
        self.at = {c.field: named.get(c.label.casefold()) for c in kind.columns}
        self.problems: list[str] = []
        self.changes: list[Change] = []
        self.taken: list[tuple[int, Mapping[str, str], tuple[str, ...]]] = []
        self._said: dict[tuple[Any, ...], int] = {}

    def missing(self) -> list[str]:
        """Columns that must be there and are not."""
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
            self.changes.append(take(_told(self.kind, said), given))
            self.taken.append((number, said, shown))
        except Refusal as refusal:
            self._wrong(number, refusal.at, said, refusal.said)

    def plan(self) -> list[CheckedRow]:
        """Asks the record what each row would do to it."""
        lines = []
        planned, corrects = here.ledger.plan(self.changes), self.kind.corrects()
        for (number, said, shown), outcome in zip(self.taken, planned, strict=True):
            if isinstance(outcome, Refusal):
                self._wrong(number, outcome.at, said, outcome.said)
            else:
                lines.append(CheckedRow(number, shown, _standing(outcome, corrects)))
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
        """Names the cell by row, letter and label, as a spreadsheet shows it."""
        known = field if field in self.at else self.kind.columns[0].field
        label = next(c.label for c in self.kind.columns if c.field == known)
        at, typed = self.at[known], said.get(known, "")
        where = f"column {get_column_letter(at + 1)} ({label})" if at is not None else label
        quoted = f" “{typed[:60]}”" if typed else " (empty)"
        self.problems.append(f"Row {number}, {where}{quoted}: {message}")


def check(kind: Kind, rows: Rows) -> Checked:
    """What the table would record, or everything that is wrong with it.

    Titles above the names of the columns are passed over, and so is a row of totals.
    """
    at = _header_of(kind, rows)
    checking = _Check(kind, rows[at], at + 1)
    if gone := checking.missing():
        return Checked([], gone, [])
    take, notes = kind.taker(), []
    for number, cells in enumerate(rows[at + 1 :], at + 2):
        if _is_total(cells):
            notes.append(f"Row {number} was taken for a total, so it is left out.")
        elif any(cells):
            checking.row(number, cells, take)
    lines = checking.plan()
    return Checked(lines, checking.problems, checking.changes, tuple(notes))


def _header_of(kind: Kind, rows: Rows) -> int:
    """Where the names of the columns stand: in the first row that has the most of them."""
    labels = {label.casefold() for label in kind.labels}
    named = [
        len({" ".join(cell.split()).casefold() for cell in row} & labels)
        for row in rows[:_MOST_TITLES]
    ]
    return named.index(max(named))


def _is_total(cells: list[str]) -> bool:
    """Whether a row adds up those above it: its first words say so."""
    first = next((cell for cell in cells if cell), "")
    return bool(_TOTAL.fullmatch(first.casefold()))


def _told(kind: Kind, said: Mapping[str, str]) -> Provenance:
    """The key is of what the row says: what only ever adds is then recorded once.

    What replaces something must not be keyed so: 5, then 7, then 5 again ends as 5.
    """
    words = "\x1f".join((kind.title, *(said[column.field] for column in kind.columns)))
    key = sha256(words.encode()).hexdigest()[:32]
    return Provenance(str(who.id), f"told by {who.role}, from a table", None, key)


def _shown(given: object) -> str:
    """As it was understood: a day in words."""
    return "" if given is None else str(given)


def _standing(outcome: list[Fact], corrects: Judge) -> str:
    if not outcome:
        return THERE
    return CORRECTS if corrects(outcome) else NEW
