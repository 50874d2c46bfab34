"""Minutes: what a meeting did, and what was corrected in them afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Told
from events.meeting import (
    AttendanceRecorded,
    ItemDiscussed,
    MeetingFact,
    MeetingHeld,
    MinuteCorrected,
    NoActionsAgreed,
    ResolutionCompleted,
    ResolutionPassed,
)
from events.period import PartialDate
from services.ledger import Service, State, decides, opens
from services.refusals import AlreadyThere, Missing, NotFound, Refusal


class ActionsWereAgreed(Refusal):
    words = "A resolution of this meeting asks for something, so there are actions."


@dataclass(frozen=True)
class Meeting(State):
    numbers: frozenset[int] = frozenset()
    open_resolutions: frozenset[int] = frozenset()
    items: frozenset[str] = frozenset()


def evolve(meeting: Meeting | None, fact: MeetingFact) -> Meeting:
    state = replace(meeting or Meeting(fact.originator_id, 0), version=fact.originator_version)
    match fact:
        case ResolutionPassed():
            asked = {fact.number} if fact.asks else set()
            return replace(
                state,
                numbers=state.numbers | {fact.number},
                open_resolutions=state.open_resolutions | asked,
            )
        case ResolutionCompleted():
            return replace(state, open_resolutions=state.open_resolutions - {fact.number})
        case ItemDiscussed():
            return replace(state, items=state.items | {fact.item})
        case MeetingHeld() | AttendanceRecorded() | NoActionsAgreed() | MinuteCorrected():
            return state
        case _:
            assert_never(fact)


def hold(
    stream: UUID,
    told: Told,
    *,
    body: str,
    title: str = "",
    held_on: PartialDate | None = None,
    place: str = "",
) -> MeetingHeld:
    if not body:
        raise Missing("Say which board or group met.", field="body")
    return MeetingHeld(stream, 1, told, body, title, held_on, place)


def attend(
    meeting: Meeting, told: Told, *, role: str, present: int, of: int | None = None
) -> AttendanceRecorded:
    """Raises ``Missing`` where more came than there are."""
    if present < 0 or (of is not None and present > of):
        raise Missing("More people can't have come than there are in the role.", field="present")
    return AttendanceRecorded(meeting.id, meeting.version + 1, told, role, present, of)


def discuss(
    meeting: Meeting, told: Told, *, item: str, text: str, heading: str = ""
) -> ItemDiscussed:
    if not text:
        raise Missing("Write down what was discussed.", field="text")
    return ItemDiscussed(meeting.id, meeting.version + 1, told, item, heading, text)


def resolve(
    meeting: Meeting, told: Told, *, number: int, text: str, asks: str = ""
) -> ResolutionPassed:
    if number in meeting.numbers:
        raise AlreadyThere(f"There is a resolution {number} already.")
    return ResolutionPassed(meeting.id, meeting.version + 1, told, number, text, asks)


def complete_resolution(
    meeting: Meeting, told: Told, *, number: int, result: str
) -> ResolutionCompleted:
    if number not in meeting.open_resolutions:
        raise NotFound("No open resolution has that number.")
    if not result:
        raise Missing("Say what was done.", field="result")
    return ResolutionCompleted(meeting.id, meeting.version + 1, told, number, result)


def agree_no_actions(meeting: Meeting, told: Told) -> NoActionsAgreed:
    if meeting.open_resolutions:
        raise ActionsWereAgreed
    return NoActionsAgreed(meeting.id, meeting.version + 1, told)


def correct(
    meeting: Meeting, told: Told, *, item: str, was: str, now: str, why: str
) -> MinuteCorrected:
    """The first wording stays on record beside the corrected one."""
    if item not in meeting.items:
        raise NotFound("That item is not in these minutes.")
    if not (now and why):
        raise Missing("Give the right wording, and why it is corrected.", field="now")
    return MinuteCorrected(meeting.id, meeting.version + 1, told, item, was, now, why)


class MeetingService(Service[Meeting]):
    evolve = staticmethod(evolve)
    hold = opens(hold)
    attend = decides(attend)
    discuss = decides(discuss)
    resolve = decides(resolve)
    complete_resolution = decides(complete_resolution)
    agree_no_actions = decides(agree_no_actions)
    correct = decides(correct)
