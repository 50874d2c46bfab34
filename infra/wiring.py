"""One partnership's services, wired to its ledger, its views, its proof and its keys."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

from services.audit_return import ReturnService
from services.feedback import FeedbackService
from services.forgetting import ForgettingService
from services.inspection import VisitService
from services.inspection_form import FormService
from services.ledger import Ledger
from services.ports import Evidence, Keys
from services.receipt import ReceiptBook
from web.here import Place, Views
from web.press import Press
from web.proof import Proof


def place_of(
    ledger: Ledger,
    views: Views,
    proof: Proof,
    receipts: ReceiptBook,
    keys: Keys,
    evidence: Evidence,
    press: Press,
) -> Place:
    """Everything that may be done and read in the ledger's partnership.

    A service that needs more than the ledger is named; the others are what a place lists.
    """
    forms = FormService(ledger)
    given: dict[str, Any] = {
        "slug": ledger.slug,
        "ledger": ledger,
        "views": views,
        "proof": proof,
        "press": press,
        "feedback": FeedbackService(ledger, receipts, evidence),
        "forms": forms,
        "visits": VisitService(ledger, forms),
        "returns": ReturnService(ledger, evidence),
        "forgetting": ForgettingService(ledger, keys, evidence),
    }
    hints = get_type_hints(Place)
    others = {each.name: hints[each.name] for each in fields(Place) if each.name not in given}
    return Place(**given, **{name: service(ledger) for name, service in others.items()})
