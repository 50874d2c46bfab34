"""A table as it was read: its rows, its problems, its changes."""

from __future__ import annotations

from dataclasses import dataclass

from services.change import Change


@dataclass(frozen=True)
class CheckedRow:
    """A row as it was read, and whether it is new."""

    number: int
    cells: tuple[str, ...]
    standing: str


@dataclass(frozen=True)
class CheckedTable:
    """``notes`` name the rows of totals, which are left out."""

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
