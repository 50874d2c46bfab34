"""What the yearly report counts and lists, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args
from uuid import UUID

from events.fact import Fact
from events.vocabulary import Feeling
from projections.engine.rows import Rows
from projections.reporting.entries import Entry

FEELINGS = (*get_args(Feeling)[1:], "")


@dataclass(frozen=True)
class FeltSubmission:
    """One submission, as far as a report counts it: the day it counts on, how it felt, no more."""

    feedback_id: UUID
    day: str
    feeling: str


@dataclass(frozen=True)
class Day:
    """How many submissions of one feeling count on a day."""

    key: str
    day: str
    feeling: str
    many: int = 0


def with_days_given(entries: Rows[Entry], key: str) -> Iterator[Entry]:
    """The entry of a fact, then the same with each day that it was given since.

    Asks by key, for a search of the table misses what the same page of facts added.
    """
    row, given = entries.get(key), 0
    while row is not None:
        yield row
        given += 1
        row = entries.get(f"{key}+{given}")


def supersede_all(entries: Rows[Entry], fact: Fact) -> None:
    """What was recorded on the fact's stream before it stands no longer, but in final reports."""
    for version in range(1, fact.originator_version):
        for row in with_days_given(entries, f"{fact.originator_id}:{version}"):
            if not row.superseded:
                entries.put(replace(row, superseded=fact.micros))


def order_of(row: Entry) -> int:
    return row.order


def first_of(row: Entry) -> str:
    return row.first
