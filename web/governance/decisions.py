"""Decisions: proposed on evidence, made with a reason, carried out, with what they changed."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.governance.decisions import Decision, Decisions
from projections.record.timeline import Timeline
from web.forms import commands
from web.forms.fields import Options
from web.forms.form_state import FormState, Sent
from web.governance.decision_commands import COMMANDS, PROPOSE
from web.governance.decision_evidence import MOST_OFFERED, evidence_here
from web.site.pagination import paging
from web.site.permissions import is_offered, requires
from web.site.tenancy import here

pages = Blueprint("decisions", __name__)
_NEEDED_FOR_CHILDREN = "Needed where it rests on children's words."


@pages.get("/<partnership>/work/decisions/")
@requires("read decisions")
def register() -> ResponseReturnValue:
    with here.read(Decisions) as view:
        paged = paging(view.decisions.count())
        decisions = view.all(paged.rows)
    return render_template("governance/decisions.html", decisions=decisions, paging=paged)


@pages.route("/<partnership>/work/decisions/new", methods=["GET", "POST"])
@requires("make decisions")
def new() -> ResponseReturnValue:
    id = commands.new_id("decision")
    onward, back = url_for(".decision", id=id), url_for(".register")
    return commands.page(PROPOSE, id, onward, back=back, values=commands.from_address(PROPOSE))


@pages.get("/<partnership>/work/decisions/<uuid:id>")
@requires("read decisions")
def decision(id: UUID) -> ResponseReturnValue:
    return _page(id, Sent())


@pages.post("/<partnership>/work/decisions/<uuid:id>/<name>")
@requires("make decisions")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, id, url_for(".decision", id=id), _page)


def _page(id: UUID, sent: Sent) -> str:
    with here.read(Decisions) as register:
        found, others = register.decision(id), register.all(slice(0, MOST_OFFERED))
    if found is None:
        abort(404)
    with here.read(Timeline) as history:
        lines = history.of(id)
    newer = [(str(each.id), each.title) for each in others if each.id != id]
    return render_template(
        "governance/decisions_decision.html",
        decision=found,
        lines=lines,
        errors=sent.errors,
        commands=_forms(found, newer, sent, len(lines)) if is_offered("make decisions") else [],
    )


def _forms(found: Decision, newer: Options, sent: Sent, seen: int) -> list[FormState]:
    """The commands on offer, each with its choices."""
    hints = {"child_reason": _NEEDED_FOR_CHILDREN} if found.from_children else {}
    options = {"evidence": _not_linked(found), "action": _open_actions(found), "by": newer}
    return [
        sent.form(
            name,
            COMMANDS[name],
            url_for(".handle", id=found.id, name=name),
            seen=seen,
            is_open=name == "make" and not sent.name,
            options=options,
            hints=hints,
        )
        for name in _possible(found, newer)
    ]


def _possible(found: Decision, newer: Options) -> list[str]:
    if found.status == "proposed":
        return ["evidence", "make", "priority"]
    names = ["action", *(["done"] if _open_actions(found) else []), "impact"]
    names += ["evidence", "priority"]
    return [*names, "replace"] if found.status == "made" and newer else names


def _open_actions(found: Decision) -> Options:
    return [(each.action, each.text) for each in found.actions if not each.result]


def _not_linked(found: Decision) -> Options:
    linked = {(each.id, each.said) for each in found.evidence}
    return [
        (each.value, each.shown) for each in evidence_here() if (each.id, each.said) not in linked
    ]
