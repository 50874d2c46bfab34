"""Every route of the application as a test may request it, and an id of each kind of thing."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import NamedTuple
from uuid import UUID

from flask import Blueprint, Flask

import web
from projections.access.people import People
from projections.assurance.audit_tools import AuditTools
from projections.assurance.audits import Audits
from projections.assurance.scrutiny import ScrutinyPlans
from projections.deadlines.calendar_feeds import CalendarFeeds
from projections.feedback.triage_queue import TriageQueue
from projections.governance.decisions import Decisions
from projections.governance.meetings import Meetings
from projections.governance.risks import Risks
from projections.inspections.inspectors import Inspectors
from projections.inspections.planned_visits import PlannedVisits
from projections.inspections.visits_and_forms import VisitsAndForms
from projections.learning.case_reviews import CaseReviews
from projections.learning.national_learning import NationalLearning
from projections.learning.training import Training
from projections.participation.engagements import Engagements
from projections.reporting.annual_report import AnnualReport
from projections.reporting.figures import Figures
from projections.reporting.newsletters import Newsletters
from web.forms.command import Command
from web.forms.fields import Form
from web.site.tenancy import Tenant

NATURAL = {
    "work.": "feedback",
    "decisions.": "decision",
    "audits.": "audit",
    "people.": "person",
    "inspections.inspector": "inspector",
    "inspections.about_inspector": "inspector",
    "inspections.form": "inspector",
    "inspections.paper": "inspector",
    "inspections.visit": "visit",
    "inspections.about_visit": "visit",
    "inspection_forms.": "form",
    "visits.new": "form",
    "visits.record": "form",
    "visits.": "visit",
    "planned_visits.": "planned visit",
    "sign_in.": "person",
    "forgetting.": "feedback",
    "replay.": "decision",
    "proof.": "decision",
    "tools.": "tool",
    "moderation.": "audit",
    "returns.": "audit",
    "scrutiny.": "scrutiny",
    "meetings.": "meeting",
    "risks.": "risk",
    "actions.": "decision",
    "cases.": "case",
    "learning.": "learning",
    "deadlines.": "feed",
    "copies.": "report",
    "figures.": "figure",
    "report_work.": "report",
    "building.": "report",
    "preview.": "report",
    "training.": "course",
    "to_forget.": "engagement",
    "agreed_to_forget.": "feedback",
    "engagement.": "engagement",
    "newsletters.": "newsletter",
    "quotes.": "feedback",
    "editing.": "report",
    "translating.": "report",
    "editions.": "report",
}


_TAKEN = re.compile(r"<((?P<kind>\w+)(\((?P<words>[^)]*)\))?:)?(?P<name>\w+)>")


class Route(NamedTuple):
    path: str
    method: str
    permission: str | None
    endpoint: str = ""

    def of(self, partnership: str, id: UUID, name: str = "read") -> str:
        """The route's address in a partnership, with this id and this name.

        If it takes one of several words, the first of them.
        """

        def fill(found: re.Match[str]) -> str:
            if found["name"] == "partnership":
                return partnership
            if found["name"] == "language":
                return "pl"
            if found["words"]:
                return found["words"].split(",")[0]
            return str(id) if found["kind"] == "uuid" else name

        return _TAKEN.sub(fill, self.path)


def routes(app: Flask) -> Iterator[Route]:
    """Each GET and each POST, except the static folder."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            permission = getattr(app.view_functions[rule.endpoint], "permission")  # noqa: B009
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                yield Route(rule.rule, method, permission, rule.endpoint)


def guarded(app: Flask) -> list[Route]:
    """Routes that need a permission."""
    return [route for route in routes(app) if route.permission]


def ids_in(tenant: Tenant) -> dict[str, UUID]:
    """An id of each kind of thing that a partnership holds."""
    with tenant.read(TriageQueue) as queue:
        found = {"feedback": queue.waiting()[0].id}
    with tenant.read(Decisions) as register:
        found["decision"] = register.all()[0].id
    with tenant.read(Audits) as programme:
        found["audit"] = programme.all()[0].id
    with tenant.read(VisitsAndForms) as view:
        found["visit"], found["form"] = view.all_visits()[0].id, view.all_forms()[0].id
    with tenant.read(Inspectors) as record:
        found["inspector"] = record.all()[0].id
    with tenant.read(PlannedVisits) as plans:
        planned = [each.id for each in plans.all()]
        found["planned visit"] = planned[0] if planned else found["visit"]
    with tenant.read(People) as people:
        found["person"] = people.all()[-1].id
    with tenant.read(Meetings) as book:
        found["meeting"] = book.all()[0].id
    with tenant.read(Risks) as log:
        found["risk"] = log.all()[0].id
    with tenant.read(AuditTools) as tools:
        found["tool"] = tools.all()[0].id
    with tenant.read(ScrutinyPlans) as plans:
        found["scrutiny"] = plans.all()[0].id
    with tenant.read(Figures) as figures:
        found["figure"] = figures.all()[0].id
    with tenant.read(Training) as training:
        found["course"] = training.all()[0].id
    with tenant.read(Engagements) as asked, tenant.read(Newsletters) as shelf:
        found["engagement"], found["newsletter"] = asked.all()[0].id, shelf.all()[0].id
    return found | _reviews_in(tenant)


def _reviews_in(tenant: Tenant) -> dict[str, UUID]:
    """Ids of case reviews, national learning, reports and any calendar feeds."""
    with tenant.read(CaseReviews) as cases, tenant.read(NationalLearning) as learning:
        found = {"case": cases.all()[0].id, "learning": learning.all()[0].id}
    with tenant.read(AnnualReport) as reports:
        found["report"] = reports.all()[0].id
    with tenant.read(CalendarFeeds) as feeds:
        made = [each.id for each in feeds.all()]
        found["feed"] = made[0] if made else tenant.service_standard.id
    return found


def natural(route: Route) -> str:
    """The kind of thing that the route is about."""
    return next((NATURAL[of] for of in NATURAL if route.endpoint.startswith(of)), "feedback")


@cache
def acts_of(blueprint: str) -> dict[str, Command]:
    """The commands of a page, by their names in the address."""
    page = _module_of(blueprint)
    listed = [each for each in page if isinstance(each, dict)]
    return {name: act for acts in listed for name, act in acts.items() if isinstance(act, Command)}


@cache
def forms_of(blueprint: str) -> list[Form]:
    """Every form of a page."""
    page = _module_of(blueprint)
    kinds = [each for each in page if isinstance(each, type) and issubclass(each, Form)]
    acts = [*acts_of(blueprint).values(), *(each for each in page if isinstance(each, Command))]
    return [*(kind() for kind in kinds), *(each.schema for each in acts)]


@cache
def _module_of(blueprint: str) -> list[object]:
    """Everything in the module of a blueprint."""
    for found in pkgutil.walk_packages(web.__path__, "web."):
        pages = getattr(module := import_module(found.name), "pages", None)
        if isinstance(pages, Blueprint) and (pages.import_name, pages.name) == (
            found.name,
            blueprint,
        ):
            return list(vars(module).values())
    raise LookupError(blueprint)
