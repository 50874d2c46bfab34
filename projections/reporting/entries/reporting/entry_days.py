"""The day of an entry is not an entry itself: the report moves the entry."""

from __future__ import annotations

from events.reporting import entry_day


def entry(fact: entry_day.EntryDayFact) -> None:
    return
