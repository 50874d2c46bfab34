"""Disclosure control of counts of children: small counts hidden, others rounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from projections.counts.count_table import HIDDEN, WITHHELD, Arc, Counts, PublishedTable

FEW, STEP = 8, 5
NOTE = f"Small numbers are hidden: {HIDDEN} is 1 to {FEW - 1}; others are to the nearest {STEP}."


def protected(count: int) -> str:
    """1 to 7 hidden, all else rounded to five."""
    return HIDDEN if 0 < count < FEW else f"{round(count / STEP) * STEP:,}"


def in_words(count: int) -> str:
    """How many young people, as a public page may say it; empty for nobody."""
    if not count:
        return ""
    shown = protected(count)
    return "A few young people" if shown == HIDDEN else f"About {shown} young people"


def range_of(shown: str) -> tuple[int, int]:
    """From what to what a count may be that is shown so."""
    if shown == WITHHELD:
        return 0, 10**9
    if shown == HIDDEN:
        return 1, FEW - 1
    middle = int(shown.replace(",", ""))
    return (max(middle - 2, FEW), middle + 2) if middle else (0, 0)


def publish(counts: Counts) -> PublishedTable:
    """Every cell by the rule, each total by itself; fewer totals where any could be worked out."""
    rows, columns = counts.rows, counts.columns
    cells = tuple(tuple(map(protected, row)) for row in counts.cells)
    across = tuple(protected(sum(row)) for row in counts.cells)
    down = tuple(protected(sum(column)) for column in zip(*counts.cells, strict=True))
    total = protected(sum(map(sum, counts.cells)))
    hide = (WITHHELD,)
    for totals in ((across, down, total), (hide * len(rows), hide * len(columns), total)):
        shown = PublishedTable(rows, columns, cells, *totals)
        if not worked_out(counts, shown):
            return shown
    return PublishedTable(rows, columns, cells, hide * len(rows), hide * len(columns), WITHHELD)


def published_within(counts: Counts) -> PublishedTable | None:
    """Cells beside a total that is known anyway; none where that would give any cell away.

    None too where the total itself is hidden: its parts would tell more of it.
    """
    whole = publish(counts)
    hide = (WITHHELD,)
    cells, total = whole.cells, protected(sum(map(sum, counts.cells)))
    shown = PublishedTable(
        counts.rows,
        counts.columns,
        cells,
        hide * len(counts.rows),
        hide * len(counts.columns),
        total,
    )
    return None if total in ("0", HIDDEN) or worked_out(counts, shown) else shown


def worked_out(counts: Counts, shown: PublishedTable) -> list[Arc]:
    """Each hidden count that everything else which is shown leaves only one value for.

    Rows, columns and totals are a flow around a circle, so a count is free to differ by one just
    where the others make room for it: where a way leads around it.
    """
    arcs = dict(_flow(counts, shown))
    return [arc for arc, (_, words) in arcs.items() if words == HIDDEN and not _can_move(arc, arcs)]


def _flow(counts: Counts, shown: PublishedTable) -> Iterator[tuple[Arc, tuple[int, str]]]:
    """Row totals flow into rows, cells from rows to columns, and columns into the whole."""
    yield ("end", "start"), (sum(map(sum, counts.cells)), shown.total)
    for at, row in enumerate(counts.cells):
        yield ("start", f"row {at}"), (sum(row), shown.row_totals[at])
        for to, count in enumerate(row):
            yield (f"row {at}", f"column {to}"), (count, shown.cells[at][to])
    for to, column in enumerate(zip(*counts.cells, strict=True)):
        yield (f"column {to}", "end"), (sum(column), shown.column_totals[to])


def _can_move(arc: Arc, arcs: dict[Arc, tuple[int, str]]) -> bool:
    (start, end), (count, words) = arc, arcs[arc]
    low, high = range_of(words)
    rooms = _rooms({other: held for other, held in arcs.items() if other != arc})
    return (count < high and _leads(rooms, end, start)) or (
        count > low and _leads(rooms, start, end)
    )


def _rooms(arcs: dict[Arc, tuple[int, str]]) -> dict[str, list[str]]:
    """To which place one more can go from which: along what may grow, against what may shrink."""
    found: dict[str, list[str]] = {}
    for (start, end), (count, words) in arcs.items():
        low, high = range_of(words)
        if count < high:
            found.setdefault(start, []).append(end)
        if count > low:
            found.setdefault(end, []).append(start)
    return found


def _leads(rooms: dict[str, list[str]], start: str, end: str) -> bool:
    seen, ways = {start}, [start]
    while ways:
        for place in rooms.get(ways.pop(), ()):
            if place == end:
                return True
            if place not in seen:
                seen.add(place)
                ways.append(place)
    return False


def protected_parts(counts: Mapping[str, int]) -> tuple[str, dict[str, str]]:
    """The sum and its parts; no part where the sum itself is hidden, for it would tell on all.

    The sum is not given where a hidden part could be worked out with it.
    """
    if not counts:
        return "0", {}
    shown = publish(Counts(("all",), tuple(counts), (tuple(counts.values()),)))
    parts = dict(zip(shown.columns, shown.cells[0], strict=True))
    return shown.total, {} if shown.total == HIDDEN else parts
