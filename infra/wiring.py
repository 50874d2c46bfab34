"""One partnership's services, wired to its ledger, its views, its proof and its keys."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

from services.assurance.audit_return import ReturnService
from services.feedback.feedback import FeedbackService
from services.feedback.receipt import ReceiptBook
from services.inspections.form import FormService
from services.inspections.visit import VisitService
from services.ledger import Ledger
from services.ports import Evidence, Keys
from services.privacy.erasure import ForgettingService
from web.ports.editions import Press
from web.ports.proof import Proof
from web.site.tenancy import Place, Views


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
