"""Agencies by standards in one audit, and how each rating moved since the audit before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from events.assurance.audit_tool import Standard
from projections.assurance.audit_return_rows import Return

_ORDER = {"red": 1, "amber": 2, "green": 3}
Returns = Mapping[str, Return]


@dataclass(frozen=True)
class Cell:
    """``rating`` is the one agreed, else the agency's own; empty where none is submitted."""

    agency: str
    rating: str
    agreed: bool
    good: str
    change: str
    before: str


@dataclass(frozen=True)
class Row:
    standard: Standard
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Sums:
    """What an agency's submitted return says in all: good practice counts as much as the rest."""

    agency: str
    submitted: bool
    good: int
    to_improve: int
    better: int
    worse: int


@dataclass(frozen=True)
class Grid:
    rows: tuple[Row, ...]
    sums: tuple[Sums, ...]


def grid_of(
    standards: Sequence[Standard], agencies: Sequence[str], now: Returns, before: Returns
) -> Grid:
    """Only what was submitted counts. Standards are the same where their names are."""
    rows = tuple(
        Row(standard, tuple(_cell(standard.name, agency, now, before) for agency in agencies))
        for standard in standards
    )
    sums = [_sums(agency, at, rows, now) for at, agency in enumerate(agencies)]
    return Grid(rows, tuple(sums))


def _cell(standard: str, agency: str, now: Returns, before: Returns) -> Cell:
    said, was = _submitted(now, agency), _submitted(before, agency)
    answer, earlier = said and said.of(standard), was and was.of(standard)
    rating, old = answer.stands if answer else "", earlier.stands if earlier else ""
    return Cell(
        agency,
        rating,
        bool(answer and answer.agreed),
        answer.good if answer else "",
        _change(rating, old),
        old,
    )


def _change(rating: str, old: str) -> str:
    """In words: better, worse, the same, or why nothing can be said."""
    if not rating:
        return ""
    if not old:
        return "new"
    if rating == old:
        return "the same"
    if rating in _ORDER and old in _ORDER:
        return "better" if _ORDER[rating] > _ORDER[old] else "worse"
    return "not comparable"


def _sums(agency: str, at: int, rows: Sequence[Row], now: Returns) -> Sums:
    cells = [row.cells[at] for row in rows]
    return Sums(
        agency,
        _submitted(now, agency) is not None,
        sum(bool(cell.good) for cell in cells),
        sum(cell.rating in {"red", "amber"} for cell in cells),
        sum(cell.change == "better" for cell in cells),
        sum(cell.change == "worse" for cell in cells),
    )


def _submitted(returns: Returns, agency: str) -> Return | None:
    found = returns.get(agency)
    return found if found and found.submitted_on else None
