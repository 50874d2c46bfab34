"""The coordinator's side of the yearly reports: each one's way from draft to publication."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.participation.quotations import Quotations
from projections.record.timeline import Timeline
from projections.reporting.annual_report import AnnualReport
from projections.reporting.report_rows import Report
from web.childrens_version.chapters import authors_of
from web.forms.commands import answer, ask
from web.forms.fields import key_of
from web.reporting import copy_commands as copies
from web.reporting import edition_commands as publication
from web.reporting import report_commands as reports
from web.reporting.edition_list import EditionHistory, editions_of
from web.reporting.report_commands import NEW
from web.site.authentication import requires, who
from web.site.formatting import today
from web.site.tenancy import here, tenants

pages = Blueprint("report_work", __name__)
DEEDS = reports.DEEDS | publication.DEEDS | copies.DEEDS


@pages.get("/<partnership>/work/reports/")
@requires("read governance")
def index() -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        reports = view.all()
    return render_template(
        "reporting/reports.html", reports=reports, today=today(), deeds=NEW, site=tenants.public_url
    )


@pages.get("/<partnership>/work/reports/new/<name>")
@requires("keep governance")
def new(name: str) -> ResponseReturnValue:
    return ask(NEW, name, url_for(".index"))


@pages.post("/<partnership>/work/reports/new/<name>")
@requires("keep governance")
def record(name: str) -> ResponseReturnValue:
    id = here.ledger.name_of("report", key_of(request.form))
    return answer(NEW, name, id, url_for(".report", id=id))


@pages.get("/<partnership>/work/reports/<uuid:id>")
@requires("read governance")
def report(id: UUID) -> ResponseReturnValue:
    found = _report(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    with here.read(Quotations) as book:
        errata = [each for each in book.errata() if each.report == id]
    editions = editions_of(id)
    offered = {name: deed for name, deed in DEEDS.items() if _fits(name, found, editions)}
    if not who.has_permission("keep governance"):
        offered = {name: deed for name, deed in offered.items() if name == "comment"}
    return render_template(
        "reporting/reports_report.html",
        report=found,
        lines=lines,
        today=today(),
        editions=editions,
        errata=errata,
        deeds=offered,
        authors=authors_of(found),
    )


@pages.get("/<partnership>/work/reports/<uuid:id>/comment")
@requires("scrutinise")
def comment(id: UUID) -> ResponseReturnValue:
    """The scrutineer writes it themselves, or the coordinator writes down what they said."""
    return ask(DEEDS, "comment", url_for(".report", id=_report(id).id))


@pages.post("/<partnership>/work/reports/<uuid:id>/comment")
@requires("scrutinise")
def say(id: UUID) -> ResponseReturnValue:
    return answer(DEEDS, "comment", _report(id).id, url_for(".report", id=id))


@pages.get("/<partnership>/work/reports/<uuid:id>/<name>")
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    day = today().isoformat() if name in ("publish", "copy") else ""
    stands = {"published_on": day, "sent_on": day, "heading": request.args.get("heading", "")}
    return ask(DEEDS, name, url_for(".report", id=id), group=authors_of(_report(id)), **stands)


@pages.post("/<partnership>/work/reports/<uuid:id>/<name>")
@requires("keep governance")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    return answer(DEEDS, name, _report(id).id, url_for(".report", id=id))


def _report(id: UUID) -> Report:
    with here.read(AnnualReport) as view:
        found = view.reports.get(id)
    if found is None:
        abort(404)
    return found


def _fits(name: str, report: Report, editions: EditionHistory) -> bool:
    """Whether a deed is offered, as the report stands."""
    match name:
        case "edition":
            return bool(report.document or report.published) and not editions.is_working
        case "withdraw":
            return bool(editions.now or editions.earlier)
        case "send":
            return report.published is not None and not report.document
        case "copy" | "correct":
            return report.published is not None
        case "present":
            return True
        case "credit":
            return not (report.document or report.published or report.is_finalised)
        case "finalise" | "state":
            return not (report.published or report.is_finalised)
        case "reopen":
            return report.is_finalised and not report.published
        case _:
            return not report.published
