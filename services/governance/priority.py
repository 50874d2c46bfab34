"""Priorities of the partnership, the outcomes they aim at, and areas to develop."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.governance.priority import DevelopmentAreaOpened, OutcomeAdopted, PriorityAdopted
from events.period import Period
from services.governance.partnership_state import Partnership
from services.refusals import AlreadyThere


def adopt_priority(
    partnership: Partnership,
    provenance: Provenance,
    *,
    priority: str,
    label: str = "",
    stated_period: str = "",
    period: Period | None = None,
    note: str = "",
) -> PriorityAdopted:
    """``priority`` is its short name here. One that has ended may be adopted again.

    Raises ``AlreadyThere`` where it is in force.
    """
    if priority in partnership.priorities - partnership.ended:
        raise AlreadyThere(
            "This priority is in force already. It goes on until you end it.", field="label"
        )
    return PriorityAdopted(
        *partnership.next(provenance),
        priority=priority,
        label=label,
        stated_period=stated_period,
        period=period,
        note=note,
    )


def adopt_outcome(
    partnership: Partnership,
    provenance: Provenance,
    *,
    label: str,
    decision: UUID | None = None,
    period: Period | None = None,
) -> OutcomeAdopted:
    return OutcomeAdopted(
        *partnership.next(provenance), label=label, decision=decision, period=period
    )


def open_development_area(
    partnership: Partnership, provenance: Provenance, *, label: str, period: Period | None = None
) -> DevelopmentAreaOpened:
    return DevelopmentAreaOpened(*partnership.next(provenance), label=label, period=period)
