"""The duty rota in force: who is on duty on a day, and whom alerts go to besides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from events.deadlines.duty import (
    AlertTimeSet,
    DutyPatternSet,
    DutySwapped,
    DutyTeamSet,
    FrontDoorSet,
    OutOfHoursContactSet,
)
from events.fact import Fact
from events.office_hours import WEEKDAYS
from projections.engine.encryption import Personal
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class DutyWeekday:
    """Who is on duty on each such day, in the order in which they are told."""

    weekday: str
    people: tuple[UUID, ...]


@dataclass(frozen=True)
class DutySwap:
    """Who is on duty on one day (ISO) instead of the usual people."""

    day: str
    people: tuple[UUID, ...]


@dataclass(frozen=True)
class DutyContacts:
    """The addresses and numbers besides the rota. ``minutes`` is 0 where none were set."""

    id: UUID
    team_email: Personal = ""
    team_phone: Personal = ""
    out_of_hours: str = ""
    out_of_hours_email: Personal = ""
    out_of_hours_phone: Personal = ""
    minutes: int = 0
    front_door: str = ""
    front_door_phone: str = ""

    @property
    def has_team(self) -> bool:
        return bool(self.team_email or self.team_phone)

    @property
    def has_out_of_hours(self) -> bool:
        return bool(self.out_of_hours_email or self.out_of_hours_phone)


NOTHING = DutyContacts(UUID(int=0))


class DutyRota(Projection):
    name = "duty_rota"
    weekdays = TableOf(DutyWeekday)
    swaps = TableOf(DutySwap)
    contacts = TableOf(DutyContacts)

    def apply(self, fact: Fact) -> None:
        match fact:
            case DutyPatternSet(days=days, people=people):
                for day in days:
                    self.weekdays.put(DutyWeekday(day, people))
            case DutySwapped(day=day, people=people):
                self.swaps.put(DutySwap(day.text, people))
            case DutyTeamSet(email=email, phone=phone):
                self._now(fact, team_email=email, team_phone=phone)
            case OutOfHoursContactSet(name=name, email=email, phone=phone):
                self._now(
                    fact, out_of_hours=name, out_of_hours_email=email, out_of_hours_phone=phone
                )
            case AlertTimeSet(minutes=minutes):
                self._now(fact, minutes=minutes)
            case FrontDoorSet(name=name, phone=phone):
                self._now(fact, front_door=name, front_door_phone=phone)
            case _:
                pass

    def on(self, day: date) -> tuple[UUID, ...]:
        """Who is on duty that day, the first first. Nobody where nothing is set."""
        swapped = self.swaps.get(day.isoformat())
        if swapped and swapped.people:
            return swapped.people
        usual = self.weekdays.get(WEEKDAYS[day.weekday()])
        return usual.people if usual else ()

    def week(self) -> dict[str, tuple[UUID, ...]]:
        """The usual people of each weekday that has any, from Monday."""
        known = {row.weekday: row.people for row in self.weekdays.where()}
        return {day: known[day] for day in WEEKDAYS if known.get(day)}

    def swaps_from(self, day: date) -> list[DutySwap]:
        """Swaps from that day on, in order."""
        rows = self.swaps.where(order="day")
        return [row for row in rows if row.people and row.day >= day.isoformat()]

    def now(self) -> DutyContacts:
        found = self.contacts.where()
        return found[0] if found else NOTHING

    def _now(self, fact: Fact, **said: object) -> None:
        known = self.contacts.get(fact.originator_id) or DutyContacts(fact.originator_id)
        self.contacts.put(replace(known, **said))  # type: ignore[arg-type]
