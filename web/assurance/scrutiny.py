"""Independent scrutiny: plans, activities, findings, questions, escalation, disagreement."""

from __future__ import annotations

from textwrap import shorten
from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.assurance.scrutiny import ScrutinyPlans
from projections.assurance.scrutiny_rows import Plan
from projections.privacy.erasures import Erasures
from projections.record.timeline import Timeline
from web.assurance import disagreement_commands as disagreements
from web.assurance.scrutiny_commands import COMMANDS, PLAN, REPLY
from web.forms import commands
from web.forms.command import Command
from web.forms.form_state import FormState, Sent
from web.site.formatting import today
from web.site.permissions import is_offered, requires
from web.site.tenancy import here

pages = Blueprint("scrutiny", __name__)
_ORDER = ("activity", "find", "ask", "disagree", "escalate", "resolve", "conclude")
EVERY = {name: (COMMANDS | disagreements.COMMANDS)[name] for name in _ORDER}


@pages.get("/<partnership>/work/scrutiny/")
@requires("read audits")
def plans() -> ResponseReturnValue:
    with here.read(ScrutinyPlans) as view:
        found = view.all()
    with here.read(Erasures) as erasures:
        agreed = erasures.standing("agreed")
    return render_template("assurance/scrutiny.html", plans=found, agreed=agreed)


@pages.route("/<partnership>/work/scrutiny/new", methods=["GET", "POST"])
@requires("scrutinise")
def new() -> ResponseReturnValue:
    id, back = commands.new_id("scrutiny"), url_for(".plans")
    onward = url_for(".plan", id=id)
    return commands.page(PLAN, id, onward, back=back, back_words="Scrutiny")


@pages.get("/<partnership>/work/scrutiny/<uuid:id>")
@requires("read audits")
def plan(id: UUID) -> ResponseReturnValue:
    return _page(id, Sent())


@pages.post("/<partnership>/work/scrutiny/<uuid:id>/<name>")
@requires("scrutinise")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    command = commands.named(EVERY, name)
    return commands.handle(command, name, id, url_for(".plan", id=id), _page)


@pages.post("/<partnership>/work/scrutiny/<uuid:id>/reply/<name>")
@requires("run audits")
def reply(id: UUID, name: str) -> ResponseReturnValue:
    return commands.handle(commands.named(REPLY, name), name, id, url_for(".plan", id=id), _page)


def _page(id: UUID, sent: Sent) -> str:
    with here.read(ScrutinyPlans) as view:
        found = view.plan(id)
    if found is None:
        abort(404)
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "assurance/scrutiny_plan.html",
        plan=found,
        lines=lines,
        errors=sent.errors,
        today=today(),
        activities=[
            [a.what, a.theme or "none named", a.done_on, a.by, a.young_people or "none"]
            for a in found.activities
        ],
        commands=[] if found.conclusion else _forms(found, sent, len(lines)),
    )


def _forms(found: Plan, sent: Sent, seen: int) -> list[FormState]:
    themes = [(each, each) for each in found.themes]
    open_ones = [(d.disagreement, f"{d.between}: {_short(d.about, 60)}") for d in found.open]
    options = {
        "theme": themes,
        "about": themes,
        "question": [(each.question, _short(each.words, 80)) for each in found.waiting],
        "disagreement": open_ones,
        "resolved": open_ones,
    }
    return [
        sent.form(
            name,
            command,
            url_for(endpoint, id=found.id, name=name),
            seen=seen,
            options=options,
        )
        for name, command, endpoint in _possible(found)
    ]


def _possible(found: Plan) -> list[tuple[str, Command, str]]:
    names = [(name, each, ".handle") for name, each in EVERY.items() if is_offered("scrutinise")]
    if not found.open:
        names = [each for each in names if each[0] not in ("escalate", "resolve")]
    can_reply = found.waiting and is_offered("run audits")
    return [*((name, each, ".reply") for name, each in REPLY.items() if can_reply), *names]


def _short(words: str, most: int) -> str:
    return shorten(words, most, placeholder="...")
