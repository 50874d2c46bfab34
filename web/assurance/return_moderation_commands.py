"""Challenging an agency's own rating, agreeing a rating, reopening the agency's return."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args
from uuid import UUID

from flask import request

from events.assurance.audit_return import SelfRating
from projections.assurance.audit_return_rows import Answered
from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audit_tools import AuditTools
from projections.assurance.audits import Audits
from services.assurance.audit_return import AuditReturnService
from services.refusals import Missing
from web.forms.choices import Choice, Several
from web.forms.commands import Command
from web.forms.day_fields import When
from web.forms.fields import Form, Options
from web.forms.text_fields import Line, Words
from web.site.tenancy import here

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


def unchallenged(id: UUID) -> Options:
    """Answers of submitted returns that nobody challenged and nobody agreed, with their words."""
    with here.read(Audits) as programme:
        audit = programme.audit(id)
    if audit is None or audit.asks is None:
        return []
    with here.read(AuditTools) as tools, here.read(AuditReturns) as view:
        tool, returns = tools.asked(audit.asks), view.of(id)
    titles = {each.name: each.title for each in (tool.standards if tool else ())}
    return [
        (f"{said.standard} {name}", f"{name}: {titles[said.standard]}, {said.rating}")
        for name, held in returns.items()
        if held.submitted_on
        for said in held.answers
        if said.standard in titles and said.rating and not said.agreed and not _is_challenged(said)
    ]


def _is_challenged(said: Answered) -> bool:
    return bool(said.challenges)


def _unchallenged_here() -> Options:
    """Those of the audit that the address names."""
    return unchallenged((request.view_args or {})["id"])


class AgreeOwnForm(Form):
    chosen = Several(
        label="Each agency's own rating",
        options=_unchallenged_here,
        empty="Nothing waits: every rating is agreed, challenged or not submitted yet.",
    )
    why = Words(label="Why they are agreed so", rows=3)
    agreed_on = When(label="When they were agreed")


def _by_agency(chosen: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """The standards that were ticked, by agency. Raises ``Missing`` where none was."""
    if not chosen:
        raise Missing("Tick at least one rating.", field="chosen")
    found: dict[str, list[str]] = {}
    for each in chosen:
        standard, _, agency = each.partition(" ")
        found.setdefault(agency, []).append(standard)
    return found


AGREE_OWN = Command(
    AgreeOwnForm,
    AuditReturnService.agree_own,
    title="Agree all that nobody challenged",
    done="The ratings are agreed.",
    help=(
        "Each agency's own rating becomes the agreed one. All that are ticked are agreed together, "
        "or none is. Take the tick from a rating that you want to look at alone."
    ),
    button="Agree those ticked",
    also={"standards": _by_agency},
)


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
