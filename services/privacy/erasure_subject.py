"""What the facts of a thing itself say of whether it may be forgotten."""

from __future__ import annotations

from dataclasses import replace

from events.access.access import (
    AccessEnded,
    AccessGiven,
    AgencyAccessGiven,
    YoungEditorAccessGiven,
    YouthWorkerAccessGiven,
)
from events.fact import Fact
from events.feedback.feedback import FeedbackTakenBack
from events.feedback.triage import ConcernEscalated
from services.privacy.erasure_state import Forgetting


def about(forgetting: Forgetting, fact: Fact) -> Forgetting:
    """What the subject's own facts say of whether it may be forgotten."""
    match fact:
        case ConcernEscalated():
            return replace(forgetting, escalated_by=(*forgetting.escalated_by, fact.provenance.by))
        case FeedbackTakenBack():
            return replace(forgetting, taken_back=True)
        case (
            AccessGiven()
            | AgencyAccessGiven()
            | YoungEditorAccessGiven()
            | YouthWorkerAccessGiven()
        ):
            return replace(forgetting, can_sign_in=True)
        case AccessEnded():
            return replace(forgetting, can_sign_in=False)
        case _:
            return forgetting
