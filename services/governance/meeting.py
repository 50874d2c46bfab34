"""Minutes: what a meeting did, and what was corrected in them afterwards."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.governance.meeting import (
    AgendaItemAdded,
    AttendanceRecorded,
    ItemDiscussed,
    MeetingActionAgreed,
    MeetingActionCompleted,
    MeetingCalled,
    MeetingHeld,
    MinuteCorrected,
    NoActionsAgreed,
    ResolutionCompleted,
    ResolutionLedToDecision,
    ResolutionPassed,
)
from events.period import PartialDate
from services.command import Service, command, opening_command
from services.governance.meeting_state import (
    ActionsWereAgreed,
    HeldAlready,
    Meeting,
    NoActionsWereAgreed,
    evolve,
    once_held,
)
from services.refusals import AlreadyThere, Missing, NotFound


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


def resolve(
    meeting: Meeting, provenance: Provenance, *, number: int, text: str, asks: str = ""
) -> ResolutionPassed:
    if number in meeting.numbers:
        raise AlreadyThere(f"There is a resolution {number} already.")
    return ResolutionPassed(
        *once_held(meeting).next(provenance), number=number, text=text, asks=asks
    )


def complete_resolution(
    meeting: Meeting, provenance: Provenance, *, number: int, result: str
) -> ResolutionCompleted:
    if number not in meeting.open_resolutions:
        raise NotFound("No open resolution has that number.")
    if not result:
        raise Missing("Say what was done.", field="result")
    return ResolutionCompleted(*meeting.next(provenance), number=number, result=result)


def lead_to_decision(
    meeting: Meeting, provenance: Provenance, *, number: int, decision: UUID
) -> ResolutionLedToDecision:
    """``decision`` is what the resolution opened; it carries the resolution on."""
    if number not in meeting.numbers:
        raise NotFound("No resolution of this meeting has that number.")
    return ResolutionLedToDecision(
        *once_held(meeting).next(provenance), number=number, decision=decision
    )


def agree_action(
    meeting: Meeting,
    provenance: Provenance,
    *,
    action: str,
    text: str,
    owner: str,
    due: PartialDate | None,
) -> MeetingActionAgreed:
    if meeting.without_actions:
        raise NoActionsWereAgreed
    if not text:
        raise Missing("Say what will be done.", field="text")
    if not owner:
        raise Missing("Say who will do it.", field="owner")
    return MeetingActionAgreed(
        *once_held(meeting).next(provenance), action=action, text=text, owner=owner, due=due
    )


def complete_action(
    meeting: Meeting, provenance: Provenance, *, action: str, result: str
) -> MeetingActionCompleted:
    if action not in meeting.open_actions:
        raise NotFound("That action is not open in this meeting.")
    if not result:
        raise Missing("Say what came of it.", field="result")
    return MeetingActionCompleted(
        *once_held(meeting).next(provenance), action=action, result=result
    )


def agree_no_actions(meeting: Meeting, provenance: Provenance) -> NoActionsAgreed:
    if meeting.open_resolutions or meeting.open_actions:
        raise ActionsWereAgreed
    return NoActionsAgreed(*once_held(meeting).next(provenance))


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
