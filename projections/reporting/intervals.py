"""What stands, as intervals of days: from when, to when, and what a report calls it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from events.period import PartialDate
from events.uk_time import UK
from projections.reporting.entries import STILL, Entry
from projections.reporting.report_scope import Scope

Standing = Literal["", "since", "new", "continued", "ended"]
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Interval:
    """From when to when a thing stood, as ISO days. ``since`` is when it began without a gap."""

    head: Entry
    since: str
    last: str
    is_ended: bool


def intervals(rows: Sequence[Entry]) -> list[Interval]:
    """The intervals of one thing, in order. A new start of the same thing ends the one before."""
    starts = sorted((row for row in rows if row.stands), key=lambda row: (row.first, row.order))
    found: list[Interval] = []
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        over = min((_ended(row) for row in rows if _ends(row, start)), default=STILL)
        last = min(start.last or STILL, over)
        if following and following.first > start.first:
            last = min(last, _before(following.first))
        is_unbroken = bool(found) and start.first <= _after(found[-1].last)
        since = found[-1].since if is_unbroken else start.first
        found.append(Interval(start, since, last, over == last != STILL))
    return found


def touches(each: Interval, scope: Scope) -> bool:
    """What began on a day that nobody knows stood before any report, until it ended."""
    if each.head.document and not each.head.first:
        return each.head.document == scope.document
    if scope.span is None:
        return bool(each.head.document) and each.head.document == scope.document
    return each.head.first <= scope.span.last and each.last >= scope.span.first


def standing_of(each: Interval, scope: Scope) -> Standing:
    """Whether it is new, continued or ended in the report's period."""
    if scope.span is None or (each.head.document and not each.head.first):
        return ""
    if each.is_ended and each.last <= scope.span.last:
        return "ended"
    return "new" if each.since >= scope.span.first else "continued"


def mark_of(each: Interval, state: Standing) -> str:
    """The same in words."""
    match state:
        case "new":
            return f"New, from {each.head.stated}"
        case "ended":
            return f"Ended on {PartialDate(each.last)}"
        case "continued":
            return "Continued"
        case _:
            return ""


def _ends(row: Entry, start: Entry) -> bool:
    return row.ends and row.order >= start.order and (not row.last or row.last >= start.first)


def _ended(row: Entry) -> str:
    """The last day; where nobody knows it, the day on which it was recorded that it ended."""
    return row.last or datetime.fromtimestamp(row.known / 1_000_000, UK).date().isoformat()


def _before(day: str) -> str:
    return (date.fromisoformat(day) - _DAY).isoformat()


def _after(day: str) -> str:
    return STILL if day >= STILL else (date.fromisoformat(day) + _DAY).isoformat()
