"""What changed between two moments: the decisions and the reports, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from projections.engine.as_of import AsOf
from projections.governance.decisions import Decisions
from projections.reporting.annual_report import AnnualReport
from web.ports.history import RecordHistory

_DECISION = {
    "title": "What is decided",
    "status": "Where it stands",
    "outcome": "The answer",
    "decided": "What was decided",
    "made_by": "Decided by",
    "reason": "Why",
    "child_reason": "Why, for children",
    "made_on": "Made on",
    "effective_on": "In force from",
    "evidence": "What it rests on",
    "actions": "Actions",
    "impacts": "What changed",
    "replaced_why": "Why it was replaced",
}
_REPORT = {
    "title": "Title",
    "approvals": "Approvals",
    "presented": "Presented",
    "published": "Published",
    "copies": "Copies sent",
    "corrections": "Corrections",
    "statements": "Statements",
    "comments": "Scrutiny comments",
}


@dataclass(frozen=True)
class Change:
    """One thing that is new or has changed: its name, the old and the new value."""

    kind: str
    title: str
    is_new: bool
    lines: tuple[tuple[str, str, str], ...] = ()


def compared(record: RecordHistory, before: AsOf, after: AsOf) -> list[Change]:
    """What is new or different in the decisions and in the reports."""
    return [
        *_changes("Decision", _DECISION, _decisions(record, before), _decisions(record, after)),
        *_changes("Report", _REPORT, _reports(record, before), _reports(record, after)),
    ]


def _decisions(record: RecordHistory, as_of: AsOf) -> dict[UUID, Any]:
    with record.read(Decisions, as_of) as view:
        return {each.id: each for each in view.all()}


def _reports(record: RecordHistory, as_of: AsOf) -> dict[UUID, Any]:
    with record.read(AnnualReport, as_of) as view:
        return {each.id: each for each in view.all()}


def _changes(
    kind: str, labels: Mapping[str, str], before: dict[UUID, Any], after: dict[UUID, Any]
) -> Iterable[Change]:
    for id, row in after.items():
        known = before.get(id)
        if known is None:
            yield Change(kind, row.title, True)
        elif known != row:
            names = [name for name in labels if getattr(known, name) != getattr(row, name)]
            yield Change(kind, row.title, False, tuple(_line(labels, n, known, row) for n in names))


def _line(labels: Mapping[str, str], name: str, known: Any, row: Any) -> tuple[str, str, str]:
    was, now = getattr(known, name), getattr(row, name)
    if isinstance(now, tuple):
        return labels[name], _counted(len(was)), _counted(len(now))
    return labels[name], _worded(was), _worded(now)


def _counted(number: int) -> str:
    return str(number) if number else "none"


def _worded(value: Any) -> str:
    return str(
        getattr(value, "on", None) or ("yes" if hasattr(value, "on") else value) or "nothing"
    )
