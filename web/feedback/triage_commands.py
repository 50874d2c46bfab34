"""What staff do with a young person's message."""

from __future__ import annotations

from uuid import UUID

from projections.feedback.triage_queue import TriageQueue
from projections.feedback.triage_rows import TriageItem
from services.feedback.feedback import FeedbackService
from web.feedback.triage_forms import (
    EscalateConcernForm,
    FeedbackAnswerForm,
    PassOnForm,
    ReferenceForm,
    ThemeForm,
    TriageActionForm,
    decision_options,
)
from web.forms.command import Command
from web.site.authentication import who
from web.site.tenancy import here


def _reader() -> str:
    return who.role


def _kept(id: UUID) -> bool:
    """Whether words that were taken back are held until somebody has read them."""
    with here.read(TriageQueue) as queue:
        item = queue.item(id)
    return item is not None and item.taken_back and item.needs_somebody


def _told_to(told_to: str) -> str:
    return told_to


def _decision(decision: str) -> UUID | None:
    return UUID(decision) if decision in dict(decision_options()) else None


COMMANDS = {
    "read": Command(
        TriageActionForm,
        FeedbackService.read,
        title="Read it",
        done="Marked as read.",
        help="The young person sees that a grown-up read every word.",
        button="I have read it",
        also={"reader": _reader, "kept": _kept},
    ),
    "escalate": Command(
        EscalateConcernForm,
        FeedbackService.escalate,
        title="Escalate a concern",
        done="The concern is recorded as escalated.",
        help=(
            "If a child may be at risk of harm: tell those who must act first, then record it "
            "here. Do not investigate."
        ),
        button="Record it",
        kind="danger",
        also={"to": _told_to, "reader": _reader},
    ),
    "reference": Command(
        ReferenceForm,
        FeedbackService.give_reference,
        title="Waiting for a reference",
        done="The reference is recorded.",
        help="The concern was escalated, and those who were told had given no reference yet.",
        button="Record the reference",
    ),
    "theme": Command(
        ThemeForm,
        FeedbackService.give_theme,
        title="Give it a theme",
        done="The theme is recorded.",
        button="Save the theme",
    ),
    "pass-on": Command(
        PassOnForm,
        FeedbackService.pass_on,
        title="Pass it on",
        done="Passed on. The young person can see where it is.",
        button="Pass it on",
    ),
    "answer": Command(
        FeedbackAnswerForm,
        FeedbackService.answer,
        title="Answer it",
        done="Answered. The young person can read it now.",
        button="Send the answer",
        also={"decision": _decision},
    ),
}


def possible(item: TriageItem) -> list[str]:
    """The commands that fit the message now, in the order of the page."""
    if item.status in ("taken back", "forgotten"):
        return []
    waits_for_reference = item.escalated_to and not item.reference
    names = ["reference"] if waits_for_reference else []
    names += ["escalate", "read"] if item.status == "waiting" else ["escalate"]
    if item.taken_back:
        return names
    names += ["theme"]
    if item.status == "waiting":
        return names
    names += ["pass-on", "answer"]
    if item.status != "answered" and not item.no_action_by:
        names += ["no-action"]
    return names
