"""Quarters of a period, counted from its first month, which is not always a calendar's."""

from __future__ import annotations

from calendar import month_abbr

_MONTHS = 3


def quarter_of(day: str, first: str) -> str:
    """In words: Apr to Jun 2026. ``day`` and ``first``, the period's first day, are ISO days."""
    start = _month(first) + (_month(day) - _month(first)) // _MONTHS * _MONTHS
    return _in_words(start)


def quarters_in(first: str, last: str) -> tuple[str, ...]:
    """All quarters of a period, in order; the last may be shorter."""
    return tuple(_in_words(month) for month in range(_month(first), _month(last) + 1, _MONTHS))


def _month(day: str) -> int:
    """Months since the year 0."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _in_words(start: int) -> str:
    end = start + _MONTHS - 1
    return f"{month_abbr[start % 12 + 1]} to {month_abbr[end % 12 + 1]} {end // 12}"
