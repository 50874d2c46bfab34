"""The steps of a case review that make sense now, and what each records."""

from __future__ import annotations

from collections.abc import Callable

from projections.learning.case_review_rows import CaseRow
from web.forms.command import Command
from web.learning import practice_review_commands, rapid_review_commands

COMMANDS = rapid_review_commands.COMMANDS | practice_review_commands.COMMANDS


def _not_yet(topic: str) -> Callable[[CaseRow], bool]:
    return lambda row: not row.has(topic)


def _under_way(row: CaseRow) -> bool:
    return row.has("review_commissioned") and not row.has("review_published")


def _always(_: CaseRow) -> bool:
    return True


OFFERED: dict[str, Callable[[CaseRow], bool]] = {
    "notify": _not_yet("incident_notified"),
    "start": lambda row: not (row.has("rapid_review_started") or row.has("rapid_review_completed")),
    "hold": lambda row: not (row.has("rapid_review_held") or row.has("rapid_review_completed")),
    "rapid": _not_yet("rapid_review_completed"),
    "panel": _always,
    "commission": _not_yet("review_commissioned"),
    "complete": lambda row: _under_way(row) and not row.has("review_completed"),
    "plan": _under_way,
    "sent": lambda row: _under_way(row) and not row.has("full_report_sent"),
    "defer": _under_way,
    "publish": _under_way,
    "recommend": _always,
    "plan-agreed": _not_yet("action_plan_agreed"),
    "signed-off": lambda row: (
        row.has("action_plan_agreed") and not row.has("action_plan_signed_off")
    ),
    "action": _always,
    "done": lambda row: bool(row.open_actions),
    "impact": _always,
    "recalculate": _always,
    "close": _not_yet("review_commissioned"),
}


def offered(row: CaseRow) -> dict[str, Command]:
    """The steps on offer. None once the case was closed without a review."""
    if row.has("closed"):
        return {}
    return {name: COMMANDS[name] for name, is_offered in OFFERED.items() if is_offered(row)}
