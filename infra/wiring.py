"""One partnership's services, wired to its ledger, its views, its proof and its keys."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

from services.audit_return import ReturnService
from services.feedback import FeedbackService
from services.forgetting import ForgettingService
from services.inspection import FormService, VisitService
from services.ledger import Ledger, Service
from services.ports import Evidence, Keys
from services.receipt import ReceiptBook
from web.here import Place, Views
from web.proof import Proof


def place_of(
    ledger: Ledger,
    views: Views,
    proof: Proof,
    receipts: ReceiptBook,
    keys: Keys,
    evidence: Evidence,
) -> Place:
    """Everything that may be done and read in the ledger's partnership."""
    forms = FormService(ledger)
    given: dict[str, Any] = {
        "slug": ledger.slug,
        "ledger": ledger,
        "views": views,
        "proof": proof,
        "feedback": FeedbackService(ledger, receipts),
        "forms": forms,
        "visits": VisitService(ledger, forms),
        "returns": ReturnService(ledger, evidence),
        "forgetting": ForgettingService(ledger, keys),
    }
    need_no_more: dict[str, Any] = {
        name: kind(ledger) for name, kind in _services().items() if name not in given
    }
    return Place(**given, **need_no_more)


@cache
def _services() -> dict[str, type[Service[Any]]]:
    """Every service of a place, as it lists them itself."""
    hints = get_type_hints(Place)
    kinds = {field.name: hints[field.name] for field in fields(Place)}
    return {name: kind for name, kind in kinds.items() if issubclass(kind, Service)}
