"""Days with the month first, as American systems write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from web.importing.table import Rows

_NUMBERS = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})")
_MONTHS = 12


def american(rows: Rows) -> str:
    """The first day of the table that can only have its month first; empty if none does."""
    for cell in _cells(rows):
        found = _NUMBERS.fullmatch(cell)
        if found and int(found[2]) > _MONTHS >= int(found[1]):
            return cell
    return ""


def day_first(rows: Rows) -> Rows:
    """The table with each of its days turned round: 03/25/24 becomes 25/03/24."""
    return [
        [_NUMBERS.sub(r"\2/\1/\3", cell) if _is_day(cell) else cell for cell in r] for r in rows
    ]


def _is_day(cell: str) -> bool:
    return bool(_NUMBERS.fullmatch(cell))


def _cells(rows: Rows) -> Iterable[str]:
    return (cell for row in rows for cell in row)
