"""Whether young people may tell us something: opened by the partnership, and closed again."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact
from events.period import PartialDate


@dataclass(frozen=True)
class OpenedToYoungPeople(Fact):
    """Everything was in place. ``checked`` names what was looked at, in the words of the list."""

    TOPIC = "opening.opened"
    PERSONAL = frozenset()
    checked: tuple[str, ...]


@dataclass(frozen=True)
class ClosedToYoungPeople(Fact):
    """Nobody reads messages now. ``why`` is shown to young people; ``until`` may be unknown."""

    TOPIC = "opening.closed"
    PERSONAL = frozenset()
    DAY = ""
    why: str
    until: PartialDate | None


OpeningFact = OpenedToYoungPeople | ClosedToYoungPeople
