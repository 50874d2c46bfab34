"""A case review with the steps that it has been through, on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from events.fact import Provenance
from projections.learning.case_reviews import CaseReviews
from services.change import Change
from services.refusals import Missing
from web.forms.previewed import Previewed, keyed
from web.forms.rows import Row
from web.learning.rapid_review_commands import counted_from
from web.learning.whole_case_review_form import WholeCaseReviewForm
from web.site.tenancy import here

Given = dict[str, Any]
# Each step: its command, the day that says it happened, and what else it is told.
_STEPS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("notify", "notified_on", {}),
    ("start_rapid", "started_on", {}),
    ("hold_rapid", "held_on", {}),
    ("complete_rapid", "completed_on", {"outcome": "outcome", "why": "why"}),
    ("panel_reply", "replied_on", {"view": "view", "reply": "reply"}),
    ("commission", "commissioned_on", {"lead": "lead"}),
    ("complete", "review_completed_on", {}),
    ("publish", "published_on", {"where": "where"}),
    ("agree_plan", "plan_agreed_on", {"by": "plan_agreed_by"}),
    ("sign_off_plan", "signed_on", {"by": "signed_by"}),
)
_DAY_OF = {"review_completed_on": "completed_on", "plan_agreed_on": "agreed_on"}
_NEEDED = {
    "outcome": "Say what the rapid review decided.",
    "why": "Say why the rapid review decided so.",
    "view": "Say what the Panel thinks.",
    "where": "Say where the review can be read.",
    "plan_agreed_by": "Say who agreed the action plan.",
    "signed_by": "Say who signed the action plan off.",
}


def changes(
    id: UUID,
    provenance: Provenance,
    *,
    recommendations: tuple[Row, ...],
    actions: tuple[Row, ...],
    impacts: tuple[Row, ...],
    **given: Any,
) -> list[Change]:
    """The case, each step that has a day, and its recommendations, actions and impact."""
    case = here.case_review
    opening = ("reference", "label", "aware_on", "to_notify", "details")
    found = [
        case.consider.change(
            id,
            replace(provenance, effective_on=given["aware_on"]),
            rapid_from=counted_from(),
            **{name: given[name] for name in opening},
        )
    ]
    found += [_step(id, provenance, given, *step) for step in _STEPS if given[step[1]]]
    rows: tuple[tuple[str, Callable[..., Change], tuple[Row, ...]], ...] = (
        ("recommendation", case.recommend.change, recommendations),
        ("action", case.agree_action.change, actions),
        ("impact", case.observe.change, impacts),
    )
    for name, change, typed in rows:
        for at, row in keyed(provenance, name, typed):
            said = {each: cell for each, cell in row.items() if each != "on"}
            also = {"action": at.key} if name == "action" else {}
            found.append(change(id, replace(at, effective_on=row["on"]), **said, **also))
    return found


def _step(
    id: UUID, provenance: Provenance, given: Given, name: str, day: str, also: dict[str, str]
) -> Change:
    """Raises ``Missing`` where the day of a step is given without the rest of it."""
    for field in also.values():
        if field in _NEEDED and not given[field]:
            raise Missing(_NEEDED[field], field=field)
    at = replace(provenance, effective_on=given[day], key=f"{provenance.key}/{name}")
    said = {_DAY_OF.get(day, day): given[day]}
    change = getattr(here.case_review, name).change
    found: Change = change(id, at, **said, **{key: given[field] for key, field in also.items()})
    return found


def _recorded_already(given: Any) -> Iterator[str]:
    """Asks about a case of the same reference."""
    with here.read(CaseReviews) as view:
        known = {each.reference.casefold() for each in view.all()}
    if given["reference"].casefold() in known:
        yield f"A case {given['reference']} is recorded already. Is this another one?"


WHOLE = Previewed(
    WholeCaseReviewForm,
    changes,
    title="Record a whole case review",
    done="The case is recorded with its steps.",
    help="Fill in the steps that have happened. Never a child's or a family's name.",
    notes=_recorded_already,
)
