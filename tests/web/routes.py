"""Every route of the application, as a test may ask for it, and one id of each thing there is."""

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
from projections.assurance.audits import AuditProgramme
from projections.assurance.scrutiny import ScrutinyPlans
from projections.deadlines.calendar_feeds import CalendarFeeds
from projections.feedback.triage_queue import TriageQueue
from projections.governance.decisions import DecisionRegister
from projections.governance.meetings import MeetingBook
from projections.governance.risks import RiskLog
from projections.inspections.inspectors import InspectorRecord
from projections.inspections.visits_and_forms import InspectorForm
from projections.learning.case_reviews import CaseRegister
from projections.learning.national_learning import NationalLearning
from projections.learning.training import TrainingBook
from projections.participation.engagements import EngagementBook
from projections.reporting.annual_report import AnnualReport
from projections.reporting.figures import FigureBook
from projections.reporting.newsletters import NewsletterShelf
from web.forms.commands import Command
from web.forms.fields import Form
from web.site.tenancy import Place

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
        """Its address in a partnership, with this id and this name wherever it takes one.

        Where it takes one of some words, it is the first of them.
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
    """Each GET and each POST but for what lies in the static folder."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            permission = getattr(app.view_functions[rule.endpoint], "permission")  # noqa: B009
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                yield Route(rule.rule, method, permission, rule.endpoint)


def guarded(app: Flask) -> list[Route]:
    """Those that ask who you are."""
    return [route for route in routes(app) if route.permission]


def ids_in(place: Place) -> dict[str, UUID]:
    """One of each thing that a partnership holds."""
    with place.read(TriageQueue) as queue:
        found = {"feedback": queue.waiting()[0].id}
    with place.read(DecisionRegister) as register:
        found["decision"] = register.all()[0].id
    with place.read(AuditProgramme) as programme:
        found["audit"] = programme.all()[0].id
    with place.read(InspectorForm) as view:
        found["visit"], found["form"] = view.all_visits()[0].id, view.all_forms()[0].id
    with place.read(InspectorRecord) as record:
        found["inspector"] = record.all()[0].id
    with place.read(People) as people:
        found["person"] = people.all()[-1].id
    with place.read(MeetingBook) as book:
        found["meeting"] = book.all()[0].id
    with place.read(RiskLog) as log:
        found["risk"] = log.all()[0].id
    with place.read(AuditTools) as tools:
        found["tool"] = tools.all()[0].id
    with place.read(ScrutinyPlans) as plans:
        found["scrutiny"] = plans.all()[0].id
    with place.read(FigureBook) as figures:
        found["figure"] = figures.all()[0].id
    with place.read(TrainingBook) as training:
        found["course"] = training.all()[0].id
    with place.read(EngagementBook) as asked, place.read(NewsletterShelf) as shelf:
        found["engagement"], found["newsletter"] = asked.all()[0].id, shelf.all()[0].id
    return found | _reviews_in(place)


def _reviews_in(place: Place) -> dict[str, UUID]:
    """Of case reviews, national learning, reports and, where there are any, calendar feeds."""
    with place.read(CaseRegister) as cases, place.read(NationalLearning) as learning:
        found = {"case": cases.all()[0].id, "learning": learning.all()[0].id}
    with place.read(AnnualReport) as reports:
        found["report"] = reports.all()[0].id
    with place.read(CalendarFeeds) as feeds:
        made = [each.id for each in feeds.all()]
        found["feed"] = made[0] if made else place.promise.id
    return found


def natural(route: Route) -> str:
    """The kind of thing that the route is about."""
    return next((NATURAL[of] for of in NATURAL if route.endpoint.startswith(of)), "feedback")


@cache
def acts_of(blueprint: str) -> dict[str, Command]:
    """Everything that can be done on a page, by its name in the address."""
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
    """All that the module of a blueprint names."""
    for found in pkgutil.walk_packages(web.__path__, "web."):
        pages = getattr(module := import_module(found.name), "pages", None)
        if isinstance(pages, Blueprint) and (pages.import_name, pages.name) == (
            found.name,
            blueprint,
        ):
            return list(vars(module).values())
    raise LookupError(blueprint)
