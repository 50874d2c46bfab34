"""The remembered headings of tables, in sentences."""

from __future__ import annotations

from events.reporting import import_headings


def sentence(fact: import_headings.ImportFact) -> str:
    return f"The headings of your own tables were remembered: {', '.join(fact.theirs)}."
