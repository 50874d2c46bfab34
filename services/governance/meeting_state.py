"""A meeting as far as decisions need it, and why something about it is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.governance.meeting import (
    AgendaItemAdded,
    AttendanceRecorded,
    ItemDiscussed,
    MeetingActionAgreed,
    MeetingActionCompleted,
    MeetingCalled,
    MeetingFact,
    MeetingHeld,
    MinuteCorrected,
    NoActionsAgreed,
    ResolutionCompleted,
    ResolutionLedToDecision,
    ResolutionPassed,
)
from events.governance.minutes_file import MinutesAttached
from services.refusals import Refusal
from services.state import State


class ActionsWereAgreed(Refusal):
    words = "A resolution or an action of this meeting is still open, so there are actions."


class NoActionsWereAgreed(Refusal):
    words = "The minutes say that no actions were agreed. Correct them first."


class NotHeldYet(Refusal):
    words = "This meeting has not been held yet. Say first that it was, and when."


class HeldAlready(Refusal):
    words = "This meeting has been held. Its minutes can be added to and corrected instead."


@dataclass(frozen=True)
class Meeting(State):
    called: bool = False
    body: str = ""
    title: str = ""
    place: str = ""
    held: bool = False
    open_actions: frozenset[str] = frozenset()
    without_actions: bool = False
    files: frozenset[UUID] = frozenset()
    numbers: frozenset[int] = frozenset()
    open_resolutions: frozenset[int] = frozenset()
    items: frozenset[str] = frozenset()


def evolve(state: Meeting, fact: MeetingFact) -> Meeting:
    match fact:
        case MeetingCalled():
            return replace(state, called=True, body=fact.body, title=fact.title, place=fact.place)
        case MeetingHeld():
            return replace(state, held=True)
        case MeetingActionAgreed():
            return replace(state, open_actions=state.open_actions | {fact.action})
        case MeetingActionCompleted():
            return replace(state, open_actions=state.open_actions - {fact.action})
        case NoActionsAgreed():
            return replace(state, without_actions=True)
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
        case MinutesAttached():
            return replace(state, files=state.files | {fact.file})
        case (
            AgendaItemAdded() | AttendanceRecorded() | ResolutionLedToDecision() | MinuteCorrected()
        ):
            return state
        case _:
            assert_never(fact)


def once_held(meeting: Meeting) -> Meeting:
    """Raises ``NotHeldYet`` where only its agenda may grow."""
    if meeting.called and not meeting.held:
        raise NotHeldYet
    return meeting
