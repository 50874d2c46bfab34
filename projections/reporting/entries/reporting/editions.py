"""The editions of a report are not for a report."""

from __future__ import annotations

from typing import assert_never

from events.reporting import edition


def entry(fact: edition.EditionFact) -> None:
    match fact:
        case edition.EditionAsked() | edition.EditionKept() | edition.EditionsWithdrawn():
            return
        case _:
            assert_never(fact)
