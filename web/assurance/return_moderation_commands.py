"""Challenging an agency's own rating, agreeing a rating, reopening the agency's return."""

from __future__ import annotations

from typing import get_args

from events.assurance.audit_return import SelfRating
from services.assurance.audit_return import AuditReturnService
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.day_fields import When
from web.forms.fields import Form
from web.forms.text_fields import Line, Words

RATINGS = get_args(SelfRating)


class ChallengeForm(Form):
    agency = Line(longest=200, needed="Choose the agency.", kind="hidden")
    standard = Line(longest=20, needed="Choose the standard.", kind="hidden")
    rating = Choice(RATINGS, needed="Say how you would rate it.", label="How you would rate it")
    why = Words(
        needed="Say why you see it differently; the agency reads it.",
        label="Why",
        hint="The agency reads this.",
    )
    challenged_on = When(label="When it was challenged")


class AgreeForm(Form):
    agency = Line(longest=200, needed="Choose the agency.", kind="hidden")
    standard = Line(longest=20, needed="Choose the standard.", kind="hidden")
    agreed = Choice(
        RATINGS, needed="Choose the rating that is agreed.", label="Agreed rating", kind="select"
    )
    reason = Words(label="Why it is agreed so", rows=3)
    agreed_on = When(label="When it was agreed")


class ReopenReturnForm(Form):
    agency = Line(longest=200, needed="Choose the agency.", kind="hidden")
    standard = Line(longest=20, kind="hidden")
    because = Words(
        needed="Say why it is opened again; the agency reads it.",
        label="Why",
        hint="The agency reads this.",
        rows=3,
    )


def _agreed_rating(agreed: SelfRating) -> SelfRating:
    return agreed


def _reason(reason: str) -> str:
    return reason


def _because(because: str, standard: str) -> str:
    """``standard`` only leads back to the page."""
    return because


CHALLENGE = {
    "challenge": Command(
        ChallengeForm,
        AuditReturnService.challenge,
        title="Challenge the rating",
        done="The challenge is recorded; the agency sees it.",
        button="Record the challenge",
    ),
}
SETTLE = {
    "agree": Command(
        AgreeForm,
        AuditReturnService.agree,
        title="Agree the rating",
        done="The rating is agreed.",
        button="Agree it",
        also={"rating": _agreed_rating, "why": _reason},
    ),
    "reopen": Command(
        ReopenReturnForm,
        AuditReturnService.reopen,
        title="Open the return again",
        done="The return is open again.",
        help="The agency can then change every answer, and submits again.",
        button="Open it again",
        also={"why": _because},
    ),
}
