"""Working days in England: Monday to Friday, less the bank holidays that are known today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.metadata import version

import holidays

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """Which days are worked. ``version`` is recorded with each day that was counted by it.

    ``proclaimed`` are bank holidays that the library does not know yet.
    """

    version: str
    proclaimed: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.proclaimed and day not in _closed(day.year)

    def after(self, day: date, working_days: int) -> date:
        """That many working days later; the day itself is day 0."""
        return self._walk(day, working_days, _DAY)

    def before(self, day: date, working_days: int) -> date:
        """That many working days earlier."""
        return self._walk(day, working_days, -_DAY)

    def between(self, day: date, other: date) -> int:
        """The working days after ``day`` up to ``other``; below 0 where it is earlier."""
        if other < day:
            return -self.between(other, day)
        days = (other - day).days
        return sum(self.is_working(day + _DAY * n) for n in range(1, days + 1))

    def _walk(self, day: date, working_days: int, step: timedelta) -> date:
        while working_days:
            day += step
            working_days -= self.is_working(day)
        return day


# Bank holidays that were proclaimed but are not in the library yet go into ``proclaimed`` here,
# with a new name for the version. None is missing of the days that were checked.
ENGLAND = Calendar(f"holidays {version('holidays')}, England")


@cache
def _closed(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
