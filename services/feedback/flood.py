"""Setting aside one of many alike messages: read beside the others, and proposed for no action."""

from __future__ import annotations

from dataclasses import replace

from events.fact import Provenance
from events.feedback.triage import FeedbackRead
from services.change import Decided
from services.feedback.feedback_state import Feedback, not_taken_back
from services.feedback.no_action import propose_no_action
from services.refusals import Refusal


class ChangedMeanwhile(Refusal):
    words = "Somebody changed it, or the young person said more. Open it by itself."


def set_aside(
    feedback: Feedback, provenance: Provenance, *, why: str, reader: str, shown: int
) -> Decided:
    """What is recorded by hand of a message that somebody reads and would do nothing about.

    ``shown`` is how many facts of it the page showed. Raises ``ChangedMeanwhile`` where there are
    more by now, and what ``propose_no_action`` does.
    """
    if feedback.version != shown:
        raise ChangedMeanwhile
    if feedback.read:
        return propose_no_action(feedback, provenance, why=why)
    seen = FeedbackRead(*not_taken_back(feedback).next(provenance), reader=reader)
    then = replace(feedback, read=True, version=feedback.version + 1)
    return seen, propose_no_action(then, provenance, why=why)
