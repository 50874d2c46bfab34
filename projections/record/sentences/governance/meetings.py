"""Meetings called, held and minuted, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.governance import meeting
from events.governance.minutes_file import MinutesAttached, MinutesFileNamed
from projections.record.sentences.wording import day, due


def sentence(fact: meeting.MeetingFact | MinutesFileNamed) -> str:
    match fact:
        case meeting.MeetingCalled():
            return f"A meeting of {fact.body} was called for {fact.planned_on}."
        case meeting.AgendaItemAdded():
            return _agenda_item_added(fact)
        case meeting.MeetingHeld():
            return f"{fact.body} met{day(fact.held_on)}."
        case meeting.AttendanceRecorded():
            return _attendance_recorded(fact)
        case meeting.ItemDiscussed():
            return f"Discussed: {(fact.heading or fact.text).rstrip('.')}."
        case meeting.ResolutionPassed():
            return f"Resolved ({fact.number}): {fact.text.rstrip('.')}."
        case meeting.ResolutionLedToDecision():
            return f"Resolution {fact.number} opened a decision."
        case meeting.ResolutionCompleted():
            return f"Resolution {fact.number} was carried out: {fact.result.rstrip('.')}."
        case meeting.MeetingActionAgreed():
            return f"{fact.owner} agreed to do this{due(fact.due)}: {fact.text.rstrip('.')}."
        case meeting.MeetingActionCompleted():
            return f"An action was completed: {fact.result.rstrip('.')}."
        case meeting.NoActionsAgreed():
            return "The minutes say that there are no actions."
        case meeting.MinuteCorrected():
            return f"A minute was corrected. Why: {fact.why.rstrip('.')}."
        case MinutesAttached():
            return f"The minutes were attached as a file ({fact.type})."
        case MinutesFileNamed():
            return "A file of minutes was named, to be kept."
        case _:
            assert_never(fact)


def _agenda_item_added(fact: meeting.AgendaItemAdded) -> str:
    lead = f", led by {fact.lead}" if fact.lead else ""
    return f"On the agenda: {fact.heading.rstrip('.')}{lead}."


def _attendance_recorded(fact: meeting.AttendanceRecorded) -> str:
    of = f" of {fact.of}" if fact.of is not None else ""
    return f"Present: {fact.present}{of} {fact.role}."
