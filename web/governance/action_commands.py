"""What happens to an agreed action: work on it, a new day, its end, its impact."""

from __future__ import annotations

from uuid import UUID

from flask import abort, request

from events.fact import Provenance
from projections.governance.action_rows import Tracked
from projections.governance.actions import Actions
from services.governance.action import ActionService
from web.forms.command import Command
from web.forms.day_fields import Day, When
from web.forms.fields import Form
from web.forms.figures import DAY_HINT
from web.forms.text_fields import Words
from web.site.tenancy import here


class ActionProgressForm(Form):
    progress = Words(needed="Say how far it has come.", label="How far it has come")
    progress_on = When(label="When that was so")


class ActionMoveForm(Form):
    due = Day(needed="Give the new day.", label="New day", hint=DAY_HINT)
    why = Words(needed="Say why the day moves.", label="Why")


class ActionDoneForm(Form):
    result = Words(needed="Say what came of it.", label="What came of it")
    done_on = When(label="When it was done")


class ActionImpactForm(Form):
    impact = Words(needed="Say what changed for children.", label="What changed for children")
    seen_on = When(label="When it was seen")


def _agreed(id: UUID) -> Tracked:
    """The action that the page is about."""
    return tracked_action(id, str((request.view_args or {})["action"]))


def _stream(provenance: Provenance) -> UUID:
    return here.ledger.name_of("action", provenance.key)


def _subject(id: UUID) -> UUID:
    return id


def _name(id: UUID) -> str:
    return _agreed(id).action


def _complete(id: UUID, provenance: Provenance, *, result: str) -> object:
    """Completes the action in the service of the thing that agreed it."""
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
        ActionDoneForm,
        _complete,
        title="Say that it is done",
        done="The action is done.",
        help="It is recorded where it was agreed too.",
    ),
    "progress": Command(
        ActionProgressForm,
        ActionService.note_progress,
        title="Note progress",
        done="The progress is noted.",
        stream=_stream,
        also=_WHICH,
    ),
    "due": Command(
        ActionMoveForm,
        ActionService.move_due_day,
        title="Move its day",
        done="The day is moved; the first day stays on record.",
        button="Move it",
        stream=_stream,
        also=_WHICH,
    ),
    "impact": Command(
        ActionImpactForm,
        ActionService.note_impact,
        title="Say what it changed",
        done="What changed is recorded.",
        help="The yearly report shows it.",
        stream=_stream,
        also=_WHICH,
    ),
}


def tracked_action(id: UUID, action: str) -> Tracked:
    with here.read(Actions) as view:
        found = view.action(f"{id}:{action}")
    if found is None:
        abort(404)
    return found
