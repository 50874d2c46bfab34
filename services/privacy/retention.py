"""How long words are kept, decided by the partnership; nothing is kept longer without a reason."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.fact import Fact, Provenance
from events.period import PartialDate
from events.privacy.retention import RetainedOutcome, RetentionExtended, RetentionSet
from services.ledger import Decided, Ledger
from services.refusals import Missing, Refusal

LONGEST_MONTHS = 12 * 25


class BadRetention(Refusal):
    words = f"Give a whole number of months, from 0 to {LONGEST_MONTHS}. 0 means until asked."
    field = "months"


class RetentionService:
    """One stream for the periods, one for each thing that is kept for longer."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @property
    def id(self) -> UUID:
        """The stream of the periods."""
        return self.ledger.name_of("retention")

    def set(
        self, stream: UUID, provenance: Provenance, *, outcome: RetainedOutcome, months: int
    ) -> list[Fact]:
        """From now on, for what is there as for what comes. Raises ``BadRetention``."""
        if outcome not in get_args(RetainedOutcome):
            raise Missing("Say for which outcome.", field="outcome")
        if not 0 <= months <= LONGEST_MONTHS:
            raise BadRetention

        def decide(known: list[Fact]) -> Decided:
            return RetentionSet(stream, len(known) + 1, provenance, "feedback", outcome, months)

        return self.ledger.change(stream, provenance, decide)

    def extend(
        self, subject: UUID, provenance: Provenance, *, until: PartialDate, why: str
    ) -> list[Fact]:
        if not why:
            raise Missing("Say why it must be kept for longer.", field="why")
        stream = self.ledger.name_of("retention", str(subject))

        def decide(known: list[Fact]) -> Decided:
            return RetentionExtended(stream, len(known) + 1, provenance, subject, until, why)

        return self.ledger.change(stream, provenance, decide)
