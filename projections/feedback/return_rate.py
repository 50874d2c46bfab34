"""The share of young people who come back to see what became of their message. It is public."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from events.fact import Fact
from events.feedback.feedback import CameBack, FeedbackSubmitted
from projections.engine.projection import Projection
from projections.engine.tables import TableOf

FEWEST = 20  # with fewer, a share would tell of single children


@dataclass(frozen=True)
class Month:
    """What happened in a month such as 2026-11; what was made up is not counted."""

    month: str
    told: int = 0
    back: int = 0


class ReturnRate(Projection):
    name = "return_rate"
    version = 2
    months = TableOf(Month)

    def apply(self, fact: Fact) -> None:
        match fact:
            case FeedbackSubmitted(demo=False):
                row = self._month(fact)
                self.months.put(replace(row, told=row.told + 1))
            case CameBack():
                row = self._month(fact)
                self.months.put(replace(row, back=row.back + 1))
            case _:
                pass

    def in_ten(self, today: date) -> int | None:
        """How many of ten came back in the last twelve months; none where too few told us.

        The month that is not over counts for nothing yet: nobody sees a child come back.
        """
        first, now = f"{today.year - 1}-{today.month:02}", f"{today.year}-{today.month:02}"
        rows = [row for row in self.months.where() if first <= row.month < now]
        told = sum(row.told for row in rows)
        if told < FEWEST:
            return None
        return min(10, round(10 * sum(row.back for row in rows) / told))

    def _month(self, fact: Fact) -> Month:
        month = fact.recorded_on.text[: len("2026-11")]
        return self.months.get(month) or Month(month)
