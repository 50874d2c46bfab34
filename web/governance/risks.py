"""The log of risks, challenges and escalations between agencies."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from events.governance.risk import Level, RiskKind
from projections.governance.risks import Risk, Risks
from projections.record.timeline import Timeline
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, answer, ask, offered
from web.forms.fields import Choice, Form, Line, Words, key_of
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("risks", __name__)
_LEVELS = offered(get_args(Level))


class RaiseForm(Form):
    kind = Choice(get_args(RiskKind), needed="Say whether it is a risk, challenge or escalation.")
    title = Line(longest=200, needed="Say in a line what it is.")
    detail = Words()
    raised_by = Line(longest=200)
    owner = Line(longest=200)
    level = Choice(get_args(Level), needed="Say how high it is.")


class ReviewForm(Form):
    level = Choice(get_args(Level), needed="Say how high it is now.")
    done = Words(needed="Say what is being done about it.")


class CloseForm(Form):
    how = Words(needed="Say how it ended.")


def _raise(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.risk.raise_risk(id, provenance, **given)


def _review(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.risk.review(id, provenance, **given)


def _close(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.risk.close(id, provenance, **given)


NEW = Deed(
    RaiseForm(),
    _raise,
    "It is in the log.",
    "Raise a risk, challenge or escalation",
    (
        Ask("kind", "What it is", "radios", options=offered(get_args(RiskKind))),
        Ask("title", "In a line"),
        Ask("detail", "In full", "textarea", "Never write a child's or a family's name."),
        Ask("raised_by", "Raised by", hint="An agency, a group or a role."),
        Ask("owner", "Who looks after it", hint="An agency, a group or a role."),
        Ask("level", "How high", "radios", options=_LEVELS),
    ),
    "A risk may happen. A challenge is one agency questioning another. An escalation goes to "
    "somebody more senior because agencies do not agree.",
    "Put it in the log",
)
DEEDS = {
    "review": Deed(
        ReviewForm(),
        _review,
        "The look is recorded.",
        "Look at it again",
        (
            Ask("level", "How high it is now", "radios", options=_LEVELS),
            Ask("done", "What is being done", "textarea"),
        ),
    ),
    "close": Deed(
        CloseForm(),
        _close,
        "It is closed; it stays on record.",
        "Close it",
        (Ask("how", "How it ended", "textarea"),),
        button="Close it",
    ),
}


@pages.get("/<partnership>/work/risks/")
@requires("read governance")
def log() -> ResponseReturnValue:
    with here.read(Risks) as view:
        risks = view.all()
    return render_template("governance/risks.html", risks=risks)


@pages.get("/<partnership>/work/risks/new")
@requires("keep governance")
def new() -> ResponseReturnValue:
    return ask({"new": NEW}, "new", url_for(".log"))


@pages.post("/<partnership>/work/risks/new")
@requires("keep governance")
def record() -> ResponseReturnValue:
    id = here.ledger.name_of("risk", key_of(request.form))
    return answer({"new": NEW}, "new", id, url_for(".risk", id=id))


@pages.get("/<partnership>/work/risks/<uuid:id>")
@requires("read governance")
def risk(id: UUID) -> ResponseReturnValue:
    found = _risk(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    deeds = {} if found.ended else DEEDS
    return render_template("governance/risks_risk.html", risk=found, lines=lines, deeds=deeds)


@pages.get("/<partnership>/work/risks/<uuid:id>/<name>")
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    return ask(DEEDS, name, url_for(".risk", id=_risk(id).id))


@pages.post("/<partnership>/work/risks/<uuid:id>/<name>")
@requires("keep governance")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    return answer(DEEDS, name, _risk(id).id, url_for(".risk", id=id))


def _risk(id: UUID) -> Risk:
    with here.read(Risks) as view:
        found = view.risk(id)
    if found is None:
        abort(404)
    return found
