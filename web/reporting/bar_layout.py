"""Where the bars of a chart stand: below each other, or side by side over time."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from web.reporting.charts import Bar
from web.reporting.priority_progress import PriorityBar

_WIDTH, _LETTERS, _LETTER, _SHORTEST_ROOM = 352, 46, 9, 80  # of bars and their labels
_LINE, _BAR, _GAP = 17, 18, 8
_TIME_ROW, _HIGHEST_BAR, _TIME_WIDTH = 82, 30, 352


class LabelledBar(NamedTuple):
    """A bar below its label: ``lines`` are the words on their lines, ``y`` the top of the bar."""

    lines: list[tuple[int, str]]
    number: float | None
    shown: str
    y: int
    length: int


class PlacedBar(NamedTuple):
    """A bar with its place: ``number`` is none if hidden. ``x``, ``y`` is a corner."""

    label: str
    number: float | None
    shown: str
    x: int
    y: int
    length: int


class PlacedRow(NamedTuple):
    """One label of a chart over time, and its bars on the line ``y``."""

    label: str
    y: int
    bars: list[PlacedBar]


def placed(rows: Sequence[tuple[str, float | None, str]]) -> list[LabelledBar]:
    """Bars below each other, as wide as a phone: a long label takes several lines."""
    most = max((number for _, number, _ in rows if number), default=1)
    room = max((len(shown) for _, _, shown in rows), default=0) * _LETTER
    longest, found, top = max(_WIDTH - room, _SHORTEST_ROOM), [], 0
    for label, number, shown in rows:
        words = wrap(label, _LETTERS) or [""]
        lines = [(top + _LINE * at + 14, line) for at, line in enumerate(words)]
        bar = top + _LINE * len(words) + 3
        found.append(LabelledBar(lines, number, shown, bar, _length(number, most, longest)))
        top = bar + _BAR + _GAP
    return found


class Segment(NamedTuple):
    """A part of a bar: ``stripes`` is the path that fills it where it is late."""

    kind: str
    x: int
    width: int
    stripes: str


class SegmentedBar(NamedTuple):
    """A bar of parts, its label above it and its numbers in words below."""

    lines: list[tuple[int, str]]
    segments: list[Segment]
    in_words: str
    y: int


def segmented(rows: Sequence[PriorityBar]) -> list[SegmentedBar]:
    """Bars of what is done, goes on and is late, below each other."""
    most, found, top = max((each.total for each in rows), default=1), [], 0
    for row in rows:
        words = wrap(row.label, _LETTERS) or [""]
        lines = [(top + _LINE * at + 14, line) for at, line in enumerate(words)]
        y = top + _LINE * len(words) + 3
        found.append(SegmentedBar(lines, _segments(row, most, y), row.in_words, y))
        top = y + _BAR + _LINE + _GAP * 2
    return found


def segments_height(rows: Sequence[PriorityBar]) -> int:
    """How high the drawing of these bars is."""
    return segmented(rows)[-1].y + _BAR + _LINE + 6 if rows else 0


def _segments(row: PriorityBar, most: int, y: int) -> list[Segment]:
    found, x = [], 1
    for kind, many in (("done", row.done), ("going on", row.going_on), ("late", row.late)):
        width = round(many / max(most, 1) * (_WIDTH - 2))
        if width:
            edges = range(x + 3, x + width, 5) if kind == "late" else ()
            found.append(Segment(kind, x, width, "".join(f"M{at} {y}v{_BAR}" for at in edges)))
            x += width
    return found


def bars_height(rows: Sequence[tuple[str, float | None, str]]) -> int:
    """How high the drawing of these bars is."""
    bars = placed(rows)
    return bars[-1].y + _BAR + 4 if bars else 0


def placed_over_time(
    rows: Sequence[tuple[str, Sequence[Bar]]], columns: Sequence[str]
) -> list[PlacedRow]:
    """Bars side by side: a row per label, a bar per column."""
    every = [bar.number for _, bars in rows for bar in bars if bar.number]
    most, wide = max(every, default=1), column_width(columns)
    found = []
    for row, (label, bars) in enumerate(rows):
        floor = row * _TIME_ROW + 112
        stand = [(bar, _length(bar.number, most, _HIGHEST_BAR)) for bar in bars]
        drawn = [
            PlacedBar(bar.label, bar.number, bar.shown, at * wide, floor - length, length)
            for at, (bar, length) in enumerate(stand)
        ]
        found.append(PlacedRow(label, floor, drawn))
    return found


def column_width(columns: Sequence[str]) -> int:
    return _TIME_WIDTH // len(columns)


def _length(number: float | None, most: float, longest: int) -> int:
    return round((number or 0) / most * longest)
