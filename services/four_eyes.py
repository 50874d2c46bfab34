"""Who let somebody in: two addresses of one adult are no two adults."""

from __future__ import annotations

from uuid import UUID

from events.access.access import (
    AccessGiven,
    AgencyAccessGiven,
    YoungEditorAccessGiven,
    YouthWorkerAccessGiven,
)
from services.ledger import Ledger

_GAVE = (AccessGiven, AgencyAccessGiven, YoungEditorAccessGiven, YouthWorkerAccessGiven)


def who_let_in(ledger: Ledger, person: str) -> str:
    """By whom somebody was let in last; empty for those who are no person of ours."""
    try:
        facts = ledger.facts(UUID(person))
    except ValueError:
        return ""
    return next((fact.provenance.by for fact in reversed(facts) if isinstance(fact, _GAVE)), "")
