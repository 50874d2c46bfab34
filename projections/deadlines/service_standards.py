"""The service standard in force: promises, office hours, and how clocks count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.deadlines.deadline import ClockStart
from events.deadlines.service_standard import (
    DigestHourSet,
    DutyContactSet,
    OfficeHoursSet,
    PromiseMade,
    RapidReviewStartChosen,
)
from events.fact import Fact
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Promised:
    """``read_days`` is none where nothing is promised, ``days`` empty where no hours are set."""

    id: UUID
    read_days: int | None = None
    urgent_hours: int | None = None
    days: tuple[str, ...] = ()
    opens: str = ""
    closes: str = ""
    rapid_start: ClockStart = "notification"
    digest_hour: int | None = None
    demo: bool = False
    duty: str = ""

    @property
    def hours_in_words(self) -> str:
        """Monday to Friday, 09:00 to 17:00; or each day by its name."""
        if not self.days:
            return ""
        return f"{_span(self.days)}, {self.opens} to {self.closes}"


NOTHING = Promised(UUID(int=0))


class ServiceStandards(Projection):
    name = "promises"
    version = 2
    promised = TableOf(Promised)

    def apply(self, fact: Fact) -> None:
        match fact:
            case PromiseMade(read_days=days, urgent_hours=hours, demo=demo):
                self._now(fact, read_days=days, urgent_hours=hours, demo=demo)
            case OfficeHoursSet(days=days, opens=opens, closes=closes):
                self._now(fact, days=days, opens=opens, closes=closes)
            case RapidReviewStartChosen(start=start):
                self._now(fact, rapid_start=start)
            case DigestHourSet(hour=hour):
                self._now(fact, digest_hour=hour)
            case DutyContactSet(contact=contact):
                self._now(fact, duty=contact)
            case _:
                pass

    def now(self) -> Promised:
        found = self.promised.where()
        return found[0] if found else NOTHING

    def _now(self, fact: Fact, **said: object) -> None:
        known = self.promised.get(fact.originator_id) or Promised(fact.originator_id)
        self.promised.put(replace(known, **said))  # type: ignore[arg-type]


_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _span(days: tuple[str, ...]) -> str:
    at = sorted(_WEEK.index(day) for day in days)
    if len(at) > 2 and at == list(range(at[0], at[-1] + 1)):
        return f"{_WEEK[at[0]]} to {_WEEK[at[-1]]}"
    return ", ".join(_WEEK[n] for n in at)
