"""What can be recorded of a case review, step by step, and which steps make sense by now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from events.fact import Provenance
from projections.learning.case_review_rows import CaseRow
from web.forms.acting import Act, Given
from web.forms.fields import Form
from web.learning.case_forms import (
    ActionForm,
    CloseForm,
    CommissionForm,
    CompleteForm,
    DeferForm,
    DoneForm,
    HoldForm,
    ImpactForm,
    NotifyForm,
    PanelForm,
    PlanAgreedForm,
    PlanForm,
    PublishForm,
    RapidForm,
    RecalculateForm,
    RecommendForm,
    SentForm,
    SignOffForm,
    StartForm,
)
from web.site.tenancy import here


@dataclass(frozen=True)
class Step:
    """Something to record; ``offered`` says whether the page of a case offers it."""

    act: Act
    title: str
    offered: Callable[[CaseRow], bool]


def _step(
    form: Form, method: str, title: str, said: str, offered: Callable[[CaseRow], bool]
) -> Step:
    def do(id: UUID, provenance: Provenance, given: Given) -> object:
        more = {"action": provenance.key} if method == "agree_action" else {}
        return getattr(here.case_review, method)(id, provenance, **more, **given)

    return Step(Act(form, do, said), title, offered)


def _not_yet(topic: str) -> Callable[[CaseRow], bool]:
    return lambda row: not row.has(topic)


def _under_way(row: CaseRow) -> bool:
    return row.has("review_commissioned") and not row.has("review_published")


def _always(_: CaseRow) -> bool:
    return True


STEPS: dict[str, Step] = {
    "notify": _step(
        NotifyForm(),
        "notify",
        "The Panel was notified",
        "The notification is recorded.",
        _not_yet("incident_notified"),
    ),
    "start": _step(
        StartForm(),
        "start_rapid",
        "A rapid review started",
        "The start is recorded.",
        lambda row: not (row.has("rapid_review_started") or row.has("rapid_review_completed")),
    ),
    "hold": _step(
        HoldForm(),
        "hold_rapid",
        "The rapid review met",
        "The meeting is recorded.",
        lambda row: not (row.has("rapid_review_held") or row.has("rapid_review_completed")),
    ),
    "rapid": _step(
        RapidForm(),
        "complete_rapid",
        "The rapid review was completed",
        "The rapid review is completed.",
        _not_yet("rapid_review_completed"),
    ),
    "panel": _step(
        PanelForm(), "panel_reply", "The Panel replied", "The Panel's reply is recorded.", _always
    ),
    "commission": _step(
        CommissionForm(),
        "commission",
        "A practice review was commissioned",
        "The practice review is commissioned.",
        _not_yet("review_commissioned"),
    ),
    "complete": _step(
        CompleteForm(),
        "complete",
        "The practice review was completed",
        "The practice review is completed.",
        lambda row: _under_way(row) and not row.has("review_completed"),
    ),
    "plan": _step(
        PlanForm(),
        "plan_publication",
        "Publication is planned",
        "The plan is recorded.",
        _under_way,
    ),
    "sent": _step(
        SentForm(),
        "send_full_report",
        "The full report was sent to the Panel",
        "It is recorded that the full report was sent.",
        lambda row: _under_way(row) and not row.has("full_report_sent"),
    ),
    "defer": _step(
        DeferForm(),
        "defer",
        "Publication was put off",
        "It is recorded that it was put off.",
        _under_way,
    ),
    "publish": _step(
        PublishForm(),
        "publish",
        "The practice review was published",
        "It is published.",
        _under_way,
    ),
    "recommend": _step(
        RecommendForm(),
        "recommend",
        "Something is recommended",
        "The recommendation is recorded.",
        _always,
    ),
    "plan-agreed": _step(
        PlanAgreedForm(),
        "agree_plan",
        "An action plan was agreed",
        "The plan is agreed.",
        _not_yet("action_plan_agreed"),
    ),
    "signed-off": _step(
        SignOffForm(),
        "sign_off_plan",
        "The action plan was signed off",
        "The plan is signed off.",
        lambda row: row.has("action_plan_agreed") and not row.has("action_plan_signed_off"),
    ),
    "action": _step(
        ActionForm(), "agree_action", "An action was agreed", "The action is agreed.", _always
    ),
    "done": _step(
        DoneForm(),
        "complete_action",
        "An action was done",
        "The action is done.",
        lambda row: bool(row.open_actions),
    ),
    "impact": _step(
        ImpactForm(),
        "observe",
        "Something changed for children",
        "What changed is recorded.",
        _always,
    ),
    "recalculate": _step(
        RecalculateForm(),
        "recalculate",
        "Count the deadlines again",
        "The deadlines are counted again.",
        _always,
    ),
    "close": _step(
        CloseForm(),
        "close",
        "It was closed without a review",
        "The case is closed.",
        _not_yet("review_commissioned"),
    ),
}


def offered(row: CaseRow) -> dict[str, Step]:
    """What can happen next; nothing once it was closed without a review."""
    if row.has("closed"):
        return {}
    return {name: each for name, each in STEPS.items() if each.offered(row)}
