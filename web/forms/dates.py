"""Days as people in the UK write them: 21/11/2026, 21 November 2026, 21-Nov-26, November 2026."""

from __future__ import annotations

import calendar
import re
from datetime import date

from events.period import PartialDate

HINT = "As 21 November 2026, or November 2026 where only the month is known."
FIRST_YEAR, LAST_YEAR = 1900, 2100  # a year outside these is a typing error
_TURN = 70  # a year of two digits below this is of this century, any other of the last
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[t ][0-9:.]+(?:z|[+-][0-9:]+)?)?)?)?")
_NUMBERS = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})")
_NAMED = re.compile(
    r"(?:(?:[a-z]+day )?([0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ -])?([a-z]+)[ -]([0-9]{4}|[0-9]{2})"
)
_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr, ("",) * 9 + ("Sept",))
    for number, name in enumerate(names)
    if name
}


class NotADay(ValueError):  # noqa: N818 - an answer to the person who typed
    """The text is no day. ``words`` say what was understood."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def read_day(text: str) -> PartialDate:
    """A day, a month or a year. In ``03/10/24`` the day comes first. Raises ``NotADay``."""
    tidied = " ".join(text.lower().replace(",", " ").split())
    if found := _ISO.fullmatch(tidied):
        return _partial(text, *(int(part) if part else None for part in found.groups()))
    if found := _NUMBERS.fullmatch(tidied):
        day, month, year = int(found[1]), int(found[2]), _year(found[3])
        if month > 12 and day <= 12:
            raise NotADay(
                f"“{text}” has no month {month}. Write the day first: {month}/{day}/{year}."
            )
        return _partial(text, year, month, day)
    found = _NAMED.fullmatch(tidied)
    if not found or found[2] not in _MONTHS:
        raise NotADay(f"“{text[:60]}” is no day that we understand.")
    day_of = int(found[1]) if found[1] else None
    return _partial(text, _year(found[3]), _MONTHS[found[2]], day_of)


def _year(digits: str) -> int:
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (2000 if number < _TURN else 1900)


def _partial(
    text: str, year: int | None, month: int | None = None, day: int | None = None
) -> PartialDate:
    """Raises ``NotADay`` if the calendar has no such day, or the year cannot be meant."""
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADay(f"“{text}” reads as the year {year}. Write the year with four digits.")
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        said = f"{day} {calendar.month_name[month]} {year}" if month and month <= 12 else text
        raise NotADay(f"“{text}” reads as {said}, and there is no such day.") from None
    parts = (f"{year:04}", *(f"{part:02}" for part in (month, day) if part))
    return PartialDate("-".join(parts))
