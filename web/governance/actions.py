"""The action tracker: every agreed action, how far it is, and what it changed."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.governance.actions import Actions
from web.forms import commands
from web.governance.action_commands import COMMANDS, tracked_action
from web.site.formatting import today
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("actions", __name__)
PLACES = {
    "decision": "decisions.decision",
    "audit": "audits.audit",
    "meeting": "meetings.meeting",
    "review": "cases.case",
}
SHOWN = ("open", "late", "done", "all")


@pages.get("/<partnership>/work/actions/")
@requires("read governance")
def tracker() -> ResponseReturnValue:
    show = request.args.get("show", "open")
    if show not in SHOWN:
        abort(404)
    day = today()
    with here.read(Actions) as view:
        rows = [(row, row.standing(day)) for row in view.all()]
    counts = {name: sum(1 for _, standing in rows if standing == name) for name in SHOWN}
    counts["open"] = sum(1 for _, standing in rows if standing != "done")
    shown = [each for each in rows if _is_shown(each[1], show)]
    return render_template(
        "governance/actions.html", rows=shown, counts=counts, show=show, places=PLACES
    )


@pages.get("/<partnership>/work/actions/<uuid:id>/<action>")
@requires("read governance")
def action(id: UUID, action: str) -> ResponseReturnValue:
    found = tracked_action(id, action)
    can_do = {
        name: command for name, command in COMMANDS.items() if name == "impact" or not found.result
    }
    return render_template(
        "governance/actions_action.html",
        action=found,
        standing=found.standing(today()),
        places=PLACES,
        commands=can_do,
    )


@pages.route("/<partnership>/work/actions/<uuid:id>/<action>/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(id: UUID, action: str, name: str) -> ResponseReturnValue:
    tracked_action(id, action)
    return commands.page(
        commands.named(COMMANDS, name), id, url_for(".action", id=id, action=action)
    )


def _is_shown(standing: str, show: str) -> bool:
    if show == "open":
        return standing != "done"
    return show in ("all", standing)
