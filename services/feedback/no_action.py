"""Doing nothing because of a message: one reader proposes it, a second agrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from events.fact import Provenance
from events.feedback.triage import FeedbackAnswered, NoActionDeclined, NoActionProposed
from services.feedback.feedback_state import ENGLISH, Feedback, not_taken_back, once_read
from services.four_eyes import Outsider, refuse_alone, refuse_outsider
from services.let_in import LetIn
from services.reading_age import refuse_hard
from services.refusals import AlreadyThere, Missing, Refusal


class NobodyProposed(Refusal):
    words = "Nobody has proposed to do nothing, or it was decided. Look at what stands there now."


class SecondReaderNeeded(Refusal):
    words = "You proposed this yourself. Another person must read it and agree."


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
    feedback: Feedback, provenance: Provenance, *, let_in: LetIn
) -> FeedbackAnswered:
    """It is answered with the reason.

    Raises ``SecondReaderNeeded``, ``LetInByOther``, ``NobodyProposed``.
    """
    proposed = _proposed(feedback)
    refuse_alone(let_in, provenance.by, [proposed.provenance.by], own=SecondReaderNeeded())
    return _answered(feedback, provenance, proposed)


def agree_outside(
    feedback: Feedback,
    provenance: Provenance,
    *,
    outsider: Outsider,
    may: Mapping[str, str],
    let_in: LetIn,
) -> FeedbackAnswered:
    """Somebody outside this service read it and agreed, as nobody here may.

    ``may`` names those who agree by their role. Raises ``SomebodyHereMay``, ``NobodyProposed``.
    """
    proposed = _proposed(feedback)
    refuse_outsider(let_in, may, [proposed.provenance.by], outsider)
    answered = _answered(feedback, provenance, proposed)
    return replace(answered, seconded_by=outsider.words, seconded_on=outsider.on)


def decline_no_action(feedback: Feedback, provenance: Provenance) -> NoActionDeclined:
    """By anybody, who proposed it too: that something is done takes no second person."""
    _proposed(feedback)
    return NoActionDeclined(*not_taken_back(feedback).next(provenance))


def _answered(
    feedback: Feedback, provenance: Provenance, proposed: NoActionProposed
) -> FeedbackAnswered:
    return FeedbackAnswered(
        *not_taken_back(once_read(feedback)).next(provenance),
        outcome="we could not",
        reply=proposed.why,
        decision=None,
    )


def _proposed(feedback: Feedback) -> NoActionProposed:
    if feedback.no_action is None:
        raise NobodyProposed
    return feedback.no_action
