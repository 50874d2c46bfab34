"""An agency's own returns. Nothing of another agency is shown here."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audits import Audits
from projections.assurance.return_form import AskedStandard, next_of
from projections.deadlines.deadlines import Deadlines
from projections.deadlines.standing import standing_of
from web.assurance.agencies import named_in, names_of
from web.assurance.return_commands import ATTACH, COMMANDS, asked_here, mine_of
from web.forms import commands
from web.forms.form_state import FormState, Sent
from web.site.authentication import who
from web.site.file_responses import handed_over, takes_files
from web.site.formatting import today
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("returns", __name__)


@pages.get("/<partnership>/returns/")
@requires("fill in returns")
def mine() -> ResponseReturnValue:
    with here.read(Audits) as programme:
        asked = [each for each in programme.all() if each.asks]
    audits = [(each, named_in(each.agencies, who.agency)) for each in asked]
    with here.read(AuditReturns) as view:
        begun = [(audit, view.one(audit.id, agency)) for audit, agency in audits if agency]
    with here.read(Deadlines) as board:
        actions = [(row, standing_of(row, today())) for row in board.owned_by(names_of(who.agency))]
    return render_template("assurance/returns.html", audits=begun, actions=actions)


@pages.get("/<partnership>/returns/<uuid:id>")
@requires("fill in returns")
def one(id: UUID) -> ResponseReturnValue:
    return _page(id, Sent())


@pages.post("/<partnership>/returns/<uuid:id>/evidence")
@takes_files
@requires("fill in returns")
def attach(id: UUID) -> ResponseReturnValue:
    mine_of(id)
    onward = url_for(".one", id=id, standard=request.form.get("standard"))
    return commands.handle(ATTACH, "attach", id, onward, _page)


@pages.get("/<partnership>/returns/<uuid:id>/evidence/<uuid:evidence>")
@requires("fill in returns")
def evidence(id: UUID, evidence: UUID) -> ResponseReturnValue:
    """A file of the user's own agency, and of no other."""
    found = mine_of(id)[2]
    return handed_over([found] if found else [], evidence)


@pages.post("/<partnership>/returns/<uuid:id>/<name>")
@requires("fill in returns")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    asked = asked_here(*mine_of(id))
    onward = ""
    if name in {"answer", "confirm"}:
        onward = next_of(asked, request.form.get("standard", ""))
    address = url_for(".one", id=id, standard=onward or None)
    return commands.handle(commands.named(COMMANDS, name), name, id, address, _page)


def _page(id: UUID, sent: Sent) -> str:
    audit, tool, found = mine_of(id)
    asked = asked_here(audit, tool, found)
    named = (sent.values or request.args).get("standard", "")
    at = next((each for each in asked if each.standard.name == named), None)
    is_locked = bool(audit.conclusion or (found and found.submitted_on))
    return render_template(
        "assurance/returns_standard.html" if at else "assurance/returns_one.html",
        audit=audit,
        tool=tool,
        mine=found,
        asked=asked,
        at=at,
        said=at.said if at else None,
        files=found.evidence_for(at.standard.name) if found and at else [],
        is_locked=is_locked,
        errors=sent.errors,
        commands=_forms(id, at, sent) if at else {},
        submit=None if is_locked else _submit_form(id, asked, sent),
    )


def _forms(id: UUID, at: AskedStandard, sent: Sent) -> dict[str, FormState]:
    """The questions about one standard, with the agency's earlier answers."""
    known = {"standard": at.standard.name}
    was = at.said or at.earlier
    answered = {"rating": was.rating, "doing": was.doing, "good": was.good} if was else {}
    more = {"actions": was.actions, "why": was.why} if was else {}
    title = "Change our answer" if at.is_answered else ""
    return {
        "attach": sent.form("attach", ATTACH, url_for(".attach", id=id), values=known),
        "answer": sent.form(
            "answer",
            COMMANDS["answer"],
            url_for(".handle", id=id, name="answer"),
            values={**known, **answered, **more},
            title=title,
        ),
        **{
            name: sent.form(
                name, COMMANDS[name], url_for(".handle", id=id, name=name), values=known
            )
            for name in ("confirm", "respond")
        },
    }


def _submit_form(id: UUID, asked: list[AskedStandard], sent: Sent) -> FormState:
    left = sum(not each.is_answered for each in asked)
    help = f"{left} of {len(asked)} standards have no answer of this year yet." if left else ""
    action = url_for(".handle", id=id, name="submit")
    return sent.form("submit", COMMANDS["submit"], action, help=help)
