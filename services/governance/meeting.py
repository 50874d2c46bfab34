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
from services.governance.meeting_state import (
    ActionsWereAgreed,
    HeldAlready,
    Meeting,
    NoActionsWereAgreed,
    evolve,
    next_of,
)
from services.ledger import Service, decides, opens
from services.refusals import AlreadyThere, Missing, NotFound


def hold(
    stream: UUID,
    provenance: Provenance,
    *,
    body: str,
    title: str = "",
    held_on: PartialDate | None = None,
    place: str = "",
) -> MeetingHeld:
    if not body:
        raise Missing("Say which board or group met.", field="body")
    return MeetingHeld(stream, 1, provenance, body, title, held_on, place)


def call(
    stream: UUID,
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
    return MeetingCalled(stream, 1, provenance, body, title, planned_on, place)


def add_to_agenda(
    meeting: Meeting, provenance: Provenance, *, item: str, heading: str, lead: str = ""
) -> AgendaItemAdded:
    if meeting.held:
        raise HeldAlready
    if not heading:
        raise Missing("Say what the item is about.", field="heading")
    return AgendaItemAdded(meeting.id, meeting.version + 1, provenance, item, heading, lead)


def hold_called(
    meeting: Meeting, provenance: Provenance, *, held_on: PartialDate, place: str = ""
) -> MeetingHeld:
    """A meeting that was called has taken place; minutes can be kept from now on."""
    if meeting.held:
        raise HeldAlready
    where = place or meeting.place
    version = meeting.version + 1
    return MeetingHeld(meeting.id, version, provenance, meeting.body, meeting.title, held_on, where)


def attend(
    meeting: Meeting, provenance: Provenance, *, role: str, present: int, of: int | None = None
) -> AttendanceRecorded:
    """Raises ``Missing`` where more came than there are."""
    if present < 0 or (of is not None and present > of):
        raise Missing("More people can't have come than there are in the role.", field="present")
    return AttendanceRecorded(meeting.id, next_of(meeting), provenance, role, present, of)


def discuss(
    meeting: Meeting, provenance: Provenance, *, item: str, text: str, heading: str = ""
) -> ItemDiscussed:
    if not text:
        raise Missing("Write down what was discussed.", field="text")
    return ItemDiscussed(meeting.id, next_of(meeting), provenance, item, heading, text)


def resolve(
    meeting: Meeting, provenance: Provenance, *, number: int, text: str, asks: str = ""
) -> ResolutionPassed:
    if number in meeting.numbers:
        raise AlreadyThere(f"There is a resolution {number} already.")
    return ResolutionPassed(meeting.id, next_of(meeting), provenance, number, text, asks)


def complete_resolution(
    meeting: Meeting, provenance: Provenance, *, number: int, result: str
) -> ResolutionCompleted:
    if number not in meeting.open_resolutions:
        raise NotFound("No open resolution has that number.")
    if not result:
        raise Missing("Say what was done.", field="result")
    return ResolutionCompleted(meeting.id, meeting.version + 1, provenance, number, result)


def lead_to_decision(
    meeting: Meeting, provenance: Provenance, *, number: int, decision: UUID
) -> ResolutionLedToDecision:
    """``decision`` is what the resolution opened; it carries the resolution on."""
    if number not in meeting.numbers:
        raise NotFound("No resolution of this meeting has that number.")
    return ResolutionLedToDecision(meeting.id, next_of(meeting), provenance, number, decision)


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
    return MeetingActionAgreed(meeting.id, next_of(meeting), provenance, action, text, owner, due)


def complete_action(
    meeting: Meeting, provenance: Provenance, *, action: str, result: str
) -> MeetingActionCompleted:
    if action not in meeting.open_actions:
        raise NotFound("That action is not open in this meeting.")
    if not result:
        raise Missing("Say what came of it.", field="result")
    return MeetingActionCompleted(meeting.id, next_of(meeting), provenance, action, result)


def agree_no_actions(meeting: Meeting, provenance: Provenance) -> NoActionsAgreed:
    if meeting.open_resolutions or meeting.open_actions:
        raise ActionsWereAgreed
    return NoActionsAgreed(meeting.id, next_of(meeting), provenance)


def correct(
    meeting: Meeting, provenance: Provenance, *, item: str, was: str, now: str, why: str
) -> MinuteCorrected:
    """The first wording stays on record beside the corrected one."""
    if item not in meeting.items:
        raise NotFound("That item is not in these minutes.")
    if not (now and why):
        raise Missing("Give the right wording, and why it is corrected.", field="now")
    return MinuteCorrected(meeting.id, meeting.version + 1, provenance, item, was, now, why)


class MeetingService(Service[Meeting]):
    evolve = staticmethod(evolve)
    hold = opens(hold)
    call = opens(call)
    add_to_agenda = decides(add_to_agenda)
    hold_called = decides(hold_called)
    attend = decides(attend)
    discuss = decides(discuss)
    resolve = decides(resolve)
    lead_to_decision = decides(lead_to_decision)
    complete_resolution = decides(complete_resolution)
    agree_action = decides(agree_action)
    complete_action = decides(complete_action)
    agree_no_actions = decides(agree_no_actions)
    correct = decides(correct)
