"""Meetings: who was there, what was discussed, what was resolved, and what was corrected later."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact
from events.period import PartialDate


@dataclass(frozen=True)
class MeetingHeld(Fact):
    """``held_on`` is none where the minutes give no date."""

    TOPIC = "meeting.held"
    PERSONAL = frozenset()
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
    MeetingHeld
    | AttendanceRecorded
    | ItemDiscussed
    | ResolutionPassed
    | ResolutionCompleted
    | NoActionsAgreed
    | MinuteCorrected
)
