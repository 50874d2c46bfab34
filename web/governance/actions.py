"""The action tracker: everything agreed anywhere, how far it is, and what it changed."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from projections.governance.action_rows import Tracked
from projections.governance.actions import Actions
from services.governance.action import ActionService
from web.forms import commands
from web.forms.commands import Command
from web.forms.fields import Day, Form, Words
from web.forms.figures import DAY_HINT
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


class ProgressForm(Form):
    progress = Words(needed="Say how far it has come.", label="How far it has come")


class MoveForm(Form):
    due = Day(needed="Give the new day.", label="New day", hint=DAY_HINT)
    why = Words(needed="Say why the day moves.", label="Why")


class DoneForm(Form):
    result = Words(needed="Say what came of it.", label="What came of it")


class ImpactForm(Form):
    impact = Words(needed="Say what changed for children.", label="What changed for children")


def _agreed(id: UUID) -> Tracked:
    """The action that the page is about."""
    return _action(id, str((request.view_args or {})["action"]))


def _stream(provenance: Provenance) -> UUID:
    return here.ledger.name_of("action", provenance.key)


def _subject(id: UUID) -> UUID:
    return id


def _name(id: UUID) -> str:
    return _agreed(id).action


def _complete(id: UUID, provenance: Provenance, *, result: str) -> object:
    """Recorded where it was agreed."""
    complete = {
        "decision": here.decision.complete_action,
        "audit": here.audit.complete_action,
        "meeting": here.meeting.complete_action,
        "review": here.case_review.complete_action,
    }
    found = _agreed(id)
    return complete[found.kind](id, provenance, action=found.action, result=result)


_WHICH = {"subject": _subject, "action": _name}
COMMANDS = {
    "done": Command(
        DoneForm,
        _complete,
        title="Say that it is done",
        done="The action is done.",
        help="It is recorded where it was agreed too.",
    ),
    "progress": Command(
        ProgressForm,
        ActionService.note_progress,
        title="Note progress",
        done="The progress is noted.",
        stream=_stream,
        also=_WHICH,
    ),
    "due": Command(
        MoveForm,
        ActionService.move_due_day,
        title="Move its day",
        done="The day is moved; the first day stays on record.",
        button="Move it",
        stream=_stream,
        also=_WHICH,
    ),
    "impact": Command(
        ImpactForm,
        ActionService.note_impact,
        title="Say what it changed",
        done="What changed is recorded.",
        help="The yearly report shows it.",
        stream=_stream,
        also=_WHICH,
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
    _action(id, action)
    return commands.page(
        commands.named(COMMANDS, name), id, url_for(".action", id=id, action=action)
    )


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
