"""Calling a meeting, making its agenda, and recording that it was held."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import abort

from events.fact import Provenance
from events.period import PartialDate
from projections.governance.meeting_rows import Meeting
from projections.governance.meetings import Meetings
from services.governance.meeting import MeetingService
from web.forms.command import Command, key
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.figures import DAY_HINT
from web.forms.text_fields import Line
from web.site.tenancy import here


class CallForm(Form):
    body = Line(longest=200, needed="Say which board or group is to meet.", label="Board or group")
    planned_on = Day(needed="Say when it is to meet.", label="When", hint=DAY_HINT)
    title = Line(longest=200, label="What it is about")
    place = Line(longest=200, label="Where")


class HoldMeetingForm(Form):
    body = Line(longest=200, needed="Say which board or group met.", label="Board or group")
    held_on = Day(
        past=True, label="Day", hint=f"{DAY_HINT} Leave it empty where the minutes give none."
    )
    title = Line(longest=200, label="What it was about")
    place = Line(longest=200, label="Where")


class MeetingHeldForm(Form):
    held_on = Day(needed="Say on which day it met.", past=True, label="Day", hint=DAY_HINT)
    place = Line(longest=200, label="Where, if elsewhere")


class AgendaForm(Form):
    heading = Line(longest=200, needed="Say what the item is about.", label="Item")
    lead = Line(longest=120, label="Who brings it", hint="A role, not a person's name.")


def meeting_of(id: UUID) -> Meeting:
    """The meeting. Answers 404 if there is none with this id."""
    with here.read(Meetings) as view:
        found = view.meeting(id)
    if found is None:
        abort(404)
    return found


def held_already(body: str, held_on: PartialDate | None) -> str:
    """Words where a meeting of the same body on the same day is recorded."""
    with here.read(Meetings) as view:
        known = [each for each in view.all() if each.held and each.held_on == held_on]
    if not any(each.body.casefold() == body.casefold() for each in known):
        return ""
    day = held_on or "a day that is not known"
    return f"A meeting of {body} on {day} is recorded already. Is this another one?"


def _on_its_day(held_on: PartialDate | None, provenance: Provenance) -> Provenance:
    """A meeting without a day has none: it is not taken for one of today."""
    return replace(provenance, effective_on=held_on, is_day_unknown=held_on is None)


NEW = {
    "call": Command(
        CallForm,
        MeetingService.call,
        title="Call a meeting",
        done="The meeting is called. Add to its agenda.",
        help="For a meeting still to come: make its agenda now, its minutes afterwards.",
        button="Call it",
    ),
    "hold": Command(
        HoldMeetingForm,
        MeetingService.hold,
        title="Record a meeting that was held",
        done="The meeting is recorded.",
        provenance=_on_its_day,
        doubt=held_already,
    ),
}
COMMANDS = {
    "held": Command(
        MeetingHeldForm,
        MeetingService.hold_called,
        title="Say that it was held",
        done="The meeting was held. Its minutes can be kept now.",
        day="held_on",
    ),
    "agenda": Command(
        AgendaForm,
        MeetingService.add_to_agenda,
        title="Add to the agenda",
        done="The item is on the agenda.",
        also={"item": key},
    ),
}
