"""Resolutions of a meeting: passed, completed, and the decisions they led to."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.governance.meeting import ResolutionCompleted, ResolutionLedToDecision, ResolutionPassed
from services.governance.meeting_state import Meeting, once_held
from services.refusals import AlreadyThere, Missing, NotFound


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
