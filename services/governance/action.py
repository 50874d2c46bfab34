"""Saying how an agreed action gets on, moving its day with a reason, telling what it changed."""

from __future__ import annotations

from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.governance.action import (
    ActionDueDayMoved,
    ActionFact,
    ActionImpactNoted,
    ActionProgressNoted,
)
from events.period import PartialDate
from services.ledger import Service, State, opens
from services.refusals import Missing


def evolve(note: State | None, fact: ActionFact) -> State:
    match fact:
        case ActionProgressNoted() | ActionDueDayMoved() | ActionImpactNoted():
            return State(fact.originator_id, fact.originator_version)
        case _:
            assert_never(fact)


def note_progress(
    stream: UUID, provenance: Provenance, *, subject: UUID, action: str, progress: str
) -> ActionProgressNoted:
    if not progress:
        raise Missing("Say how far it has come.", field="progress")
    return ActionProgressNoted(stream, 1, provenance, subject, action, progress)


def move_due_day(
    stream: UUID, provenance: Provenance, *, subject: UUID, action: str, due: PartialDate, why: str
) -> ActionDueDayMoved:
    """Raises ``Missing`` without a reason: a day that moves silently is no promise."""
    if not why:
        raise Missing("Say why the day moves.", field="why")
    return ActionDueDayMoved(stream, 1, provenance, subject, action, due, why)


def note_impact(
    stream: UUID, provenance: Provenance, *, subject: UUID, action: str, impact: str
) -> ActionImpactNoted:
    if not impact:
        raise Missing("Say what changed for children.", field="impact")
    return ActionImpactNoted(stream, 1, provenance, subject, action, impact)


class ActionService(Service[State]):
    evolve = staticmethod(evolve)
    note_progress = opens(note_progress)
    move_due_day = opens(move_due_day)
    note_impact = opens(note_impact)
