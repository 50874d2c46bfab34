"""An older record was put back: where it begins anew."""

from __future__ import annotations

from events.fact import Provenance
from events.governance.restored_record import RecordRestored
from services.governance.partnership_state import Partnership


def record_restored(
    partnership: Partnership,
    provenance: Provenance,
    *,
    facts: int,
    known: int,
    checkpoint: str,
    made_at: str,
    signed: str,
) -> RecordRestored:
    """Said by the command that puts a record back: it is never refused."""
    stamp = partnership.next(provenance)
    return RecordRestored(
        *stamp, facts=facts, known=known, checkpoint=checkpoint, made_at=made_at, signed=signed
    )
