"""The log of risks, challenges and escalations between agencies."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from events.governance.risk import Level, RiskKind
from projections.governance.risks import Risk, Risks
from projections.record.timeline import Timeline
from services.governance.risk import RiskService
from web.forms import commands
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.day_fields import When
from web.forms.fields import Form
from web.forms.text_fields import Line, Words
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("risks", __name__)


class RaiseForm(Form):
    kind = Choice(
        get_args(RiskKind),
        needed="Say whether it is a risk, challenge or escalation.",
        label="What it is",
    )
    title = Line(longest=200, needed="Say in a line what it is.", label="In a line")
    detail = Words(label="In full", hint="Never write a child's or a family's name.")
    raised_by = Line(longest=200, label="Raised by", hint="An agency, a group or a role.")
    owner = Line(longest=200, label="Who looks after it", hint="An agency, a group or a role.")
    level = Choice(get_args(Level), needed="Say how high it is.", label="How high")
    raised_on = When(label="When it was raised")


class ReviewForm(Form):
    level = Choice(
        get_args(Level),
        needed="Say how high it is now.",
        label="How high it is now",
    )
    done = Words(needed="Say what is being done about it.", label="What is being done")
    reviewed_on = When(label="When it was looked at")


class CloseRiskForm(Form):
    how = Words(needed="Say how it ended.", label="How it ended")
    closed_on = When(label="When it ended")


NEW = Command(
    RaiseForm,
    RiskService.raise_risk,
    title="Raise a risk, challenge or escalation",
    done="It is in the log.",
    help="A risk may happen. A challenge is one agency questioning another. An escalation goes to "
    "somebody more senior because agencies do not agree.",
    button="Put it in the log",
)
COMMANDS = {
    "review": Command(
        ReviewForm, RiskService.review, title="Look at it again", done="The look is recorded."
    ),
    "close": Command(
        CloseRiskForm,
        RiskService.close,
        title="Close it",
        done="It is closed; it stays on record.",
        button="Close it",
    ),
}


@pages.get("/<partnership>/work/risks/")
@requires("read governance")
def log() -> ResponseReturnValue:
    with here.read(Risks) as view:
        risks = view.all()
    return render_template("governance/risks.html", risks=risks)


@pages.route("/<partnership>/work/risks/new", methods=["GET", "POST"])
@requires("keep governance")
def new() -> ResponseReturnValue:
    id = commands.new_id("risk")
    return commands.page(NEW, id, url_for(".risk", id=id), back=url_for(".log"))


@pages.get("/<partnership>/work/risks/<uuid:id>")
@requires("read governance")
def risk(id: UUID) -> ResponseReturnValue:
    found = _risk(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    can_do = {} if found.ended else COMMANDS
    return render_template("governance/risks_risk.html", risk=found, lines=lines, commands=can_do)


@pages.route("/<partnership>/work/risks/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    return commands.page(commands.named(COMMANDS, name), _risk(id).id, url_for(".risk", id=id))


def _risk(id: UUID) -> Risk:
    with here.read(Risks) as view:
        found = view.risk(id)
    if found is None:
        abort(404)
    return found
