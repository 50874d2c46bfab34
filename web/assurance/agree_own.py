"""Agreeing in one go every rating that nobody challenged: all that are ticked, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from projections.assurance.audit_return_rows import Answered
from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audit_tools import AuditTools
from projections.assurance.audits import Audits
from services.assurance.audit_return import AuditReturnService
from services.refusals import Missing
from web.forms import commands
from web.forms.choices import Several
from web.forms.command import Command
from web.forms.day_fields import When
from web.forms.fields import Form, Options
from web.forms.text_fields import Words
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("agree_own", __name__)


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


@pages.route("/<partnership>/work/audits/<uuid:id>/agree-own", methods=["GET", "POST"])
@requires("run audits")
def page(id: UUID) -> ResponseReturnValue:
    """Every rating that nobody challenged, ticked at first."""
    with here.read(Audits) as programme:
        audit = programme.audit(id)
    if audit is None or audit.asks is None or audit.conclusion:
        abort(404)
    ticked = {"chosen": [value for value, _ in unchallenged(id)]}
    onward = url_for("moderation.page", id=id)
    return commands.page(AGREE_OWN, id, onward, back_words="Moderation", values=ticked)
