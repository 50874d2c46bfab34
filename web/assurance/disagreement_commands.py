"""Professional disagreements in a year of scrutiny: recorded, escalated, resolved."""

from __future__ import annotations

from typing import get_args

from events.assurance.scrutiny import Stage
from services.assurance.scrutiny import ScrutinyService
from web.forms.choices import Choice
from web.forms.command import Command, key
from web.forms.day_fields import When
from web.forms.fields import Form
from web.forms.text_fields import Line, Words

STAGES = get_args(Stage)


class DisagreeForm(Form):
    matter = Words(
        needed="Say what it is about, without any child's name.",
        label="What it is about",
        hint="Never a child's name. It stays on the staff side.",
    )
    between = Line(
        longest=200,
        needed="Say between whom, by agency or role.",
        label="Between whom, by agency or role",
    )
    stage = Choice(
        STAGES,
        needed="Say who is trying to settle it.",
        label="Who is trying to settle it",
        kind="select",
    )
    disagreed_on = When(label="When it began")


class EscalateDisagreementForm(Form):
    disagreement = Line(
        longest=64, needed="Choose the disagreement.", label="Disagreement", kind="select"
    )
    next_stage = Choice(STAGES, needed="Say who it goes to.", label="Who it goes to", kind="select")
    why = Words(needed="Say why it goes further.", label="Why", rows=3)
    escalated_on = When(label="When it went further")


class ResolveDisagreementForm(Form):
    resolved = Line(
        longest=64, needed="Choose the disagreement.", label="Disagreement", kind="select"
    )
    how = Words(needed="Say how it was resolved.", label="How it was resolved", rows=3)
    resolved_on = When(label="When it was resolved")


def _matter(matter: str) -> str:
    return matter


def _next_stage(next_stage: Stage) -> Stage:
    return next_stage


def _resolved(resolved: str) -> str:
    return resolved


COMMANDS = {
    "disagree": Command(
        DisagreeForm,
        ScrutinyService.open_disagreement,
        title="Record a disagreement",
        done="The disagreement is recorded.",
        button="Record it",
        also={"disagreement": key, "about": _matter},
    ),
    "escalate": Command(
        EscalateDisagreementForm,
        ScrutinyService.escalate,
        title="Take a disagreement further",
        done="It is taken further.",
        button="Take it further",
        also={"stage": _next_stage},
    ),
    "resolve": Command(
        ResolveDisagreementForm,
        ScrutinyService.resolve,
        title="Resolve a disagreement",
        done="It is resolved.",
        button="It is resolved",
        also={"disagreement": _resolved},
    ),
}
