"""What can be recorded of a case review: its forms, and which of them make sense by now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args
from uuid import UUID

from events.case import PanelView, RapidOutcome
from events.fact import Told
from projections.case_register import CaseRow
from web.acting import Act, Given
from web.forms import Choice as OneOf
from web.forms import Day, Form, Line, Words
from web.here import here
from web.labels import says

NO_NAMES = "Never write a child's name, nor anything that tells who it is."


def day(label: str, *, past: bool = True, needed: bool = True, hint: str = "") -> Any:
    words = "Say which day." if needed else ""
    return Day(needed=words, past=past, metadata=says(label, hint))


class NotifyForm(Form):
    notified_on = day("The day the national Panel was notified")


class StartForm(Form):
    started_on = day("The day the rapid review started")


class HoldForm(Form):
    held_on = day("The day the rapid review met")


class RapidForm(Form):
    completed_on = day("The day the rapid review was completed")
    outcome = OneOf(
        get_args(RapidOutcome), needed="Say what was decided.", metadata=says("What was decided")
    )
    why = Words(
        needed="Say why, so that the Panel and anybody later can follow it.",
        metadata=says("Why", NO_NAMES),
    )


class PanelForm(Form):
    replied_on = day("The day the Panel replied")
    view = OneOf(
        get_args(PanelView), needed="Say what the Panel thinks.", metadata=says("The Panel")
    )
    reply = Words(metadata=says("What it said", NO_NAMES))


class CommissionForm(Form):
    commissioned_on = day("The day it was decided", hint="The six months count from this day.")
    lead = Line(longest=200, metadata=says("Who leads the review", "A role or an organisation."))


class CompleteForm(Form):
    completed_on = day("The day the review was completed")


class PlanForm(Form):
    planned_on = day(
        "The day it is to be published", past=False,
        hint="The full report is due to the Panel 7 working days earlier.",
    )  # fmt: skip


class SentForm(Form):
    sent_on = day("The day it went to the Panel and the Secretary of State")


class DeferForm(Form):
    why = Words(needed="Say why it is not published yet.", metadata=says("Why", NO_NAMES))
    until = day("Until, if there is a new day", past=False, needed=False)


class PublishForm(Form):
    published_on = day("The day it was published")
    where = Line(
        longest=300, needed="Say where it can be read.", metadata=says("Where it can be read")
    )


class RecommendForm(Form):
    recommendation = Words(
        needed="Write the recommendation.", metadata=says("Recommendation", NO_NAMES)
    )


class PlanAgreedForm(Form):
    agreed_on = day("The day the action plan was agreed")
    by = Line(longest=200, needed="Say who agreed it.", metadata=says("Who agreed it"))


class SignOffForm(Form):
    signed_on = day("The day it was signed off")
    by = Line(longest=200, needed="Say who signed it off.", metadata=says("Who signed it off"))


class ActionForm(Form):
    text = Words(needed="Say what will be done.", metadata=says("What will be done", NO_NAMES))
    owner = Line(longest=200, needed="Say who will do it.", metadata=says("Who will do it"))
    due = day("By when", past=False)


class DoneForm(Form):
    action = Line(longest=64, needed="Choose the action.")
    result = Words(needed="Say what came of it.", metadata=says("What came of it", NO_NAMES))


class ImpactForm(Form):
    impact = Words(
        needed="Say what changed for children.",
        metadata=says("What changed for children", f"The yearly report shows it. {NO_NAMES}"),
    )
    observed_by = Line(longest=200, metadata=says("Who saw it"))


class RecalculateForm(Form):
    why = Line(
        longest=300, needed="Say why, such as the holiday that was proclaimed.",
        metadata=says("Why", "Such as: a bank holiday was proclaimed for 19 September."),
    )  # fmt: skip


class CloseForm(Form):
    closed_on = day("The day it was decided")
    why = Words(needed="Say why there is no review.", metadata=says("Why", NO_NAMES))


@dataclass(frozen=True)
class Step:
    """Something to record; ``offered`` says whether the page of a case offers it."""

    act: Act
    title: str
    offered: Callable[[CaseRow], bool]


def _step(
    form: Form, method: str, title: str, said: str, offered: Callable[[CaseRow], bool]
) -> Step:
    def do(id: UUID, told: Told, given: Given) -> object:
        more = {"action": told.key} if method == "agree_action" else {}
        return getattr(here.case, method)(id, told, **more, **given)

    return Step(Act(form, do, said), title, offered)


def _not_yet(topic: str) -> Callable[[CaseRow], bool]:
    return lambda row: not row.has(topic)


def _under_way(row: CaseRow) -> bool:
    return row.has("review_commissioned") and not row.has("review_published")


def _always(_: CaseRow) -> bool:
    return True


STEPS: dict[str, Step] = {
    "notify": _step(
        NotifyForm(), "notify", "The Panel was notified", "The notification is recorded.",
        _not_yet("incident_notified"),
    ),
    "start": _step(
        StartForm(), "start_rapid", "A rapid review started", "The start is recorded.",
        lambda row: not (row.has("rapid_review_started") or row.has("rapid_review_completed")),
    ),
    "hold": _step(
        HoldForm(), "hold_rapid", "The rapid review met", "The meeting is recorded.",
        lambda row: not (row.has("rapid_review_held") or row.has("rapid_review_completed")),
    ),
    "rapid": _step(
        RapidForm(), "complete_rapid", "The rapid review was completed",
        "The rapid review is completed.", _not_yet("rapid_review_completed"),
    ),
    "panel": _step(
        PanelForm(), "panel_reply", "The Panel replied", "The Panel's reply is recorded.", _always
    ),
    "commission": _step(
        CommissionForm(), "commission", "A practice review was commissioned",
        "The practice review is commissioned.", _not_yet("review_commissioned"),
    ),
    "complete": _step(
        CompleteForm(), "complete", "The practice review was completed",
        "The practice review is completed.",
        lambda row: _under_way(row) and not row.has("review_completed"),
    ),
    "plan": _step(
        PlanForm(), "plan_publication", "Publication is planned", "The plan is recorded.",
        _under_way,
    ),
    "sent": _step(
        SentForm(), "send_full_report", "The full report was sent to the Panel",
        "It is recorded that the full report was sent.",
        lambda row: _under_way(row) and not row.has("full_report_sent"),
    ),
    "defer": _step(
        DeferForm(), "defer", "Publication was put off", "It is recorded that it was put off.",
        _under_way,
    ),
    "publish": _step(
        PublishForm(), "publish", "The practice review was published", "It is published.",
        _under_way,
    ),
    "recommend": _step(
        RecommendForm(), "recommend", "Something is recommended",
        "The recommendation is recorded.", _always,
    ),
    "plan-agreed": _step(
        PlanAgreedForm(), "agree_plan", "An action plan was agreed", "The plan is agreed.",
        _not_yet("action_plan_agreed"),
    ),
    "signed-off": _step(
        SignOffForm(), "sign_off_plan", "The action plan was signed off",
        "The plan is signed off.",
        lambda row: row.has("action_plan_agreed") and not row.has("action_plan_signed_off"),
    ),
    "action": _step(
        ActionForm(), "agree_action", "An action was agreed", "The action is agreed.", _always
    ),
    "done": _step(
        DoneForm(), "complete_action", "An action was done", "The action is done.",
        lambda row: bool(row.open_actions),
    ),
    "impact": _step(
        ImpactForm(), "observe", "Something changed for children", "What changed is recorded.",
        _always,
    ),
    "recalculate": _step(
        RecalculateForm(), "recalculate", "Count the deadlines again",
        "The deadlines are counted again.", _always,
    ),
    "close": _step(
        CloseForm(), "close", "It was closed without a review", "The case is closed.",
        _not_yet("review_commissioned"),
    ),
}  # fmt: skip


def offered(row: CaseRow) -> dict[str, Step]:
    """What can happen next; nothing once it was closed without a review."""
    if row.has("closed"):
        return {}
    return {name: each for name, each in STEPS.items() if each.offered(row)}
