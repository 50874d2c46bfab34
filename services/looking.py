"""Recording who looked: once an hour for each person and thing, however often a page is opened."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from events.fact import Fact, Told
from events.looking import Looked, LookedAt
from services.ledger import Decided, Ledger


class LookingService:
    """A stream for each thing looked at and each day, so that none grows without end."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def looked(self, by: str, source: str, what: Looked, subject: UUID, at: datetime) -> None:
        """Records that somebody opened this. ``at`` is now, in UTC."""
        stream = self.ledger.name_of("looking", str(subject), f"{at:%Y-%m-%d}")
        told = Told(by, source, None, f"{by}:{what}:{at:%H}")

        def decide(known: list[Fact]) -> Decided:
            if any(fact.told.key == told.key for fact in known):
                return ()
            return LookedAt(stream, len(known) + 1, told, subject, what)

        self.ledger.change(stream, told, decide)
