"""Doing nothing because of what a child said: only where a second reader agrees."""

from __future__ import annotations

from events.fact import Provenance
from events.feedback.feedback import FeedbackAnswered, NoActionDeclined, NoActionProposed
from services.feedback.feedback_state import ENGLISH, Feedback, not_taken_back, once_read
from services.reading_age import refuse_hard
from services.refusals import AlreadyThere, Missing, Refusal


class NobodyProposed(Refusal):
    words = "Nobody has proposed to do nothing, or it was decided. Look at what stands there now."


class SecondReaderNeeded(Refusal):
    words = "You proposed this yourself. Another person must read it and agree."


class ProposerLetThemIn(Refusal):
    words = "Who proposed this also let you in. Somebody else must read it and agree."


def propose_no_action(feedback: Feedback, provenance: Provenance, *, why: str) -> NoActionProposed:
    """Raises ``NotReadYet``, ``AlreadyThere``, ``TooHard``, and ``Missing`` without a reason."""
    if not why:
        raise Missing("Say why, in words a child understands.", field="why")
    if feedback.language == ENGLISH:
        refuse_hard(provenance, why, "why")
    if feedback.no_action:
        raise AlreadyThere("Somebody has proposed this already. Another person decides.")
    return NoActionProposed(*not_taken_back(once_read(feedback)).next(provenance), why=why)


def agree_to_no_action(
    feedback: Feedback, provenance: Provenance, *, let_in: str = ""
) -> FeedbackAnswered:
    """It is answered with the reason. ``let_in`` says who let the second reader in.

    Raises ``SecondReaderNeeded``, ``ProposerLetThemIn``, ``NobodyProposed``.
    """
    proposed = _by_another(feedback, provenance)
    if let_in == proposed.provenance.by:
        raise ProposerLetThemIn
    return FeedbackAnswered(
        *not_taken_back(once_read(feedback)).next(provenance),
        outcome="we could not",
        reply=proposed.why,
        decision=None,
    )


def decline_no_action(feedback: Feedback, provenance: Provenance) -> NoActionDeclined:
    _by_another(feedback, provenance)
    return NoActionDeclined(*not_taken_back(feedback).next(provenance))


def _by_another(feedback: Feedback, provenance: Provenance) -> NoActionProposed:
    if feedback.no_action is None:
        raise NobodyProposed
    if feedback.no_action.provenance.by == provenance.by:
        raise SecondReaderNeeded
    return feedback.no_action
