"""Retention periods, set by the partnership. Nothing is kept longer without a reason."""

from __future__ import annotations

from typing import assert_never, get_args
from uuid import UUID

from events.fact import Fact, Provenance
from events.period import PartialDate
from events.privacy.retention import RetainedOutcome, RetentionExtended, RetentionSet
from services.command import Service, lazy_command
from services.ledger import Ledger
from services.refusals import Missing, Refusal
from services.state import State

LONGEST_MONTHS = 12 * 25


class BadRetention(Refusal):
    words = f"Give a whole number of months, from 0 to {LONGEST_MONTHS}. 0 means until asked."
    field = "months"


def evolve(state: State, fact: RetentionSet | RetentionExtended) -> State:
    match fact:
        case RetentionSet() | RetentionExtended():
            return state
        case _:
            assert_never(fact)


def set_months(
    retention: State, provenance: Provenance, *, outcome: RetainedOutcome, months: int
) -> RetentionSet:
    """From now on, for what is there as for what comes. Raises ``BadRetention``."""
    if outcome not in get_args(RetainedOutcome):
        raise Missing("Say for which outcome.", field="outcome")
    if not 0 <= months <= LONGEST_MONTHS:
        raise BadRetention
    return RetentionSet(
        *retention.next(provenance), kind="feedback", outcome=outcome, months=months
    )


def extend(
    kept: State, provenance: Provenance, *, subject: UUID, until: PartialDate, why: str
) -> RetentionExtended:
    if not why:
        raise Missing("Say why it must be kept for longer.", field="why")
    return RetentionExtended(*kept.next(provenance), subject=subject, until=until, why=why)


class RetentionService(Service[State]):
    """One stream for the periods, one for each thing that is kept for longer."""

    evolve = staticmethod(evolve)
    set = lazy_command(set_months)
    _extend = lazy_command(extend)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.id = ledger.name_of("retention")

    def extend(
        self, subject: UUID, provenance: Provenance, *, until: PartialDate, why: str
    ) -> list[Fact]:
        stream = self.ledger.name_of("retention", str(subject))
        return self._extend(stream, provenance, subject=subject, until=until, why=why)
