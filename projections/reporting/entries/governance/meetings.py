"""What meetings put into a report, once they were held."""

from __future__ import annotations

from typing import assert_never

from events.governance import meeting
from events.governance.minutes_file import MinutesAttached, MinutesFileNamed
from projections.reporting.entries.entry import Entry, made


def entry(fact: meeting.MeetingFact | MinutesFileNamed) -> Entry | None:
    match fact:
        case meeting.MeetingHeld():
            return _meeting_held(fact)
        case meeting.AttendanceRecorded():
            return _attendance_recorded(fact)
        case meeting.ItemDiscussed():
            return _item_discussed(fact)
        case meeting.ResolutionPassed():
            return _resolution_passed(fact)
        case meeting.ResolutionCompleted():
            return _resolution_completed(fact)
        case meeting.MeetingActionAgreed():
            return _meeting_action_agreed(fact)
        case meeting.MeetingActionCompleted():
            return made(fact, "meetings", "action done", words=fact.result, tag=fact.action)
        case meeting.NoActionsAgreed():
            return made(fact, "meetings", "no actions", words="None.")
        case meeting.MinuteCorrected():
            return _minute_corrected(fact)
        case (
            meeting.MeetingCalled()
            | meeting.AgendaItemAdded()
            | meeting.ResolutionLedToDecision()
            | MinutesAttached()
            | MinutesFileNamed()
        ):
            return None
        case _:
            assert_never(fact)


def _meeting_held(fact: meeting.MeetingHeld) -> Entry:
    return made(
        fact,
        "meetings",
        "meeting",
        heading=fact.body,
        words=fact.title,
        when=fact.held_on,
        value=f"{fact.held_on}" if fact.held_on else "day not stated",
        note=fact.place,
    )


def _attendance_recorded(fact: meeting.AttendanceRecorded) -> Entry:
    of = f"{fact.present} of {fact.of}" if fact.of is not None else f"{fact.present}"
    return made(fact, "meetings", "present", words=fact.role, value=of)


def _item_discussed(fact: meeting.ItemDiscussed) -> Entry:
    return made(fact, "meetings", "item", heading=fact.heading, words=fact.text, tag=fact.item)


def _resolution_passed(fact: meeting.ResolutionPassed) -> Entry:
    return made(
        fact, "meetings", "resolution", words=fact.text, value=str(fact.number), note=fact.asks
    )


def _resolution_completed(fact: meeting.ResolutionCompleted) -> Entry:
    return made(fact, "meetings", "resolution done", words=fact.result, value=str(fact.number))


def _meeting_action_agreed(fact: meeting.MeetingActionAgreed) -> Entry:
    note = f"{fact.owner}, by {fact.due}" if fact.due else fact.owner
    return made(fact, "meetings", "action", words=fact.text, note=note, tag=fact.action)


def _minute_corrected(fact: meeting.MinuteCorrected) -> Entry:
    note = f"It read “{fact.was}”. {fact.why}"
    return made(fact, "meetings", "correction", words=fact.now, note=note, tag=fact.item)
