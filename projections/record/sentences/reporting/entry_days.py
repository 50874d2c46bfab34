"""The days that were given to entries of reports, in sentences."""

from __future__ import annotations

from events.reporting import entry_day


def sentence(fact: entry_day.EntryDayFact) -> str:
    why = f", because {fact.why.rstrip('.')}" if fact.why else ""
    return f"Something recorded was given another day in reports, {fact.day}{why}."
