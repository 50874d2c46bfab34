"""The partnership of a request. The address alone chooses it; without one, ``here`` is an error."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from flask import Flask, Response, abort, current_app, g, request
from werkzeug.local import LocalProxy

from projections.engine.as_of import AsOf
from projections.engine.projection import Projection
from projections.governance.partnership_card import Card
from services.access.access import AccessService
from services.assurance.audit import AuditService
from services.assurance.audit_return import AuditReturnService
from services.assurance.audit_tool import AuditToolService
from services.assurance.scrutiny import ScrutinyService
from services.childrens_version.childrens_version import ChildrensVersionService
from services.childrens_version.translation import ChildrensTranslationService
from services.deadlines.calendar_feed import CalendarFeedService
from services.deadlines.digest import DigestService
from services.deadlines.duty import DutyService
from services.deadlines.service_standard import ServiceStandardService
from services.feedback.alert import AlertService
from services.feedback.feedback import FeedbackService
from services.feedback.language import LanguageService
from services.governance.action import ActionService
from services.governance.decision import DecisionService
from services.governance.meeting import MeetingService
from services.governance.minutes_file import MinutesFileService
from services.governance.opening import OpeningService
from services.governance.partnership import PartnershipService
from services.governance.risk import RiskService
from services.inspections.form import InspectionFormService
from services.inspections.inspector import InspectorService
from services.inspections.planned_visit import PlannedVisitService
from services.inspections.visit import VisitService
from services.learning.case_review import CaseReviewService
from services.learning.course import CourseService
from services.learning.national_learning import NationalLearningService
from services.learning.training_totals import TrainingService
from services.ledger import Ledger
from services.participation.engagement import EngagementService
from services.participation.poster import PosterService
from services.participation.quotation import QuotationService
from services.participation.statement import StatementService
from services.ports import Mailer, Outbox
from services.privacy.access_log import AccessLogService
from services.privacy.complaint import ComplaintService
from services.privacy.data_protection import DataProtectionService
from services.privacy.erasure import ErasureService
from services.privacy.retention import RetentionService
from services.reporting.edition import EditionService
from services.reporting.entry_day import EntryDayService
from services.reporting.figure import FigureService
from services.reporting.import_headings import ImportHeadingsService
from services.reporting.newsletter import NewsletterService
from services.reporting.publication_settings import PublicationSettingsService
from services.reporting.report import ReportService
from services.reporting.report_picture import ReportPictureService
from web.ports.editions import EditionStore
from web.ports.history import RecordHistory
from web.ports.proof import Proof

P = TypeVar("P", bound=Projection)


class Views(Protocol):
    """One partnership's read tables."""

    def read(self, projection: type[P]) -> AbstractContextManager[P]: ...

    def catch_up(self) -> bool:
        """Applies every fact recorded so far, so that users see what they just did.

        False where that would take too long: the views are read as they stand.
        """
        ...


@dataclass(frozen=True)
class Tenant:
    """Everything that can be done and read in one partnership."""

    slug: str
    ledger: Ledger
    views: Views
    proof: Proof
    edition_store: EditionStore
    outbox: Outbox
    partnership: PartnershipService
    opening: OpeningService
    feedback: FeedbackService
    alert: AlertService
    quotation: QuotationService
    statement: StatementService
    inspector: InspectorService
    inspection_form: InspectionFormService
    planned_visit: PlannedVisitService
    visit: VisitService
    audit: AuditService
    audit_tool: AuditToolService
    audit_return: AuditReturnService
    scrutiny: ScrutinyService
    decision: DecisionService
    meeting: MeetingService
    minutes_file: MinutesFileService
    action: ActionService
    engagement: EngagementService
    newsletter: NewsletterService
    risk: RiskService
    figure: FigureService
    training: TrainingService
    course: CourseService
    national_learning: NationalLearningService
    case_review: CaseReviewService
    poster: PosterService
    service_standard: ServiceStandardService
    calendar_feed: CalendarFeedService
    digest: DigestService
    duty: DutyService
    report: ReportService
    report_picture: ReportPictureService
    childrens_version: ChildrensVersionService
    childrens_translation: ChildrensTranslationService
    edition: EditionService
    entry_day: EntryDayService
    import_headings: ImportHeadingsService
    language: LanguageService
    publication_settings: PublicationSettingsService
    access: AccessService
    complaint: ComplaintService
    data_protection: DataProtectionService
    erasure: ErasureService
    retention: RetentionService
    access_log: AccessLogService

    @property
    def card(self) -> Card:
        """The partnership's name, partners and help lines."""
        return cast(Card, g.card)

    def read(self, projection: type[P]) -> AbstractContextManager[P]:
        return self.views.read(projection)

    def catch_up(self) -> bool:
        return self.views.catch_up()


class PartnershipClosed(Exception):  # noqa: N818 - told to whoever asks for a page
    """This partnership can't be served until somebody has mended it. The log says why."""


class Tenants(Protocol):
    """Every partnership of this application."""

    mailer: Mailer
    public_url: str
    children_url: str
    contact: str

    def get(self, slug: str) -> tuple[Tenant, Card] | None:
        """A registered partnership and its card. None if there is none of this name.

        Raises ``PartnershipClosed``.
        """
        ...

    def cards(self) -> list[Card]: ...

    def served(self) -> list[str]:
        """The names in addresses, in their order. No partnership is opened for it."""
        ...

    def past(self, slug: str) -> RecordHistory:
        """A partnership's record at any position."""
        ...

    def then(self, slug: str, as_of: AsOf) -> Tenant:
        """A partnership as of a moment. Nothing can be recorded there."""
        ...

    def ready(self) -> dict[str, str]:
        """What is not well, by name. Empty if all is well."""
        ...


here: Tenant = cast(Tenant, LocalProxy(lambda: g.here))
tenants: Tenants = cast(Tenants, LocalProxy(lambda: current_app.extensions["tenants"]))


def init_app(app: Flask) -> None:
    """Reads the partnership from every address and makes it ``here``, or answers 404."""

    @app.url_value_preprocessor
    def find(_: str | None, values: dict[str, str] | None) -> None:
        if "\0" in request.path:
            abort(404)
        slug = (values or {}).pop("partnership", None)
        if slug is not None:
            found = tenants.get(slug)
            if found is None:
                abort(404)
            g.here, g.card = found

    @app.url_defaults
    def stay(endpoint: str, values: dict[str, str]) -> None:
        if "here" in g and app.url_map.is_endpoint_expecting(endpoint, "partnership"):
            values.setdefault("partnership", g.here.slug)

    @app.after_request
    def keep_nothing(response: Response) -> Response:
        if request.endpoint != "static":
            response.headers.setdefault("Cache-Control", "no-store")
        return response
