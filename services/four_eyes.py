"""Who gave somebody access: one adult with two addresses must not count as two adults."""

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
    """Who last gave this person access, by id. Empty if ``person`` has no access of their own."""
    try:
        facts = ledger.facts(UUID(person))
    except ValueError:
        return ""
    return next((fact.provenance.by for fact in reversed(facts) if isinstance(fact, _GAVE)), "")
