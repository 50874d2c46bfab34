"""Meetings and their minutes: called, held, discussed, corrected."""

from __future__ import annotations

from events.fact import Provenance
from events.governance.meeting import (
    AgendaItemAdded,
    AttendanceRecorded,
    ItemDiscussed,
    MeetingCalled,
    MeetingHeld,
    MinuteCorrected,
)
from events.period import PartialDate
from services.command import Service, command, opening_command
from services.governance.meeting_action import agree_action, agree_no_actions, complete_action
from services.governance.meeting_state import HeldAlready, Meeting, evolve, once_held
from services.governance.resolution import complete_resolution, lead_to_decision, resolve
from services.refusals import Missing, NotFound


def hold(
    meeting: Meeting,
    provenance: Provenance,
    *,
    body: str,
    title: str = "",
    held_on: PartialDate | None = None,
    place: str = "",
) -> MeetingHeld:
    if not body:
        raise Missing("Say which board or group met.", field="body")
    return MeetingHeld(
        *meeting.next(provenance), body=body, title=title, held_on=held_on, place=place
    )


def call(
    meeting: Meeting,
    provenance: Provenance,
    *,
    body: str,
    planned_on: PartialDate,
    title: str = "",
    place: str = "",
) -> MeetingCalled:
    """A meeting still to come. Raises ``Missing``."""
    if not body:
        raise Missing("Say which board or group is to meet.", field="body")
    return MeetingCalled(
        *meeting.next(provenance), body=body, title=title, planned_on=planned_on, place=place
    )


def add_to_agenda(
    meeting: Meeting, provenance: Provenance, *, item: str, heading: str, lead: str = ""
) -> AgendaItemAdded:
    if meeting.held:
        raise HeldAlready
    if not heading:
        raise Missing("Say what the item is about.", field="heading")
    return AgendaItemAdded(*meeting.next(provenance), item=item, heading=heading, lead=lead)


def hold_called(
    meeting: Meeting, provenance: Provenance, *, held_on: PartialDate, place: str = ""
) -> MeetingHeld:
    """A meeting that was called has taken place; minutes can be kept from now on."""
    if meeting.held:
        raise HeldAlready
    where = place or meeting.place
    return MeetingHeld(
        *meeting.next(provenance),
        body=meeting.body,
        title=meeting.title,
        held_on=held_on,
        place=where,
    )


def attend(
    meeting: Meeting, provenance: Provenance, *, role: str, present: int, of: int | None = None
) -> AttendanceRecorded:
    """Raises ``Missing`` where more came than there are."""
    if present < 0 or (of is not None and present > of):
        raise Missing("More people can't have come than there are in the role.", field="present")
    return AttendanceRecorded(
        *once_held(meeting).next(provenance), role=role, present=present, of=of
    )


def discuss(
    meeting: Meeting, provenance: Provenance, *, item: str, text: str, heading: str = ""
) -> ItemDiscussed:
    if not text:
        raise Missing("Write down what was discussed.", field="text")
    return ItemDiscussed(
        *once_held(meeting).next(provenance), item=item, heading=heading, text=text
    )


def correct(
    meeting: Meeting, provenance: Provenance, *, item: str, was: str, now: str, why: str
) -> MinuteCorrected:
    """The first wording stays on record beside the corrected one."""
    if item not in meeting.items:
        raise NotFound("That item is not in these minutes.")
    if not (now and why):
        raise Missing("Give the right wording, and why it is corrected.", field="now")
    return MinuteCorrected(*meeting.next(provenance), item=item, was=was, now=now, why=why)


class MeetingService(Service[Meeting]):
    evolve = staticmethod(evolve)
    hold = opening_command(hold)
    call = opening_command(call)
    add_to_agenda = command(add_to_agenda)
    hold_called = command(hold_called)
    attend = command(attend)
    discuss = command(discuss)
    resolve = command(resolve)
    lead_to_decision = command(lead_to_decision)
    complete_resolution = command(complete_resolution)
    agree_action = command(agree_action)
    complete_action = command(complete_action)
    agree_no_actions = command(agree_no_actions)
    correct = command(correct)
