"""Opening to young people and closing again, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.governance import opening


def sentence(fact: opening.OpeningFact) -> str:
    match fact:
        case opening.OpenedToYoungPeople():
            return "Opened to young people: they may tell us something."
        case opening.ClosedToYoungPeople():
            until = f" until {fact.until}" if fact.until else ""
            return f"Closed to young people{until}: {fact.why.rstrip('.')}."
        case _:
            assert_never(fact)
