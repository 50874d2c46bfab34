"""Progress of an agreed action: notes, another due day with a reason, its impact."""

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
from services.change import Change, Decided
from services.command import Service, opening_command
from services.refusals import Missing
from services.state import State


def evolve(state: State, fact: ActionFact) -> State:
    match fact:
        case ActionProgressNoted() | ActionDueDayMoved() | ActionImpactNoted():
            return state
        case _:
            assert_never(fact)


def note_progress(
    note: State, provenance: Provenance, *, subject: UUID, action: str, progress: str
) -> ActionProgressNoted:
    if not progress:
        raise Missing("Say how far it has come.", field="progress")
    return ActionProgressNoted(
        *note.next(provenance), subject=subject, action=action, progress=progress
    )


def move_due_day(
    note: State, provenance: Provenance, *, subject: UUID, action: str, due: PartialDate, why: str
) -> ActionDueDayMoved:
    """Moves the due day. Raises ``Missing`` without a reason."""
    if not why:
        raise Missing("Say why the day moves.", field="why")
    return ActionDueDayMoved(
        *note.next(provenance), subject=subject, action=action, due=due, why=why
    )


def note_impact(
    note: State, provenance: Provenance, *, subject: UUID, action: str, impact: str
) -> ActionImpactNoted:
    if not impact:
        raise Missing("Say what changed for children.", field="impact")
    return ActionImpactNoted(*note.next(provenance), subject=subject, action=action, impact=impact)


class ActionService(Service[State]):
    evolve = staticmethod(evolve)
    note_progress = opening_command(note_progress)
    move_due_day = opening_command(move_due_day)
    note_impact = opening_command(note_impact)


WHY = "A table that was brought in gives this day."


def agreed_already(stream: UUID, provenance: Provenance) -> Change:
    return Change(stream, provenance, evolve, lambda _: ())


def moving(
    stream: UUID, provenance: Provenance, subject: UUID, action: str, due: PartialDate
) -> Change:
    """``stream`` is named by the action and how often its day was moved, so once is once."""

    def decide(note: State) -> Decided:
        if note.version:
            return ()
        return move_due_day(note, provenance, subject=subject, action=action, due=due, why=WHY)

    return Change(stream, provenance, evolve, decide)
