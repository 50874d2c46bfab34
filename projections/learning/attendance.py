"""Who came to sessions of a course, as numbers: by agency, and summed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from events.learning.course import Sector


@dataclass(frozen=True)
class Counted:
    """One agency at one session: numbers, never names."""

    agency: str
    sector: Sector
    booked: int
    attended: int
    no_shows: int


@dataclass(frozen=True)
class Totals:
    """Counted from attendance: sessions at which people were counted, and how many they were."""

    sessions: int
    booked: int
    attended: int
    no_shows: int

    def __add__(self, other: Totals) -> Totals:
        return Totals(
            self.sessions + other.sessions,
            self.booked + other.booked,
            self.attended + other.attended,
            self.no_shows + other.no_shows,
        )


def totals_from(sessions: int, counted: Iterable[Counted]) -> Totals:
    each = list(counted)
    return Totals(
        sessions,
        sum(one.booked for one in each),
        sum(one.attended for one in each),
        sum(one.no_shows for one in each),
    )
