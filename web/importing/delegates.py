"""A table with a row for each person at training, as booking systems export it.

It is counted by session and agency. No name of a person is kept: their columns are left out
before, and only counts go on.
"""

from __future__ import annotations

from collections import Counter

from web.importing.headings import STATUS
from web.importing.table import NotATable, Rows

CAME = {"attended", "came", "present", "yes", "y", "complete", "completed", "attendance confirmed"}
DID_NOT = {"did not attend", "dna", "no show", "no-show", "absent", "no", "n", "not attended"}
NEVER = {"cancelled", "canceled", "withdrawn", "declined", "waiting list", "rejected"}
_COUNTS = ("Booked", "Came", "Did not show")
_BY = ("Course", "Day", "Place", "Agency", "Sector")


def is_by_person(rows: Rows) -> bool:
    return any(STATUS in row for row in rows)


def counted(rows: Rows) -> Rows:
    """The same as a table of attendance. Raises ``NotATable`` for a status that is not known."""
    at = next(number for number, row in enumerate(rows) if STATUS in row)
    header = {name: column for column, name in enumerate(rows[at])}
    if missing := [name for name in ("Course", "Day", "Agency") if name not in header]:
        raise NotATable(f"Say which column is {' and which is '.join(missing)}.")
    cells: Counter[tuple[tuple[str, ...], str]] = Counter()
    for number, row in enumerate(rows[at + 1 :], at + 2):
        if any(row):
            by = tuple(row[header[name]] if name in header else "" for name in _BY)
            cells[by, _standing(number, row[header[STATUS]])] += 1
    seats: Counter[tuple[str, ...]] = Counter()
    for (by, standing), many in cells.items():
        seats[by[:3]] += many if standing else 0
    found = []
    for by in dict.fromkeys(by for by, _ in cells):
        came, missed = cells[by, "Came"], cells[by, "Did not show"]
        if came + missed:
            numbers = (seats[by[:3]], came + missed, came, missed)
            found.append([*by[:4], by[4] or "other", *map(str, numbers)])
    return [[*_BY, "Places", *_COUNTS], *found]


def _standing(number: int, status: str) -> str:
    plain = " ".join(status.split()).casefold()
    if plain in CAME:
        return "Came"
    if plain in DID_NOT:
        return "Did not show"
    if plain in NEVER:
        return ""
    raise NotATable(
        f"Row {number} says “{status[:40]}” of what happened. Write attended, did not attend or "
        "cancelled."
    )
