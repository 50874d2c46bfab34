"""Answering a young person: in words a child understands, and never alone where it is a no."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.feedback.feedback import FeedbackAnswered
from events.vocabulary import Outcome
from services.feedback.feedback_state import ENGLISH, Feedback, not_taken_back, once_read
from services.reading_age import refuse_hard
from services.refusals import Missing, Refusal


class NotAlone(Refusal):
    words = (
        "To say no takes a decision, or a second person who agrees. Choose the decision, or "
        "propose to do nothing."
    )
    field = "outcome"


def answer(
    feedback: Feedback,
    provenance: Provenance,
    *,
    outcome: Outcome,
    reply: str,
    decision: UUID | None = None,
) -> FeedbackAnswered:
    """Raises ``NotAlone`` for a no of one person alone, and ``TooHard`` in English."""
    if not reply:
        raise Missing("Write the reply in words a child understands.", field="reply")
    if outcome == "we could not" and decision is None:
        raise NotAlone
    if feedback.language == ENGLISH:
        refuse_hard(provenance, reply, "reply")
    return FeedbackAnswered(
        *not_taken_back(once_read(feedback)).next(provenance),
        outcome=outcome,
        reply=reply,
        decision=decision,
    )
