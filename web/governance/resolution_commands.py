"""Resolutions and actions of a meeting: passed, carried out, made a decision, agreed, done."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from services.governance.meeting import MeetingService
from services.refusals import NotFound
from web.forms.command import Command, key
from web.forms.day_fields import Day, When
from web.forms.fields import Form
from web.forms.figures import DAY_HINT, Whole
from web.forms.text_fields import Line, Words
from web.governance.decision_forms import priorities_here
from web.governance.meeting_commands import meeting_of
from web.governance.minutes_commands import of_meeting, that_day
from web.site.tenancy import here

_OPEN = of_meeting(
    lambda one: [(str(r.number), f"{r.number}. {r.text}") for r in one.resolutions if r.is_open]
)


_ALL = of_meeting(
    lambda one: [
        (str(r.number), f"{r.number}. {r.text}") for r in one.resolutions if r.decision is None
    ]
)


class ResolutionForm(Form):
    text = Words(needed="Write the resolution as it was passed.", label="What was resolved")
    asks = Line(
        longest=200,
        label="Who is asked to do something",
        hint="Leave it empty where nothing is left to do.",
    )


class ResolutionDoneForm(Form):
    number = Whole(needed="Choose the resolution.", label="Resolution", options=_OPEN)
    result = Words(needed="Say what was done.", label="What was done")
    resolution_done_on = When(label="When it was done")


class DecisionForm(Form):
    number = Whole(needed="Choose the resolution.", label="Resolution", options=_ALL)
    priority = Line(
        longest=80, label="Priority it belongs to", options=priorities_here, blank="None"
    )


class ResolutionActionForm(Form):
    text = Words(needed="Say what will be done.", label="What will be done")
    owner = Line(longest=200, needed="Say who will do it.", label="Who will do it")
    due = Day(label="By when", hint=DAY_HINT)


class ResolutionActionDoneForm(Form):
    action = Line(
        longest=64,
        needed="Choose the action.",
        label="Action",
        options=of_meeting(lambda one: [(a.action, a.text) for a in one.open_actions]),
    )
    result = Words(needed="Say what came of it.", label="What came of it")
    action_done_on = When(label="When it was done")


class NoneForm(Form):
    pass


def _number(id: UUID, provenance: Provenance) -> int:
    """The next number. The same request has the same number."""
    known = {fact.provenance.key: fact for fact in here.ledger.facts(id)}.get(provenance.key)
    return getattr(known, "number", None) or meeting_of(id).next_number


def _decide(id: UUID, provenance: Provenance, *, number: int, priority: str) -> object:
    """Opens a decision that rests on this meeting, and links both in one save."""
    found = {each.number: each for each in meeting_of(id).resolutions}.get(number)
    if found is None:
        raise NotFound("No resolution of this meeting has that number.", field="number")
    opened = here.ledger.name_of("resolution", str(id), str(found.number))
    here.decision.propose(opened, provenance, title=found.text[:200], priority=priority)
    said = f"resolution {found.number} of {meeting_of(id).body}"
    linked = Provenance(provenance.by, provenance.source, None, f"{provenance.key}/linked")
    here.decision.link_evidence(opened, linked, kind="meeting", evidence=id, said=said)
    return here.meeting.lead_to_decision(id, provenance, number=found.number, decision=opened)


COMMANDS = {
    "resolve": Command(
        ResolutionForm,
        MeetingService.resolve,
        title="Record a resolution",
        done="The resolution is recorded.",
        provenance=that_day,
        also={"number": _number},
    ),
    "done": Command(
        ResolutionDoneForm,
        MeetingService.complete_resolution,
        title="Say that a resolution was done",
        done="The resolution is carried out.",
    ),
    "decision": Command(
        DecisionForm,
        _decide,
        title="Open a decision from a resolution",
        done="A decision is opened. Make it on the page Decisions.",
        help=(
            "A decision has a reason, evidence, actions and what changed; a resolution may need "
            "one."
        ),
        button="Open it",
    ),
    "action": Command(
        ResolutionActionForm,
        MeetingService.agree_action,
        title="Agree an action",
        done="The action is agreed.",
        button="Agree it",
        provenance=that_day,
        also={"action": key},
    ),
    "action-done": Command(
        ResolutionActionDoneForm,
        MeetingService.complete_action,
        title="Complete an action",
        done="The action is done.",
    ),
    "no-actions": Command(
        NoneForm,
        MeetingService.agree_no_actions,
        title="Say that no actions were agreed",
        done="Recorded: no actions were agreed.",
        help="The minutes then say “Actions: None”, rather than nothing at all.",
        button="Record: none",
        provenance=that_day,
    ),
}
