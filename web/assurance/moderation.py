"""Moderation: an agency's own rating beside the challenge; and the grid, year on year."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.assurance.audit_return import SelfRating
from events.fact import Provenance
from projections.assurance.audit_grid import grid_of
from projections.assurance.audit_return_rows import Return
from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audit_tools import AuditTools, Tool
from projections.assurance.audits import Audit, Audits
from projections.assurance.return_form import asked_of
from projections.privacy.access_log import AccessLog, Look
from projections.record.timeline import Timeline
from web.forms.acting import Act, Acting, Given, act
from web.forms.fields import Choice, Form, Line, Words
from web.site.access_log import record_access
from web.site.authentication import requires
from web.site.file_responses import handed_over
from web.site.tenancy import here

pages = Blueprint("moderation", __name__)
RATINGS = get_args(SelfRating)


class ChallengeForm(Form):
    agency = Line(longest=200, needed="Choose the agency.")
    standard = Line(longest=20, needed="Choose the standard.")
    rating = Choice(RATINGS, needed="Say how you would rate it.")
    why = Words(needed="Say why you see it differently; the agency reads it.")


class AgreeForm(Form):
    agency = Line(longest=200, needed="Choose the agency.")
    standard = Line(longest=20, needed="Choose the standard.")
    agreed = Choice(RATINGS, needed="Choose the rating that is agreed.")
    reason = Words()


class ReopenForm(Form):
    agency = Line(longest=200, needed="Choose the agency.")
    because = Words(needed="Say why it is opened again; the agency reads it.")


def _challenge(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.audit_return.challenge(id, provenance, **given)


def _agree(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.audit_return.agree(
        id,
        provenance,
        agency=given["agency"],
        standard=given["standard"],
        rating=given["agreed"],
        why=given["reason"],
    )


def _reopen(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.audit_return.reopen(id, provenance, agency=given["agency"], why=given["because"])


CHALLENGE_ACTS = {
    "challenge": Act(ChallengeForm(), _challenge, "The challenge is recorded; the agency sees it."),
}
AGREE_ACTS = {
    "agree": Act(AgreeForm(), _agree, "The rating is agreed."),
    "reopen": Act(ReopenForm(), _reopen, "The return is open again."),
}


@pages.get("/<partnership>/work/audits/<uuid:id>/moderation")
@requires("read audits")
def page(id: UUID) -> ResponseReturnValue:
    return _page(id, Acting())


@pages.post("/<partnership>/work/audits/<uuid:id>/moderation/<name>")
@requires("scrutinise")
def challenge(id: UUID, name: str) -> ResponseReturnValue:
    return _act(CHALLENGE_ACTS, name, id)


@pages.post("/<partnership>/work/audits/<uuid:id>/returns/<name>")
@requires("run audits")
def settle(id: UUID, name: str) -> ResponseReturnValue:
    return _act(AGREE_ACTS, name, id)


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
    with here.read(Audits) as programme:
        earlier = programme.audit(audit.earlier) if audit.earlier else None
    return render_template(
        "assurance/moderation_grid.html",
        audit=audit,
        earlier=earlier,
        grid=grid_of(tool.standards, audit.agencies, now, before),
    )


def _act(acts: dict[str, Act], name: str, id: UUID) -> ResponseReturnValue:
    _found(id)
    agency, standard = request.form.get("agency"), request.form.get("standard")
    onward = url_for(".page", id=id, agency=agency, standard=standard)
    return act(acts, name, id, _page, onward)


def _found(id: UUID) -> tuple[Audit, Tool]:
    """An audit that agencies fill in a tool for."""
    with here.read(Audits) as programme:
        audit = programme.audit(id)
    if audit is None or audit.asks is None:
        abort(404)
    with here.read(AuditTools) as tools:
        return audit, tools.asked(audit.asks) or abort(404)


def _page(id: UUID, acting: Acting) -> str:
    audit, tool = _found(id)
    with here.read(AuditReturns) as view:
        returns = view.of(id)
        before = view.of(audit.earlier) if audit.earlier else {}
    asked = {
        agency: asked_of(tool, returns.get(agency), before.get(agency)) for agency in audit.agencies
    }
    named = acting.values or request.args
    agency, standard = named.get("agency", ""), named.get("standard", "")
    at = next((each for each in asked.get(agency, ()) if each.standard.name == standard), None)
    with here.read(Timeline) as history:
        happened = history.of(here.audit_return.id_of(id, agency)) if at else []
    return render_template(
        "assurance/moderation_standard.html" if at else "assurance/moderation.html",
        audit=audit,
        asked=asked,
        returns=returns,
        agency=agency,
        at=at,
        acting=acting,
        happened=happened,
        ratings=[(each, each.capitalize()) for each in RATINGS],
        looks=_looks(returns.get(agency), standard),
    )


def _looks(held: Return | None, standard: str) -> list[Look]:
    """Who opened the files of a standard, the newest first."""
    files = held.evidence_for(standard) if held else []
    with here.read(AccessLog) as looking:
        looks = [look for piece, _ in files for look in looking.at(piece.evidence)]
    return sorted(looks, key=lambda look: look.at, reverse=True)
