"""Headings of tables are not for a report."""

from __future__ import annotations

from events.reporting import import_headings


def entry(fact: import_headings.ImportFact) -> None:
    return
