"""Opening to young people and closing again are not for a report."""

from __future__ import annotations

from typing import assert_never

from events.governance import opening


def entry(fact: opening.OpeningFact) -> None:
    match fact:
        case opening.OpenedToYoungPeople() | opening.ClosedToYoungPeople():
            return
        case _:
            assert_never(fact)
