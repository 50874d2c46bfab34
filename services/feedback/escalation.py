"""Escalation: a child may be at risk, so somebody who must act is told."""

from __future__ import annotations

from events.fact import Provenance
from events.feedback.triage import ConcernEscalated, FeedbackRead
from services.feedback.feedback_state import Feedback
from services.feedback.triage import read
from services.refusals import Missing


def escalate(
    feedback: Feedback,
    provenance: Provenance,
    *,
    to: str,
    escalated_at: str,
    reference: str,
    reader: str = "",
) -> ConcernEscalated | tuple[FeedbackRead, ConcernEscalated]:
    """A child may be at risk. Staff may do this at any time, even after the words were taken back.

    A person who escalates a message has read it. If a ``reader`` is named, the child is told that.
    """
    for field, given in (("to", to), ("escalated_at", escalated_at), ("reference", reference)):
        if not given:
            raise Missing("Say who was told, when, and under which reference.", field=field)
    unread = bool(reader) and not feedback.read and not feedback.taken_back
    escalated = ConcernEscalated(
        *feedback.next(provenance, 2 if unread else 1),
        to=to,
        escalated_at=escalated_at,
        reference=reference,
    )
    return (read(feedback, provenance, reader=reader), escalated) if unread else escalated
