"""That an older record was put back: said by the record itself."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact


@dataclass(frozen=True)
class RecordRestored(Fact):
    """An older record was put back: it goes on after ``facts``, and what came after is lost.

    ``known`` is the largest number of facts that had been signed for, and ``checkpoint`` what was
    signed of them; both are kept, and no later fact is held to them. ``made_at`` is when the copy
    was made, where that is known. ``signed`` is the service's signature over what this claims.
    """

    TOPIC = "partnership.record_restored"
    PERSONAL = frozenset()
    facts: int
    known: int
    checkpoint: str
    made_at: str
    signed: str = ""
