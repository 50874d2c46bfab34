"""Another day for what was recorded, as far as reports go: it had none, or a wrong one."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact
from events.period import PartialDate


@dataclass(frozen=True)
class EntryDayGiven(Fact):
    """``item`` is the key of the fact that reports place by its day: its stream and version."""

    TOPIC = "report_entry.day_given"
    PERSONAL = frozenset()
    DAY = "day"
    item: str
    day: PartialDate
    why: str


EntryDayFact = EntryDayGiven
