"""Who was heard, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from projections.counts.frozen_periods import Span


@dataclass(frozen=True)
class Voice:
    """One submission: which tally it stands in, and no words."""

    feedback_id: UUID
    tally: str


@dataclass(frozen=True)
class DayTally:
    """How many told us of the like on a day; ``counts_on`` is another where that was published.

    ``many`` is what counts for a period, ``live`` how many of them were not taken back.
    """

    key: str
    day: str
    counts_on: str
    about: str
    age_band: str
    demo: bool
    many: int = 0
    live: int = 0


@dataclass(frozen=True)
class AskedGroup:
    """A group that was or will be asked together; ``day`` is empty until it was."""

    id: UUID
    group: str
    theme: str
    demo: bool
    day: str = ""
    came: int | None = None
    cancelled: bool = False


@dataclass(frozen=True)
class Stretch:
    """A period that is declared, or that a report is about; ``closed`` once that is published."""

    key: str
    label: str
    first: str
    last: str
    closed: bool = False

    @property
    def span(self) -> Span:
        return Span(self.first, self.last)


def by_group(row: AskedGroup) -> tuple[str, str, str]:
    return row.group.casefold(), row.day, str(row.id)


def nobody_in(names: Sequence[str], counts: Sequence[int]) -> list[str]:
    """The rows or columns of a table that nobody stands in; those that did not say left out."""
    return [name for name, count in zip(names, counts, strict=True) if name and not count]
