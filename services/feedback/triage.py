"""What staff do about a message: read it, pass it on, answer it."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.feedback.triage import (
    FeedbackAnswered,
    FeedbackPassedOn,
    FeedbackRead,
    ThemeGiven,
)
from events.vocabulary import Outcome
from services.feedback.feedback_state import ENGLISH, Feedback, not_taken_back, once_read
from services.reading_age import refuse_hard
from services.refusals import Missing, Refusal


def read(
    feedback: Feedback, provenance: Provenance, *, reader: str, kept: bool = False
) -> FeedbackRead:
    """Somebody has read it with their own eyes.

    ``kept`` says that it is held for a person to read although it was taken back.
    """
    known = feedback if kept else not_taken_back(feedback)
    return FeedbackRead(*known.next(provenance), reader=reader)


def give_theme(feedback: Feedback, provenance: Provenance, *, theme: str) -> ThemeGiven:
    if not theme:
        raise Missing("Say which theme this belongs to.", field="theme")
    return ThemeGiven(*not_taken_back(feedback).next(provenance), theme=theme)


def pass_on(feedback: Feedback, provenance: Provenance, *, to: str, asked: str) -> FeedbackPassedOn:
    if not to:
        raise Missing("Say who this goes to.", field="to")
    return FeedbackPassedOn(
        *not_taken_back(once_read(feedback)).next(provenance), to=to, asked=asked
    )


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
