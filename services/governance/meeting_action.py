"""Actions that a meeting agreed, or the statement that it agreed none."""

from __future__ import annotations

from events.fact import Provenance
from events.governance.meeting import MeetingActionAgreed, MeetingActionCompleted, NoActionsAgreed
from events.period import PartialDate
from services.governance.meeting_state import (
    ActionsWereAgreed,
    Meeting,
    NoActionsWereAgreed,
    once_held,
)
from services.refusals import Missing, NotFound


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
