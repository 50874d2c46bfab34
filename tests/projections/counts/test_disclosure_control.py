"""No hidden count of children can be worked out: an attacker with linear programming tries."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from scipy.optimize import linprog

from projections.counts import disclosure_control as protection
from projections.counts.count_table import HIDDEN, WITHHELD, Counts, PublishedTable
from projections.counts.disclosure_control import (
    in_words,
    protected,
    protected_parts,
    publish,
    published_within,
)

Rule = Callable[[Counts], PublishedTable]
ROWS, COLUMNS = tuple("abcdef"), tuple("vwxyz")
TABLES = 64


def tables() -> Iterator[Counts]:
    """Random tables of 6 by 5, from sparse to full, as small counts of children are."""
    chance = random.Random(7)
    for _ in range(TABLES):
        most, empty = chance.choice((3, 9, 14, 40)), chance.choice((0.1, 0.5, 0.85))
        cells = tuple(
            tuple(0 if chance.random() < empty else chance.randint(1, most) for _ in COLUMNS)
            for _ in ROWS
        )
        yield Counts(ROWS, COLUMNS, cells)


def suppress_only(counts: Counts) -> PublishedTable:
    """The weaker rule: small cells hidden, everything else, and every total, as it is."""
    hide = [[HIDDEN if 0 < count < 8 else str(count) for count in row] for row in counts.cells]
    return PublishedTable(
        counts.rows,
        counts.columns,
        tuple(map(tuple, hide)),
        tuple(str(sum(row)) for row in counts.cells),
        tuple(str(sum(column)) for column in zip(*counts.cells, strict=True)),
        str(sum(map(sum, counts.cells))),
    )


def recovered(shown: PublishedTable, exact: bool) -> int:
    """How many hidden counts linear programming leaves one value for."""
    width = len(shown.columns)
    ranges = [_range(words, exact) for row in shown.cells for words in row]
    above, below = _sums(shown, width, exact)
    every = [words for row in shown.cells for words in row]
    hidden = [at for at, words in enumerate(every) if words == HIDDEN]
    return sum(_is_one_value(at, ranges, above, below) for at in hidden)


def _range(words: str, exact: bool) -> tuple[int, int]:
    if exact and words not in (HIDDEN, WITHHELD):
        return int(words), int(words)
    return protection.range_of(words)


def _sums(shown: PublishedTable, width: int, exact: bool) -> tuple[np.ndarray, np.ndarray]:
    """Every total as two inequalities over the cells."""
    size, lines = len(shown.rows) * width, []
    for at, words in enumerate(shown.row_totals):
        lines.append((range(at * width, (at + 1) * width), words))
    for at, words in enumerate(shown.column_totals):
        lines.append((range(at, size, width), words))
    lines.append((range(size), shown.total))
    above, below = [], []
    for places, words in lines:
        row = np.zeros(size)
        row[list(places)] = 1
        low, high = _range(words, exact)
        above += [row, -row]
        below += [high, -low]
    return np.array(above), np.array(below)


def _is_one_value(
    at: int, ranges: list[tuple[int, int]], above: np.ndarray, below: np.ndarray
) -> bool:
    aim = np.zeros(len(ranges))
    ends = []
    for sign in (1, -1):
        aim[at] = sign
        ends.append(sign * linprog(aim, A_ub=above, b_ub=below, bounds=ranges).fun)
    return ends[1] - ends[0] < 0.5


def test_nothing_hidden_is_recovered_from_a_published_table() -> None:
    found = [recovered(publish(counts), exact=False) for counts in tables()]
    assert len(found) >= 60
    assert sum(found) == 0


def test_the_attack_finds_what_a_weaker_rule_gives_away() -> None:
    """Else the test above would prove nothing."""
    assert sum(recovered(suppress_only(counts), exact=True) for counts in tables()) > 20


def test_rounding_alone_gives_some_away_and_the_rule_then_leaves_totals_out() -> None:
    for cells in (((1, 8, 8), (0, 0, 0)), ((1,) * 5, (1,) * 5)):
        counts = Counts(("one", "other"), tuple("abcde")[: len(cells[0])], cells)
        hides = publish(counts)
        assert not protection.worked_out(counts, hides)
    assert WITHHELD in publish(Counts(("one",), tuple("abc"), ((1, 8, 8),))).row_totals


def test_the_rule_agrees_with_the_attack_on_what_is_given_away() -> None:
    for counts in list(tables())[:20]:
        cells = tuple(tuple(map(protected, row)) for row in counts.cells)
        across = tuple(protected(sum(row)) for row in counts.cells)
        down = tuple(protected(sum(column)) for column in zip(*counts.cells, strict=True))
        shown = PublishedTable(
            ROWS, COLUMNS, cells, across, down, protected(sum(map(sum, counts.cells)))
        )
        rule = [arc for arc in protection.worked_out(counts, shown) if arc[0].startswith("row")]
        assert len(rule) == recovered(shown, exact=False)


@pytest.mark.parametrize(
    ("count", "shown", "words"),
    [
        (0, "0", ""),
        (1, "*", "A few young people"),
        (7, "*", "A few young people"),
        (8, "10", "About 10 young people"),
        (12, "10", "About 10 young people"),
        (13, "15", "About 15 young people"),
        (1234, "1,235", "About 1,235 young people"),
    ],
)
def test_small_counts_are_hidden_and_others_rounded(count: int, shown: str, words: str) -> None:
    assert protected(count) == shown
    assert in_words(count) == words
    low, high = protection.range_of(shown)
    assert low <= count <= high


def test_parts_of_a_count_are_shown_by_the_same_rule() -> None:
    assert protected_parts({"sad": 1, "ok": 8, "happy": 8})[0] == WITHHELD
    assert protected_parts({"sad": 7, "happy": 20}) == ("25", {"sad": "*", "happy": "20"})
    assert protected_parts({"sad": 7}) == ("*", {})
    assert protected_parts({}) == ("0", {})


def test_nothing_is_recovered_beside_a_total_that_is_known_anyway() -> None:
    found = [shown for counts in tables() if (shown := published_within(counts))]
    assert len(found) >= 30
    assert sum(recovered(shown, exact=False) for shown in found) == 0
    assert all(shown.total not in (WITHHELD, HIDDEN) for shown in found)


def test_no_part_is_shown_where_it_or_the_whole_would_tell_of_one_child() -> None:
    for cells in (((1, 8, 8),), ((1, 1, 1),), ((0, 0, 0),)):
        assert published_within(Counts(("one",), tuple("abc"), cells)) is None
    assert published_within(Counts(("one",), tuple("abc"), ((3, 20, 12),)))
