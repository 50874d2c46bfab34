"""The day that a message counts on: counts of a period never change once it is published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from events.period import Period

CLOSED = "closed"
_NO_DAY_AFTER = "9999-12-31"


@dataclass(frozen=True)
class Span:
    """A period by its ISO days."""

    first: str
    last: str

    def holds(self, day: str) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class ClosedPeriod:
    """The one row that says of which periods a report is published: their counts stay."""

    key: str
    spans: tuple[Span, ...]


def span_of(period: Period) -> Span:
    return Span(period.start.first.isoformat(), period.end.last.isoformat())


def counting_day(day: str, closed: Sequence[Span]) -> str:
    """The day something counts on: where that is published already, the first day that is not.

    Else the difference between two looks at a published period would tell of one child.
    """
    while span := next((each for each in closed if each.holds(day)), None):
        if span.last == _NO_DAY_AFTER:
            return ""
        day = (date.fromisoformat(span.last) + timedelta(days=1)).isoformat()
    return day


def is_closed(day: str, closed: Sequence[Span]) -> bool:
    return any(each.holds(day) for each in closed)
