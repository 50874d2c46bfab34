"""Meetings: who was there, what was discussed, what was resolved, and what was corrected later."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact
from events.governance.minutes_file import MinutesAttached
from events.period import PartialDate


@dataclass(frozen=True)
class MeetingCalled(Fact):
    """A meeting that is still to come, so that its agenda can be made."""

    TOPIC = "meeting.called"
    PERSONAL = frozenset()
    DAY = ""
    body: str
    title: str
    planned_on: PartialDate
    place: str


@dataclass(frozen=True)
class AgendaItemAdded(Fact):
    """``item`` is the same for the item of the minutes; ``lead`` is a role, who brings it."""

    TOPIC = "meeting.agenda_item_added"
    PERSONAL = frozenset()
    item: str
    heading: str
    lead: str


@dataclass(frozen=True)
class MeetingHeld(Fact):
    """``held_on`` is none where the minutes give no date."""

    TOPIC = "meeting.held"
    PERSONAL = frozenset()
    DAY = "held_on"
    body: str
    title: str
    held_on: PartialDate | None
    place: str


@dataclass(frozen=True)
class AttendanceRecorded(Fact):
    """How many of a role came: ``of`` is none where the source does not say out of how many."""

    TOPIC = "meeting.attendance_recorded"
    PERSONAL = frozenset()
    role: str
    present: int
    of: int | None


@dataclass(frozen=True)
class ItemDiscussed(Fact):
    TOPIC = "meeting.item_discussed"
    PERSONAL = frozenset()
    item: str
    heading: str
    text: str


@dataclass(frozen=True)
class ResolutionPassed(Fact):
    """``asks`` names who is asked to do something; empty where nothing is left to do."""

    TOPIC = "meeting.resolution_passed"
    PERSONAL = frozenset()
    number: int
    text: str
    asks: str


@dataclass(frozen=True)
class ResolutionLedToDecision(Fact):
    """A resolution that opened a decision, which then carries it on."""

    TOPIC = "meeting.resolution_led_to_decision"
    PERSONAL = frozenset()
    number: int
    decision: UUID


@dataclass(frozen=True)
class MeetingActionAgreed(Fact):
    TOPIC = "meeting.action_agreed"
    PERSONAL = frozenset()
    DAY = ""
    action: str
    text: str
    owner: str
    due: PartialDate | None


@dataclass(frozen=True)
class MeetingActionCompleted(Fact):
    TOPIC = "meeting.action_completed"
    PERSONAL = frozenset()
    action: str
    result: str


@dataclass(frozen=True)
class ResolutionCompleted(Fact):
    TOPIC = "meeting.resolution_completed"
    PERSONAL = frozenset()
    number: int
    result: str


@dataclass(frozen=True)
class NoActionsAgreed(Fact):
    """The minutes say outright that there are no actions."""

    TOPIC = "meeting.no_actions_agreed"
    PERSONAL = frozenset()


@dataclass(frozen=True)
class MinuteCorrected(Fact):
    TOPIC = "meeting.minute_corrected"
    PERSONAL = frozenset()
    item: str
    was: str
    now: str
    why: str


MeetingFact = (
    MeetingCalled
    | AgendaItemAdded
    | MeetingHeld
    | AttendanceRecorded
    | ItemDiscussed
    | ResolutionPassed
    | ResolutionLedToDecision
    | ResolutionCompleted
    | MeetingActionAgreed
    | MeetingActionCompleted
    | NoActionsAgreed
    | MinuteCorrected
    | MinutesAttached
)
