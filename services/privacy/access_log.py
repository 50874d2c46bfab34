"""Recording who looked: once an hour for each person and thing, however often a page is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from events.fact import Fact, Provenance
from events.privacy.access_log import DetailsOpened, Looked, LookedAt
from services.ledger import Decided, Ledger


class AccessLogService:
    """A stream for each thing looked at and each day, so that none grows without end."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def look(self, subject: UUID, provenance: Provenance, *, what: Looked, hour: str) -> None:
        """Records that somebody opened this. ``hour`` is the one it is now, as 2026-11-21T14."""
        self._once(subject, provenance, what, hour, partial(LookedAt, subject=subject, what=what))

    def look_at_details(self, subject: UUID, provenance: Provenance, *, hour: str) -> None:
        """Records that somebody opened the details of a case review."""
        self._once(subject, provenance, "details", hour, partial(DetailsOpened, subject=subject))

    def _once(
        self,
        subject: UUID,
        provenance: Provenance,
        what: str,
        hour: str,
        fact_of: Callable[..., Fact],
    ) -> None:
        stream = self.ledger.name_of("looking", str(subject), hour.partition("T")[0])
        provenance = replace(provenance, key=f"{provenance.by}:{what}:{hour}")

        def decide(known: list[Fact]) -> Decided:
            if any(fact.provenance.key == provenance.key for fact in known):
                return ()
            return fact_of(stream, len(known) + 1, provenance)

        self.ledger.change(stream, provenance, decide)
