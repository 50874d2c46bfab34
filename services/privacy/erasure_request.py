"""Whether somebody has asked that a subject be erased."""

from __future__ import annotations

from uuid import UUID

from events.privacy.erasure import ForgettingAsked, ForgettingConfirmed, ForgettingDeclined
from services.ledger import Ledger


def is_asked_for(ledger: Ledger, subject: UUID) -> bool:
    """Whether somebody has asked to forget this, and nobody has decided yet."""
    asked = False
    for fact in ledger.facts(stream_of_erasure(ledger, subject)):
        if isinstance(fact, ForgettingAsked | ForgettingDeclined | ForgettingConfirmed):
            asked = isinstance(fact, ForgettingAsked)
    return asked


def stream_of_erasure(ledger: Ledger, subject: UUID) -> UUID:
    return ledger.name_of("forgetting", str(subject))
