"""The action tracker: everything agreed anywhere, how far it is, and what it changed."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from projections.governance.action_rows import Tracked
from projections.governance.actions import Actions
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, answer, ask
from web.forms.fields import Day, Form, Words
from web.forms.figures import DAY_HINT
from web.site.authentication import requires
from web.site.formatting import today
from web.site.tenancy import here

pages = Blueprint("actions", __name__)
PLACES = {
    "decision": "decisions.decision",
    "audit": "audits.audit",
    "meeting": "meetings.meeting",
    "review": "cases.case",
}
SHOWN = ("open", "late", "done", "all")


class ProgressForm(Form):
    progress = Words(needed="Say how far it has come.")


class MoveForm(Form):
    due = Day(needed="Give the new day.")
    why = Words(needed="Say why the day moves.")


class DoneForm(Form):
    result = Words(needed="Say what came of it.")


class ImpactForm(Form):
    impact = Words(needed="Say what changed for children.")


def _named() -> str:
    return str((request.view_args or {})["action"])


def _note(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.action.note_progress(
        _stream(provenance), provenance, subject=id, action=_named(), **given
    )


def _move(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.action.move_due_day(
        _stream(provenance), provenance, subject=id, action=_named(), **given
    )


def _done(id: UUID, provenance: Provenance, given: Given) -> object:
    """Recorded where it was agreed."""
    complete = {
        "decision": here.decision.complete_action,
        "audit": here.audit.complete_action,
        "meeting": here.meeting.complete_action,
        "review": here.case_review.complete_action,
    }
    return complete[_action(id, _named()).kind](id, provenance, action=_named(), **given)


def _impact(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.action.note_impact(
        _stream(provenance), provenance, subject=id, action=_named(), **given
    )


DEEDS = {
    "done": Deed(
        DoneForm(),
        _done,
        "The action is done.",
        "Say that it is done",
        (Ask("result", "What came of it", "textarea"),),
        "It is recorded where it was agreed too.",
    ),
    "progress": Deed(
        ProgressForm(),
        _note,
        "The progress is noted.",
        "Note progress",
        (Ask("progress", "How far it has come", "textarea"),),
    ),
    "due": Deed(
        MoveForm(),
        _move,
        "The day is moved; the first day stays on record.",
        "Move its day",
        (Ask("due", "New day", hint=DAY_HINT), Ask("why", "Why", "textarea")),
        button="Move it",
    ),
    "impact": Deed(
        ImpactForm(),
        _impact,
        "What changed is recorded.",
        "Say what it changed",
        (Ask("impact", "What changed for children", "textarea"),),
        "The yearly report shows it.",
    ),
}


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
    found = _action(id, action)
    deeds = {name: deed for name, deed in DEEDS.items() if name == "impact" or not found.result}
    return render_template(
        "governance/actions_action.html",
        action=found,
        standing=found.standing(today()),
        places=PLACES,
        deeds=deeds,
    )


@pages.get("/<partnership>/work/actions/<uuid:id>/<action>/<name>")
@requires("keep governance")
def form(id: UUID, action: str, name: str) -> ResponseReturnValue:
    _action(id, action)
    return ask(DEEDS, name, url_for(".action", id=id, action=action))


@pages.post("/<partnership>/work/actions/<uuid:id>/<action>/<name>")
@requires("keep governance")
def handle(id: UUID, action: str, name: str) -> ResponseReturnValue:
    _action(id, action)
    return answer(DEEDS, name, id, url_for(".action", id=id, action=action))


def _action(id: UUID, action: str) -> Tracked:
    with here.read(Actions) as view:
        found = view.action(f"{id}:{action}")
    if found is None:
        abort(404)
    return found


def _is_shown(standing: str, show: str) -> bool:
    if show == "open":
        return standing != "done"
    return show in ("all", standing)


def _stream(provenance: Provenance) -> UUID:
    return here.ledger.name_of("action", provenance.key)
