"""A point in the record: known at a position, or in force on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from events.fact import Fact


@dataclass(frozen=True)
class AsOf:
    """Up to which position the record is known, and on which day it is to be in force.

    ``in_force`` is none where facts of any day count.
    """

    position: int
    in_force: date | None = None

    def holds(self, fact: Fact) -> bool:
        """Whether a fact that is known counts: what no source gives a day for always does."""
        if self.in_force is None:
            return True
        day = fact.true_on
        return day is None or day.first <= self.in_force
