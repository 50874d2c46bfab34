"""The coordinator's pages of yearly reports: from draft to publication."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.uk_time import in_words
from projections.participation.quotations import Quotations
from projections.record.timeline import Timeline
from projections.reporting.annual_report import AnnualReport
from projections.reporting.entries import Entry
from projections.reporting.report_rows import Report
from web.forms import commands
from web.reporting import copy_commands as copies
from web.reporting import edition_commands as publication
from web.reporting import report_commands as reports
from web.reporting import report_publication_commands as approvals
from web.reporting.edition_list import EditionHistory, editions_of
from web.reporting.own_section_commands import NO_MESSAGES
from web.reporting.report_commands import NEW
from web.reporting.report_figures import protected_in
from web.reporting.report_forms import arrangements_of
from web.site.file_responses import takes_words
from web.site.formatting import today
from web.site.permissions import is_offered, requires
from web.site.tenancy import here, tenants

pages = Blueprint("report_work", __name__)
COMMANDS = reports.COMMANDS | approvals.COMMANDS | publication.COMMANDS | copies.COMMANDS


@pages.get("/<partnership>/work/reports/")
@requires("read governance")
def index() -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        reports, thrown_away = view.all(), view.thrown_away()
    return render_template(
        "reporting/reports.html",
        reports=reports,
        thrown_away=thrown_away,
        today=today(),
        commands=NEW,
        site=tenants.public_url,
    )


@pages.route("/<partnership>/work/reports/new/<name>", methods=["GET", "POST"])
@requires("keep governance")
def new(name: str) -> ResponseReturnValue:
    id = commands.new_id("report")
    return commands.page(
        commands.named(NEW, name), id, url_for(".report", id=id), back=url_for(".index")
    )


@pages.get("/<partnership>/work/reports/<uuid:id>")
@requires("read governance")
def report(id: UUID) -> ResponseReturnValue:
    found = _report(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    with here.read(Quotations) as book:
        errata = [each for each in book.errata() if each.report == id]
    editions = editions_of(id)
    offered = {name: command for name, command in COMMANDS.items() if _fits(name, found, editions)}
    if not is_offered("keep governance"):
        offered = {name: command for name, command in offered.items() if name == "comment"}
    return render_template(
        "reporting/reports_report.html",
        report=found,
        lines=lines,
        today=today(),
        editions=editions,
        errata=errata,
        commands=offered,
        authors=found.authors,
        protected=_protected(found),
    )


@pages.route("/<partnership>/work/reports/<uuid:id>/comment", methods=["GET", "POST"])
@requires("scrutinise")
def comment(id: UUID) -> ResponseReturnValue:
    """The scrutineer writes the comment, or the coordinator records it for them."""
    return commands.page(
        commands.named(COMMANDS, "comment"), _report(id).id, url_for(".report", id=id)
    )


@pages.route("/<partnership>/work/reports/<uuid:id>/<name>", methods=["GET", "POST"])
@takes_words
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    day = in_words(today()) if name in ("publish", "copy") else ""
    stands = {"published_on": day, "sent_on": day, "heading": request.args.get("heading", "")}
    found = _report(id)
    messages = "\n".join(found.messages)
    command = commands.named(COMMANDS, name)
    if name == "messages" and not request.form.get("messages", "").strip():
        command = NO_MESSAGES
    return commands.page(
        command,
        found.id,
        url_for(".report", id=id),
        values={"group": found.authors, "messages": messages, **_as_it_is(found), **stands},
    )


def _protected(report: Report) -> list[tuple[Entry, str]]:
    """The figures that readers of the report will not see as they were stated."""
    with here.read(AnnualReport) as view:
        return protected_in(view.sections(report).get("figures", []))


def _as_it_is(report: Report) -> dict[str, str]:
    """What the form that changes a draft shows at first."""
    periods = enumerate(arrangements_of().periods_now)
    at = next((str(at) for at, each in periods if each.period == report.period), "")
    return {"title": report.title, "period": at, "ruleset": report.ruleset}


def _report(id: UUID) -> Report:
    with here.read(AnnualReport) as view:
        found = view.reports.get(id)
    if found is None:
        abort(404)
    return found


def _fits(name: str, report: Report, editions: EditionHistory) -> bool:
    """Whether the report's state allows a command."""
    if report.thrown_away or name == "bring-back":
        return bool(report.thrown_away) and name == "bring-back"
    match name:
        case "change" | "throw-away":
            return not (report.document or report.published or report.is_finalised)
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
        case "finalise" | "state" | "messages":
            return not (report.published or report.is_finalised)
        case "reopen":
            return report.is_finalised and not report.published
        case _:
            return not report.published
