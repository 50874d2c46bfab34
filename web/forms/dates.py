"""Days as people in the UK write them: 2026-11-21, 21/11/2026, 21 November 2026, November 2026."""

from __future__ import annotations

import calendar
import re

from events.period import PartialDate

HINT = "As 21 November 2026, or November 2026 where only the month is known."
_ISO = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_NAMED = re.compile(r"(?:([0-9]{1,2}) )?([a-z]+) ([0-9]{4})")
_MONTHS = {
    name.lower(): f"{number:02}"
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}


def read_day(text: str) -> PartialDate:
    """A day, a month or a year. Raises ``ValueError`` where the text is none."""
    tidied = " ".join(text.lower().replace(",", " ").split())
    if _ISO.fullmatch(tidied):
        return PartialDate(tidied)
    if found := _SLASHED.fullmatch(tidied):
        return PartialDate(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}")
    found = _NAMED.fullmatch(tidied)
    if not found or found[2] not in _MONTHS:
        raise ValueError(f"{text!r} is no day")
    day = f"-{int(found[1]):02}" if found[1] else ""
    return PartialDate(f"{found[3]}-{_MONTHS[found[2]]}{day}")
