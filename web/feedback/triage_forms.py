"""The forms of triage."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

from events.vocabulary import Outcome
from projections.feedback.you_said import YouSaid
from projections.governance.decisions import Decisions
from web.forms.choices import Choice
from web.forms.day_fields import Moment
from web.forms.fields import Form, Options
from web.forms.text_fields import Line, Words
from web.site.tenancy import here

_MOST_OFFERED = 200


def _themes() -> Options:
    with here.read(YouSaid) as said:
        return [(theme, theme) for theme in said.names()]


def decision_options() -> Options:
    """The newest decisions. An answer may name one of them."""
    with here.read(Decisions) as register:
        return [(str(each.id), each.title) for each in register.made(_MOST_OFFERED)]


class TriageActionForm(Form):
    """A form that asks nothing."""


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


class EscalateConcernForm(Form):
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
        label="Their reference (optional)",
        hint="If they gave none yet, leave it empty. We ask you for it again.",
    )


class ReferenceForm(Form):
    reference = Line(
        longest=100,
        needed="Give their reference, so that it can be found again.",
        label="Their reference",
    )


class FeedbackAnswerForm(Form):
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
        options=decision_options,
        blank="No decision",
    )
