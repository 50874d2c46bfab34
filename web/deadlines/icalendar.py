"""What is due as an iCalendar file (RFC 5545): whole days, and no words about a person."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache

from icalendar import Calendar, Event, Timezone

from events.uk_time import UK
from web.deadlines.deadline_lines import DeadlineLine

_PRODUCT = "-//Earshot//Deadlines//EN"
_FIRST, _LAST = date(2025, 1, 1), date(2040, 1, 1)


def calendar_of(
    slug: str, name: str, lines: Iterable[DeadlineLine], *, address: str, now: datetime
) -> bytes:
    """An entry for each line that has a day or month. The same line always has the same UID.

    A calendar has at least one component (RFC 5545, 3.6), so the UK's clock is always in it.
    """
    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("x-wr-calname", f"Deadlines, {name}")
    made.add_component(_uk_clock())
    for line in lines:
        if line.due:
            made.add_component(_event(slug, line, address, now))
    return bytes(made.to_ical())


@cache
def _uk_clock() -> Timezone:
    return Timezone.from_tzid(UK.key, first_date=_FIRST, last_date=_LAST)


def _event(slug: str, line: DeadlineLine, address: str, now: datetime) -> Event:
    event, day = Event(), line.due.last if line.due else now.date()
    named = hashlib.sha256(f"{slug}/{line.key}".encode()).hexdigest()[:32]
    event.add("uid", f"{named}@earshot")
    event.add("dtstamp", now)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", line.plainly)
    rule = line.how.rule if line.how else ""
    event.add("description", f"{rule}\n{address}".strip())
    event.add("transp", "TRANSPARENT")
    return event
