"""Editions of a report that are kept, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.reporting import edition


def sentence(fact: edition.EditionFact) -> str:
    match fact:
        case edition.EditionAsked():
            return "An edition of the report was asked for, to be kept."
        case edition.EditionKept():
            return _edition_kept(fact)
        case edition.EditionsWithdrawn():
            return _editions_withdrawn(fact)
        case _:
            assert_never(fact)


def _edition_kept(fact: edition.EditionKept) -> str:
    return (
        f"An edition of the report was kept: {fact.version}, {fact.form}, {fact.size:,} bytes, "
        f"SHA-256 {fact.digest}."
    )


def _editions_withdrawn(fact: edition.EditionsWithdrawn) -> str:
    return f"Earlier editions of the report are no longer public. Why: {fact.why.rstrip('.')}."
