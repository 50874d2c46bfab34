"""Escalation: a child may be at risk, so somebody who must act is told."""

from __future__ import annotations

from events.fact import Provenance
from events.feedback.triage import ConcernEscalated, EscalationReferenceGiven, FeedbackRead
from services.feedback.feedback_state import Feedback
from services.feedback.triage import read
from services.refusals import Missing, Refusal


def escalate(
    feedback: Feedback,
    provenance: Provenance,
    *,
    to: str,
    escalated_at: str,
    reference: str = "",
    reader: str = "",
) -> ConcernEscalated | tuple[FeedbackRead, ConcernEscalated]:
    """A child may be at risk. Staff may do this at any time, even after the words were taken back.

    A person who escalates a message has read it. If a ``reader`` is named, the child is told that.
    A call is recorded at once, even where those who were told have not given a reference yet.
    """
    for field, given in (("to", to), ("escalated_at", escalated_at)):
        if not given:
            raise Missing("Say who was told, and when.", field=field)
    unread = bool(reader) and not feedback.read and not feedback.taken_back
    escalated = ConcernEscalated(
        *feedback.next(provenance, 2 if unread else 1),
        to=to,
        escalated_at=escalated_at,
        reference=reference,
    )
    return (read(feedback, provenance, reader=reader), escalated) if unread else escalated


class NoReferenceMissing(Refusal):
    words = "No reference is missing here: either nothing was escalated, or it was given."
    field = "reference"


def give_reference(
    feedback: Feedback, provenance: Provenance, *, reference: str
) -> EscalationReferenceGiven:
    """Those who were told gave it later. Raises ``Missing``, ``NoReferenceMissing``."""
    if not reference:
        raise Missing("Give their reference, so that it can be found again.", field="reference")
    if not feedback.waits_for_reference:
        raise NoReferenceMissing
    return EscalationReferenceGiven(*feedback.next(provenance), reference=reference)
