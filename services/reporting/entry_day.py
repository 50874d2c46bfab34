"""Giving a day to what was recorded without one, or on a wrong one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Provenance
from events.period import PartialDate
from events.reporting.entry_day import EntryDayFact, EntryDayGiven
from services.command import Service, lazy_command
from services.refusals import AlreadyThere
from services.state import State


@dataclass(frozen=True)
class EntryDay(State):
    day: PartialDate | None = None


def evolve(state: EntryDay, fact: EntryDayFact) -> EntryDay:
    return replace(state, day=fact.day)


def give_day(
    entry: EntryDay, provenance: Provenance, *, item: str, day: PartialDate, why: str = ""
) -> EntryDayGiven:
    """Reports that are final keep what they said. Raises ``AlreadyThere`` for the same day."""
    if day == entry.day:
        raise AlreadyThere("It has this day already.", field="day")
    return EntryDayGiven(*entry.next(provenance), item=item, day=day, why=why)


class EntryDayService(Service[EntryDay]):
    evolve = staticmethod(evolve)
    give_day = lazy_command(give_day)

    def stream_for(self, item: str) -> UUID:
        """The stream of the days that were given to one entry."""
        return self.ledger.name_of("entry day", item)
