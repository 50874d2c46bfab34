"""Days and periods as a document states them: to the day, the month, the year, or not at all."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year"]
_PRECISIONS: dict[int, Precision] = {3: "day", 2: "month", 1: "year"}


@dataclass(frozen=True)
class PartialDate:
    """A day as far as it was stated: ``2020-03-31``, ``2020-03`` or ``2020``.

    Raises ``ValueError`` where the text is no such day.
    """

    text: str

    def __post_init__(self) -> None:
        if self.precision == "day":
            date.fromisoformat(self.text)
        elif not (len(self.text) in {4, 7} and self.first):
            raise ValueError(self.text)

    @property
    def precision(self) -> Precision:
        return _PRECISIONS[len(self.text.split("-"))]

    @property
    def first(self) -> date:
        """The first day it can mean."""
        year, month, day = (*map(int, self.text.split("-")), 1, 1)[:3]
        return date(year, month, day)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        first = self.first
        if self.precision == "day":
            return first
        month = 12 if self.precision == "year" else first.month
        return date(first.year, month, calendar.monthrange(first.year, month)[1])

    def __str__(self) -> str:
        """In words: 31 March 2020, March 2020, 2020."""
        first = self.first
        month = f"{calendar.month_name[first.month]} {first.year}"
        return {"day": f"{first.day} {month}", "month": month, "year": str(first.year)}[
            self.precision
        ]


@dataclass(frozen=True)
class Period:
    """A stretch of days, inclusive at both ends; either end may be stated to the month only.

    Raises ``ValueError`` where it ends before it starts.
    """

    start: PartialDate
    end: PartialDate

    def __post_init__(self) -> None:
        if self.end.last < self.start.first:
            raise ValueError(f"{self.end} is before {self.start}")

    @property
    def days(self) -> int:
        """How many days it has, both ends counted."""
        return (self.end.last - self.start.first).days + 1

    def holds(self, day: PartialDate) -> bool:
        """Whether some day that ``day`` can mean lies in this period."""
        return day.first <= self.end.last and self.start.first <= day.last

    def overlaps(self, other: Period) -> bool:
        return self.start.first <= other.end.last and other.start.first <= self.end.last

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
