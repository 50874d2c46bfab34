"""Every meeting: called, its agenda, who came, what was discussed, resolved, agreed and done."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from events.fact import Fact
from events.governance import meeting
from events.governance.minutes_file import MinutesAttached
from projections.engine.agreed_action import AgreedAction, completed
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.governance.meeting_rows import (
    AgendaItem,
    AttachedMinutes,
    Meeting,
    Present,
    Resolution,
)


class Meetings(Projection):
    name = "meeting_book"
    version = 2
    meetings = TableOf(Meeting)

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case meeting.MeetingCalled(body=body, title=title, place=where, planned_on=day):
                called = Meeting(id, body, title, where, fact.provenance.source, fact.micros)
                self.meetings.put(replace(called, planned_on=day))
            case meeting.MeetingHeld():
                self.meetings.put(_held(self.meetings.get(id), fact))
            case meeting.ItemDiscussed() | meeting.AgendaItemAdded() | meeting.MinuteCorrected():
                self.meetings.change(id, lambda row: replace(row, items=_items(row, fact)))
            case meeting.AttendanceRecorded(role=role, present=present, of=of):
                came = Present(role, present, of)
                self.meetings.change(
                    id, lambda row: replace(row, attendance=_newest(row.attendance, came))
                )
            case MinutesAttached(file=file, digest=digest, type=type, size=size):
                attached = AttachedMinutes(file, digest, type, size)
                self.meetings.change(id, lambda row: replace(row, files=(*row.files, attached)))
            case _ if isinstance(fact, meeting.MeetingFact):
                self.meetings.change(id, lambda row: _resolved(row, fact))
            case _:
                pass

    def all(self) -> list[Meeting]:
        """The newest first. Meetings without a stated day come last."""
        return sorted(self.meetings.where(), key=lambda row: (row.day, row.recorded), reverse=True)

    def meeting(self, id: UUID) -> Meeting | None:
        return self.meetings.get(id)


def _held(row: Meeting | None, fact: meeting.MeetingHeld) -> Meeting:
    known = row or Meeting(
        fact.originator_id, fact.body, fact.title, fact.place, fact.provenance.source, fact.micros
    )
    return replace(known, held=True, held_on=fact.held_on, place=fact.place)


def _items(row: Meeting, fact: Fact) -> tuple[AgendaItem, ...]:
    match fact:
        case meeting.AgendaItemAdded(item=item, heading=heading, lead=lead):
            return (*row.items, AgendaItem(item, heading, lead))
        case meeting.ItemDiscussed(item=item, heading=heading, text=text):
            if item in {each.item for each in row.items}:
                return tuple(replace(i, text=text) if i.item == item else i for i in row.items)
            return (*row.items, AgendaItem(item, heading, text=text))
        case meeting.MinuteCorrected(item=item, was=was, now=now, why=why):
            return tuple(
                replace(i, text=now, was=was, why=why) if i.item == item else i for i in row.items
            )
        case _:
            return row.items


def _resolved(row: Meeting, fact: Fact) -> Meeting:
    match fact:
        case meeting.ResolutionPassed(number=number, text=text, asks=asks):
            return replace(row, resolutions=(*row.resolutions, Resolution(number, text, asks)))
        case meeting.ResolutionCompleted(number=number, result=result):
            return _of_number(row, number, result=result)
        case meeting.ResolutionLedToDecision(number=number, decision=decision):
            return _of_number(row, number, decision=decision)
        case meeting.MeetingActionAgreed(action=action, text=text, owner=owner, due=due):
            return replace(row, actions=(*row.actions, AgreedAction(action, text, owner, due)))
        case meeting.MeetingActionCompleted(action=action, result=result):
            return replace(row, actions=completed(row.actions, action, result))
        case meeting.NoActionsAgreed():
            return replace(row, without_actions=True)
        case _:
            return row


def _of_number(row: Meeting, number: int, **change: object) -> Meeting:
    changed = (
        replace(each, **change) if each.number == number else each  # type: ignore[arg-type]
        for each in row.resolutions
    )
    return replace(row, resolutions=tuple(changed))


def _newest(attendance: tuple[Present, ...], came: Present) -> tuple[Present, ...]:
    """A role that is counted again is corrected; the history keeps both."""
    found = {each.role.casefold(): each for each in attendance}
    return tuple((found | {came.role.casefold(): came}).values())
