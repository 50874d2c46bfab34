"""Calling a meeting, making its agenda, and saying that it was held."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import abort

from events.fact import Provenance
from projections.governance.meeting_rows import Meeting
from projections.governance.meetings import Meetings
from web.forms.acting import Given
from web.forms.commands import Ask, Deed
from web.forms.fields import Day, Form, Line
from web.forms.figures import DAY_HINT
from web.site.tenancy import here


class CallForm(Form):
    body = Line(longest=200, needed="Say which board or group is to meet.")
    planned_on = Day(needed="Say when it is to meet.")
    title = Line(longest=200)
    place = Line(longest=200)


class HoldForm(Form):
    body = Line(longest=200, needed="Say which board or group met.")
    held_on = Day(past=True)
    title = Line(longest=200)
    place = Line(longest=200)


class HeldForm(Form):
    held_on = Day(needed="Say on which day it met.", past=True)
    place = Line(longest=200)


class AgendaForm(Form):
    heading = Line(longest=200, needed="Say what the item is about.")
    lead = Line(longest=120)


def _call(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.meeting.call(id, provenance, **given)


def _hold(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.meeting.hold(id, replace(provenance, effective_on=given["held_on"]), **given)


def _held(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.meeting.hold_called(id, replace(provenance, effective_on=given["held_on"]), **given)


def _agenda(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.meeting.add_to_agenda(id, provenance, item=provenance.key, **given)


def meeting_of(id: UUID) -> Meeting:
    """Answers 404 where there is no such meeting."""
    with here.read(Meetings) as view:
        found = view.meeting(id)
    if found is None:
        abort(404)
    return found


NEW = {
    "call": Deed(
        CallForm(),
        _call,
        "The meeting is called. Add to its agenda.",
        "Call a meeting",
        (
            Ask("body", "Board or group"),
            Ask("planned_on", "When", hint=DAY_HINT),
            Ask("title", "What it is about"),
            Ask("place", "Where"),
        ),
        "For a meeting still to come: make its agenda now, its minutes afterwards.",
        "Call it",
    ),
    "hold": Deed(
        HoldForm(),
        _hold,
        "The meeting is recorded.",
        "Record a meeting that was held",
        (
            Ask("body", "Board or group"),
            Ask("held_on", "Day", hint=f"{DAY_HINT} Leave it empty where the minutes give none."),
            Ask("title", "What it was about"),
            Ask("place", "Where"),
        ),
    ),
}
DEEDS = {
    "held": Deed(
        HeldForm(),
        _held,
        "The meeting was held. Its minutes can be kept now.",
        "Say that it was held",
        (Ask("held_on", "Day", hint=DAY_HINT), Ask("place", "Where, if elsewhere")),
    ),
    "agenda": Deed(
        AgendaForm(),
        _agenda,
        "The item is on the agenda.",
        "Add to the agenda",
        (Ask("heading", "Item"), Ask("lead", "Who brings it", hint="A role, not a person's name.")),
    ),
}
