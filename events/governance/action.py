"""Progress of an agreed action, whether a decision, an audit or a meeting agreed it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate


@dataclass(frozen=True)
class ActionProgressNoted(Fact):
    """``subject`` is where the action was agreed, ``action`` its name there."""

    TOPIC = "action.progress_noted"
    PERSONAL = frozenset()
    subject: UUID
    action: str
    progress: str


@dataclass(frozen=True)
class ActionDueDayMoved(Fact):
    """A later or earlier day, with the reason; the first day stays on record."""

    TOPIC = "action.due_day_moved"
    PERSONAL = frozenset()
    DAY = ""
    subject: UUID
    action: str
    due: PartialDate
    why: str


@dataclass(frozen=True)
class ActionImpactNoted(Fact):
    """What changed for children because it was done."""

    TOPIC = "action.impact_noted"
    PERSONAL = frozenset()
    subject: UUID
    action: str
    impact: str


ActionFact = ActionProgressNoted | ActionDueDayMoved | ActionImpactNoted
