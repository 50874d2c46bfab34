"""What staff do with a young person's message."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args
from uuid import UUID

from events.vocabulary import Outcome
from projections.feedback.triage_queue import TriageQueue
from projections.feedback.triage_rows import TriageItem
from projections.feedback.you_said import YouSaid
from projections.governance.decisions import Decisions
from services.feedback.feedback import FeedbackService
from web.forms.choices import Choice
from web.forms.commands import Command
from web.forms.fields import Form, Line, Moment, Options, Words
from web.site.authentication import who
from web.site.tenancy import here

_MOST_OFFERED = 200


def _themes() -> Options:
    with here.read(YouSaid) as said:
        return [(each.theme, each.theme) for each in said.themes()]


def _decisions() -> Options:
    """The newest decisions, which an answer may rest on."""
    with here.read(Decisions) as register:
        return [(str(each.id), each.title) for each in register.made(_MOST_OFFERED)]


class NoForm(Form):
    """Nothing is asked."""


class ThemeForm(Form):
    theme = Line(
        longest=120,
        needed="Say which theme this belongs to.",
        label="Theme",
        hint="Themes are public. Use one that names no child.",
        options=_themes,
        kind="suggested",
    )


class PassOnForm(Form):
    to = Line(
        longest=200,
        needed="Say who this goes to.",
        label="To whom",
        hint="The young person sees this. Name a team or a role, not a person.",
    )
    asked = Words(label="What they are asked to do")


class EscalateForm(Form):
    told_to = Line(
        longest=200,
        needed="Say who was told.",
        label="Who was told",
        hint="Such as the front door, or the police",
    )
    escalated_at = Moment(
        needed="Say when they were told.",
        within=timedelta(days=31),
        label="When they were told",
        hint="Day and time, in the UK",
        kind="datetime-local",
    )
    reference = Line(
        longest=100,
        needed="Give their reference, so that it can be found again.",
        label="Their reference",
    )


class AnswerForm(Form):
    outcome = Choice(
        get_args(Outcome),
        needed="Say whether we will, we did, or we could not.",
        label="What the answer is",
    )
    reply = Words(
        longest=2000,
        needed="Write the reply in words a child understands.",
        label="The reply, in words a child understands",
        counted=True,
        measured=True,
    )
    decision = Line(
        longest=36,
        label="The decision it rests on",
        hint="Its reason is shown to the young person too.",
        options=_decisions,
        blank="No decision",
    )


def _reader() -> str:
    return who.role


def _kept(id: UUID) -> bool:
    """Whether words that were taken back are kept, because somebody must look at them."""
    with here.read(TriageQueue) as queue:
        item = queue.item(id)
    return item is not None and item.taken_back and item.needs_somebody


def _told_to(told_to: str) -> str:
    return told_to


def _decision(decision: str) -> UUID | None:
    return UUID(decision) if decision in dict(_decisions()) else None


COMMANDS = {
    "read": Command(
        NoForm,
        FeedbackService.read,
        title="Read it",
        done="Marked as read.",
        help="The young person sees that a grown-up read every word.",
        button="I have read it",
        also={"reader": _reader, "kept": _kept},
    ),
    "escalate": Command(
        EscalateForm,
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
        AnswerForm,
        FeedbackService.answer,
        title="Answer it",
        done="Answered. The young person can read it now.",
        button="Send the answer",
        also={"decision": _decision},
    ),
}


def possible(item: TriageItem) -> list[str]:
    """What can be done with the words now, in the order of the page."""
    if item.status in ("taken back", "forgotten"):
        return []
    names = ["read"] if item.status == "waiting" else []
    names += ["escalate"]
    if item.taken_back:
        return names
    names += ["theme"]
    if item.status == "waiting":
        return names
    names += ["pass-on", "answer"]
    if item.status != "answered" and not item.no_action_by:
        names += ["no-action"]
    return names
