"""One row of a table of actions that are agreed already: nothing new, or another day."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.period import PartialDate
from services.governance.action import evolve, move_due_day
from services.ledger import Change, Decided
from services.state import State

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
