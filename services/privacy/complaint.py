"""Complaints about how data was used: received from anybody, acknowledged, answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from events.fact import Provenance
from events.privacy.complaint import (
    ComplaintAcknowledged,
    ComplaintAnswered,
    ComplaintFact,
    ComplaintReceived,
)
from services.command import Service, command, opening_command
from services.letters import is_longer
from services.refusals import AlreadyThere, Missing, Refusal
from services.state import State

DAYS = 30  # to acknowledge it, counted in calendar days from the day it came
LONGEST = 4000


class TooLongAComplaint(Refusal):
    words = f"That is more than {LONGEST:,} letters. Please make it shorter."
    field = "words"


@dataclass(frozen=True)
class Complaint(State):
    acknowledged: bool = False
    answered: bool = False


def evolve(state: Complaint, fact: ComplaintFact) -> Complaint:
    match fact:
        case ComplaintReceived():
            return state
        case ComplaintAcknowledged():
            return replace(state, acknowledged=True)
        case ComplaintAnswered():
            return replace(state, acknowledged=True, answered=True)
        case _:
            assert_never(fact)


def receive(
    complaint: Complaint, provenance: Provenance, *, words: str, contact: str
) -> ComplaintReceived:
    """Raises ``Missing``, ``TooLongAComplaint``."""
    if not words:
        raise Missing("Say what went wrong.", field="words")
    if is_longer(words, LONGEST):
        raise TooLongAComplaint
    return ComplaintReceived(*complaint.next(provenance), words=words, contact=contact)


def acknowledge(complaint: Complaint, provenance: Provenance) -> ComplaintAcknowledged:
    if complaint.acknowledged:
        raise AlreadyThere
    return ComplaintAcknowledged(*complaint.next(provenance))


def answer(complaint: Complaint, provenance: Provenance, *, answer: str) -> ComplaintAnswered:
    """Raises ``Missing`` without words, ``AlreadyThere`` where it was answered."""
    if not answer:
        raise Missing("Say what you found and what you did.", field="answer")
    if complaint.answered:
        raise AlreadyThere
    return ComplaintAnswered(*complaint.next(provenance), answer=answer)


class ComplaintService(Service[Complaint]):
    evolve = staticmethod(evolve)
    receive = opening_command(receive)
    acknowledge = command(acknowledge)
    answer = command(answer)
