"""Audits: opened, rated by each agency, found out, agreed, done, closed."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.assurance.audit import ProgrammeKind, Rating
from events.fact import Provenance
from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audit_tools import AuditTools
from projections.assurance.audits import Audits
from projections.record.timeline import Timeline
from web.forms.acting import Act, Acting, Given, act
from web.forms.fields import (
    Choice,
    Chosen,
    Day,
    Errors,
    Form,
    Line,
    Words,
    key_of,
    load,
    new_key,
    provenance,
    refused,
)
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("audits", __name__)
FINDINGS = ("good practice", "to improve")


class OpenForm(Form):
    kind = Choice(get_args(ProgrammeKind), needed="Choose the kind of audit.")
    title = Line(longest=200, needed="Give the audit a title.")
    subject = Line(longest=200)
    agencies = Words(needed="Name the agencies, one a line.")
    tool = Chosen()
    earlier = Chosen()
    due = Day()
    reviewer = Line(longest=200)
    note = Words()


class RateForm(Form):
    agency = Line(longest=200, needed="Choose the agency.")
    standard = Line(longest=200, needed="Say which standard this rates.")
    rating = Choice(get_args(Rating), needed="Choose a rating.")
    why = Words()


class FindForm(Form):
    kind = Choice(FINDINGS, needed="Say whether this is good practice or something to improve.")
    finding = Words(needed="Write down what was found.")


class ActionForm(Form):
    text = Words(needed="Say what will be done.")
    owner = Line(longest=200, needed="Say who will do it.")
    due = Day(needed="Say by when.")


class DoneForm(Form):
    action = Line(longest=64, needed="Choose the action.")
    result = Words(needed="Say what came of it.")


class CloseForm(Form):
    conclusion = Words(needed="Write the conclusion.")


def _rate(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.audit.rate(id, provenance, **given)


def _find(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.audit.find(id, provenance, **given)


def _agree(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.audit.agree_action(id, provenance, action=provenance.key, **given)


def _done(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.audit.complete_action(id, provenance, **given)


def _close(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.audit.close(id, provenance, **given)


ACTS = {
    "rate": Act(RateForm(), _rate, "The rating is recorded."),
    "find": Act(FindForm(), _find, "The finding is recorded."),
    "action": Act(ActionForm(), _agree, "The action is agreed."),
    "done": Act(DoneForm(), _done, "The action is done."),
    "close": Act(CloseForm(), _close, "The audit is closed."),
}


@pages.get("/<partnership>/work/audits/")
@requires("read audits")
def programme() -> ResponseReturnValue:
    with here.read(Audits) as view:
        audits = view.all()
    return render_template("assurance/audits.html", audits=audits)


@pages.get("/<partnership>/work/audits/new")
@requires("run audits")
def new() -> ResponseReturnValue:
    return _new({"tool": request.args.get("tool", "")}, {})


@pages.post("/<partnership>/work/audits/new")
@requires("run audits")
def open_audit() -> ResponseReturnValue:
    given, errors = load(OpenForm(), request.form)
    audit = here.ledger.name_of("audit", key_of(request.form))
    if not errors:
        named = [line.strip() for line in given.pop("agencies").splitlines() if line.strip()]
        with refused(errors):
            agencies = tuple(dict.fromkeys(named))
            here.audit.begin(audit, provenance(request.form), agencies=agencies, **given)
    if errors:
        return _new(request.form.to_dict(), errors), 422
    here.catch_up()
    return redirect(url_for(".audit", id=audit), 303)


@pages.get("/<partnership>/work/audits/<uuid:id>")
@requires("read audits")
def audit(id: UUID) -> ResponseReturnValue:
    return _page(id, Acting())


@pages.post("/<partnership>/work/audits/<uuid:id>/<name>")
@requires("run audits")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    return act(ACTS, name, id, _page, url_for(".audit", id=id))


def _new(values: dict[str, str], errors: Errors) -> str:
    with here.read(AuditTools) as view:
        tools = [(tool.id, f"{tool.title}, version {tool.number}") for tool in view.all()]
    with here.read(Audits) as programme:
        earlier = [(each.id, each.title) for each in programme.all() if each.asks]
    return render_template(
        "assurance/audits_new.html",
        values=values,
        errors=errors,
        key=values.get("key") or new_key(),
        kinds=[(kind, kind) for kind in get_args(ProgrammeKind)],
        tools=tools,
        earlier=earlier,
    )


def _page(id: UUID, acting: Acting) -> str:
    with here.read(Audits) as view:
        found = view.audit(id)
    if found is None:
        abort(404)
    with here.read(Timeline) as history:
        lines = history.of(id)
    with here.read(AuditReturns) as view:
        returns = view.of(id)
    return render_template(
        "assurance/audits_audit.html",
        audit=found,
        lines=lines,
        acting=acting,
        returns=returns,
        ratings=[(rating, rating.capitalize()) for rating in get_args(Rating)],
        findings=[(kind, kind.capitalize()) for kind in FINDINGS],
    )
