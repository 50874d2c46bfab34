"""One partnership's services, wired to its ledger, its views, its proof and its keys."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

from services.assurance.audit_return import AuditReturnService
from services.feedback.feedback import FeedbackService
from services.feedback.receipt import ReceiptBook
from services.governance.minutes_file import MinutesFileService
from services.inspections.form import InspectionFormService
from services.inspections.inspector import InspectorService
from services.inspections.planned_visit import PlannedVisitService
from services.inspections.visit import VisitService
from services.ledger import Ledger
from services.ports import Evidence, Keys, Outbox
from services.privacy.erasure import ErasureService
from services.reporting.report_picture import ReportPictureService
from web.ports.editions import EditionStore
from web.ports.proof import Proof
from web.site.tenancy import Tenant, Views


def tenant_of(
    ledger: Ledger,
    views: Views,
    proof: Proof,
    receipts: ReceiptBook,
    keys: Keys,
    evidence: Evidence,
    editions: EditionStore,
    outbox: Outbox,
) -> Tenant:
    """Everything that may be done and read in the ledger's partnership.

    Services that need more than the ledger are named here. The others are the fields of a tenant.
    """
    forms, inspectors = InspectionFormService(ledger), InspectorService(ledger)
    given: dict[str, Any] = {
        "slug": ledger.slug,
        "ledger": ledger,
        "views": views,
        "proof": proof,
        "edition_store": editions,
        "outbox": outbox,
        "feedback": FeedbackService(ledger, receipts, evidence),
        "inspection_form": forms,
        "inspector": inspectors,
        "planned_visit": PlannedVisitService(ledger, forms, inspectors),
        "visit": VisitService(ledger, forms),
        "audit_return": AuditReturnService(ledger, evidence),
        "report_picture": ReportPictureService(ledger, evidence),
        "minutes_file": MinutesFileService(ledger, evidence),
        "erasure": ErasureService(ledger, keys, evidence),
    }
    hints = get_type_hints(Tenant)
    others = {each.name: hints[each.name] for each in fields(Tenant) if each.name not in given}
    return Tenant(**given, **{name: service(ledger) for name, service in others.items()})
