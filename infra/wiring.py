"""One partnership's services, wired to its ledger, its views, its proof and its keys."""

from __future__ import annotations

from services.access import AccessService
from services.action import ActionService
from services.audit import AuditService
from services.audit_return import ReturnService
from services.audit_tool import ToolService
from services.case import CaseService
from services.course import CourseService
from services.decision import DecisionService
from services.digest import DigestService
from services.feed import FeedService
from services.feedback import FeedbackService
from services.figure import FigureService
from services.forgetting import ForgettingService
from services.inspection import FormService, InspectorService, VisitService
from services.ledger import Ledger
from services.looking import LookingService
from services.meeting import MeetingService
from services.partnership import PartnershipService
from services.ports import Evidence, Keys
from services.promise import PromiseService
from services.receipt import ReceiptBook
from services.report import ReportService
from services.retention import RetentionService
from services.review import ReviewService
from services.risk import RiskService
from services.scrutiny import ScrutinyService
from services.training import TrainingService
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
    return Place(
        slug=ledger.slug,
        ledger=ledger,
        views=views,
        proof=proof,
        partnership=PartnershipService(ledger),
        feedback=FeedbackService(ledger, receipts),
        inspectors=InspectorService(ledger),
        forms=(forms := FormService(ledger)),
        visits=VisitService(ledger, forms),
        audit=AuditService(ledger),
        tools=ToolService(ledger),
        returns=ReturnService(ledger, evidence),
        scrutiny=ScrutinyService(ledger),
        decision=DecisionService(ledger),
        meeting=MeetingService(ledger),
        action=ActionService(ledger),
        risk=RiskService(ledger),
        figure=FigureService(ledger),
        training=TrainingService(ledger),
        course=CourseService(ledger),
        review=ReviewService(ledger),
        case=CaseService(ledger),
        promise=PromiseService(ledger),
        feed=FeedService(ledger),
        digest=DigestService(ledger),
        report=ReportService(ledger),
        access=AccessService(ledger),
        forgetting=ForgettingService(ledger, keys),
        retention=RetentionService(ledger),
        looking=LookingService(ledger),
    )
