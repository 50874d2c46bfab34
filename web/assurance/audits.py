"""Audits: open them, rate each agency, record findings, agree actions, close them."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audits import Audit, Audits
from projections.record.timeline import Timeline
from web.assurance.audit_commands import COMMANDS, OPEN
from web.assurance.whole_audit import WHOLE
from web.forms import commands, previewed
from web.forms.form_state import FormState, Sent
from web.site.permissions import is_offered, requires
from web.site.tenancy import here

pages = Blueprint("audits", __name__)


@pages.get("/<partnership>/work/audits/")
@requires("read audits")
def programme() -> ResponseReturnValue:
    with here.read(Audits) as view:
        audits = view.all()
    return render_template("assurance/audits.html", audits=audits)


@pages.route("/<partnership>/work/audits/new", methods=["GET", "POST"])
@requires("run audits")
def new() -> ResponseReturnValue:
    id, back = commands.new_id("audit"), url_for(".programme")
    onward = url_for(".audit", id=id)
    return commands.page(
        OPEN, id, onward, back=back, back_words="All audits", values=commands.from_address(OPEN)
    )


@pages.route("/<partnership>/work/audits/whole", methods=["GET", "POST"])
@requires("run audits")
def whole() -> ResponseReturnValue:
    id = commands.new_id("audit")
    return previewed.page(WHOLE, id, url_for(".audit", id=id), back=url_for(".programme"))


@pages.get("/<partnership>/work/audits/<uuid:id>")
@requires("read audits")
def audit(id: UUID) -> ResponseReturnValue:
    return _page(id, Sent())


@pages.post("/<partnership>/work/audits/<uuid:id>/<name>")
@requires("run audits")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, id, url_for(".audit", id=id), _page)


def _page(id: UUID, sent: Sent) -> str:
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
        errors=sent.errors,
        commands=_forms(found, sent, len(lines)),
        returns=returns,
    )


def _forms(found: Audit, sent: Sent, seen: int) -> list[FormState]:
    if not is_offered("run audits"):
        return []
    options = {
        "agency": [(each, each) for each in found.agencies],
        "action": [(each.action, each.text) for each in found.open_actions],
    }
    names = ["rate"] if found.agencies else []
    names += ["find", "action", *_completing(found), "close"]
    return [
        sent.form(
            name,
            COMMANDS[name],
            url_for(".handle", id=found.id, name=name),
            seen=seen,
            options=options,
        )
        for name in (_completing(found) if found.conclusion else names)
    ]


def _completing(found: Audit) -> list[str]:
    """Actions go on when the audit is concluded."""
    return ["done"] if found.open_actions else []
