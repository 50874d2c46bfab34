"""What the yearly report counts and lists, as rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args
from uuid import UUID

from events.vocabulary import Feeling
from projections.reporting.entries import TAKEN_OFF, WITHDRAWN_FIGURE, Entry
from projections.reporting.report_scope import Scope

FEELINGS = (*get_args(Feeling)[1:], "")


@dataclass(frozen=True)
class EntryGroup:
    """What belongs together: a decision with its reasons, an audit with its findings."""

    head: Entry
    parts: tuple[Entry, ...]

    def of(self, *kinds: str) -> list[Entry]:
        return [part for part in self.parts if part.kind in kinds]


@dataclass(frozen=True)
class FeltSubmission:
    """One submission, as far as a report counts it: the day it counts on, how it felt, no more."""

    feedback_id: UUID
    day: str
    feeling: str


@dataclass(frozen=True)
class Day:
    """How many submissions of one feeling count on a day."""

    key: str
    day: str
    feeling: str
    many: int = 0


GROWING = frozenset({"audits", "inspections", "decisions", "meetings", "scrutiny", "figures"})


def order_of(row: Entry) -> int:
    return row.order


def first_of(row: Entry) -> str:
    return row.first


def grows(row: Entry) -> bool:
    return row.section in GROWING


def groups_of(rows: list[Entry], scope: Scope) -> Iterable[EntryGroup]:
    """What grew together stands under its head; what was left out, or came too late, does not."""
    if rows[0].section == "figures":
        return _newest(rows, scope)
    if not grows(rows[0]):
        return [EntryGroup(row, ()) for row in rows if scope.holds(row)]
    if rows[0].key in scope.but or not any(scope.holds(row) for row in rows):
        return []
    head, *parts = (row for row in rows if not scope.until or row.order <= scope.until)
    if any(row.kind == TAKEN_OFF for row in parts):
        return []
    stays = (row for row in parts if row.key not in scope.but and row.first <= scope.last)
    return [EntryGroup(head, tuple(stays))]


def _newest(rows: list[Entry], scope: Scope) -> list[EntryGroup]:
    """Of a figure that was put right the last statement stands, of one withdrawn none.

    A report that was final before that keeps what it said.
    """
    known = [row for row in rows if not scope.until or row.order <= scope.until]
    if not known or known[-1].kind == WITHDRAWN_FIGURE or not scope.holds(known[-1]):
        return []
    return [EntryGroup(known[-1], ())]
