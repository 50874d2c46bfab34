"""Moderation: an agency's own rating beside the challenge, and the grid from year to year."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.assurance.audit_grid import grid_of
from projections.assurance.audit_return_rows import Challenge, Return
from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audit_tools import AuditTools, Tool
from projections.assurance.audits import Audit, Audits
from projections.assurance.return_form import AskedStandard, asked_of
from projections.privacy.access_log import AccessLog, Look
from projections.record.timeline import Timeline
from web.assurance.agencies import by_agency
from web.assurance.agree_own import unchallenged
from web.assurance.return_moderation_commands import CHALLENGE, SETTLE
from web.forms import commands
from web.forms.form_state import FormState, Sent
from web.site.access_log import record_access
from web.site.file_responses import handed_over
from web.site.permissions import is_offered, requires
from web.site.tenancy import here

pages = Blueprint("moderation", __name__)


@pages.get("/<partnership>/work/audits/<uuid:id>/moderation")
@requires("read audits")
def page(id: UUID) -> ResponseReturnValue:
    return _page(id, Sent())


@pages.post("/<partnership>/work/audits/<uuid:id>/moderation/<name>")
@requires("scrutinise")
def challenge(id: UUID, name: str) -> ResponseReturnValue:
    return _handle(CHALLENGE, name, id)


@pages.post("/<partnership>/work/audits/<uuid:id>/returns/<name>")
@requires("run audits")
def settle(id: UUID, name: str) -> ResponseReturnValue:
    return _handle(SETTLE, name, id)


@pages.get("/<partnership>/work/audits/<uuid:id>/evidence/<uuid:evidence>")
@requires("read audits")
def evidence(id: UUID, evidence: UUID) -> ResponseReturnValue:
    with here.read(AuditReturns) as view:
        returns = view.of(id)
    file = handed_over(returns.values(), evidence)
    record_access("evidence", evidence)
    return file


@pages.get("/<partnership>/work/audits/<uuid:id>/grid")
@requires("read audits")
def grid(id: UUID) -> ResponseReturnValue:
    audit, tool = _found(id)
    with here.read(AuditReturns) as view:
        now, before = view.of(id), view.of(audit.earlier) if audit.earlier else {}
        before = by_agency(before, audit.agencies)
    with here.read(Audits) as programme:
        earlier = programme.audit(audit.earlier) if audit.earlier else None
    found = grid_of(tool.standards, audit.agencies, now, before)
    praised = [(cell, row.standard.title) for row in found.rows for cell in row.cells if cell.good]
    return render_template(
        "assurance/moderation_grid.html",
        audit=audit,
        earlier=earlier,
        grid=found,
        good=[(cell.agency, title, cell.good) for cell, title in praised],
    )


def _handle(offered: commands.Commands, name: str, id: UUID) -> ResponseReturnValue:
    _found(id)
    agency, standard = request.form.get("agency"), request.form.get("standard")
    onward = url_for(".page", id=id, agency=agency, standard=standard)
    return commands.handle(commands.named(offered, name), name, id, onward, _page)


def _found(id: UUID) -> tuple[Audit, Tool]:
    """An audit in which agencies answer a tool."""
    with here.read(Audits) as programme:
        audit = programme.audit(id)
    if audit is None or audit.asks is None:
        abort(404)
    with here.read(AuditTools) as tools:
        return audit, tools.asked(audit.asks) or abort(404)


def _page(id: UUID, sent: Sent) -> str:
    audit, tool = _found(id)
    with here.read(AuditReturns) as view:
        returns = view.of(id)
        before = by_agency(view.of(audit.earlier) if audit.earlier else {}, audit.agencies)
    asked = {
        agency: asked_of(tool, returns.get(agency), before.get(agency)) for agency in audit.agencies
    }
    named = sent.values or request.args
    agency, standard = named.get("agency", ""), named.get("standard", "")
    held = returns.get(agency)
    at = next((each for each in asked.get(agency, ()) if each.standard.name == standard), None)
    with here.read(Timeline) as history:
        happened = history.of(here.audit_return.id_of(id, agency)) if at else []
    return render_template(
        "assurance/moderation_standard.html" if at else "assurance/moderation.html",
        audit=audit,
        agencies=[
            (name, [(each, each.said, _last_challenge(each)) for each in rows], returns.get(name))
            for name, rows in asked.items()
        ],
        agency=agency,
        at=at,
        said=at.said if at else None,
        held=held,
        files=held.evidence_for(standard) if held else [],
        errors=sent.errors,
        happened=happened,
        commands=_forms(audit, held, standard, sent) if at else [],
        looks=_looks(held, standard),
        unchallenged=[] if audit.conclusion else unchallenged(id),
    )


def _last_challenge(asked: AskedStandard) -> Challenge | None:
    return asked.said.challenges[-1] if asked.said and asked.said.challenges else None


def _forms(audit: Audit, held: Return | None, standard: str, sent: Sent) -> list[FormState]:
    """The commands on offer: none before the agency submits, none once the audit is closed."""
    if held is None or not held.submitted_on or audit.conclusion:
        return []
    known = {"agency": held.agency, "standard": standard}
    found = []
    if is_offered("scrutinise"):
        found += [(name, each, ".challenge") for name, each in CHALLENGE.items()]
    if is_offered("run audits"):
        found += [(name, each, ".settle") for name, each in SETTLE.items()]
    return [
        sent.form(name, each, url_for(endpoint, id=audit.id, name=name), values=known)
        for name, each, endpoint in found
    ]


def _looks(held: Return | None, standard: str) -> list[Look]:
    """The people who opened the files of a standard, the newest first."""
    files = held.evidence_for(standard) if held else []
    with here.read(AccessLog) as looking:
        looks = [look for piece, _ in files for look in looking.at(piece.evidence)]
    return sorted(looks, key=lambda look: look.at, reverse=True)
