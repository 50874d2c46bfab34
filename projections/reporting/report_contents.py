"""Which entries a report shows, and as what: a happening, news of an earlier one, what stands.

The law of it: a happening stands in one report, that of its own main day; what stands is in every
report whose period it touches; nothing that was recorded is nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from events.period import PartialDate
from projections.reporting.entries import (
    ANY_BODY,
    STILL,
    TAKEN_OFF,
    WITHDRAWN_FIGURE,
    Entry,
    Section,
)
from projections.reporting.report_scope import Scope

Standing = Literal["", "since", "new", "continued", "ended"]
RESTATED = frozenset({"figures", "money"})  # the newest statement of a thing stands alone
GROWING = RESTATED | {"audits", "inspections", "decisions", "meetings", "scrutiny"}
_MAIN = {"decisions": "made"}  # the entry whose day is that of the whole group, if not the first
_NO_NEWS = frozenset(
    {"rests on", "rating", "priority"}
)  # belongs to what it stands with, whenever recorded
_COUNTED = frozenset({"present", "totals", "count"})  # stated again, it corrects
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class EntryGroup:
    """What belongs together: a decision with its reasons, an audit with its findings.

    ``standing`` says whether it is news since an earlier report, or of what stands whether it is
    new, continued or ended here; ``mark`` says so in words.
    """

    head: Entry
    parts: tuple[Entry, ...]
    standing: Standing = ""
    mark: str = ""

    def of(self, *kinds: str) -> list[Entry]:
        return [part for part in self.parts if part.kind in kinds]


@dataclass(frozen=True)
class ReportContents:
    """``sections`` are what happened and what stands, ``since`` what came of earlier things."""

    sections: dict[Section, list[EntryGroup]] = field(default_factory=dict)
    since: dict[Section, list[EntryGroup]] = field(default_factory=dict)

    def add(self, group: EntryGroup) -> None:
        to = self.since if group.standing == "since" else self.sections
        to.setdefault(group.head.section, []).append(group)


def grows(row: Entry) -> bool:
    return row.section in GROWING


def contents_of(rows: Iterable[Entry], scope: Scope) -> ReportContents:
    """What a report shows of these rows, each thing in the place of its first."""
    known = _newest_counts(row for row in rows if scope.knows(row))
    contents, things = ReportContents(), _things(known)
    for together in _together(known):
        head = together[0]
        if head.stands:
            groups = standing(things[head.subject, head.thing], scope)
        elif grows(head):
            groups = _grown(together, scope)
        else:
            groups = [EntryGroup(head, ())] if scope.holds(head) else []
        for group in groups:
            contents.add(group)
    return contents


def standing(rows: Sequence[Entry], scope: Scope) -> list[EntryGroup]:
    """One thing that stands, as its newest interval in the report's period shows it."""
    found = [each for each in intervals(rows) if _touches(each, scope)]
    if not found or found[-1].head.item in scope.but:
        return []
    state = _standing(found[-1], scope)
    return [EntryGroup(found[-1].head, (), state, _mark(found[-1], state))]


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


def _things(rows: Sequence[Entry]) -> dict[tuple[object, str], list[Entry]]:
    found: dict[tuple[object, str], list[Entry]] = {}
    for row in rows:
        if row.thing and not row.thing.endswith(ANY_BODY):
            found.setdefault((row.subject, row.thing), []).append(row)
    for row in rows:
        if row.thing.endswith(ANY_BODY):
            role = row.thing.removesuffix(ANY_BODY) + " of "
            for (subject, thing), together in found.items():
                if subject == row.subject and thing.startswith(role):
                    together.append(row)
    return found


def _together(rows: Iterable[Entry]) -> Iterable[list[Entry]]:
    """Rows of one thing together, in the place of its first; all others by themselves."""
    found: dict[object, list[Entry]] = {}
    for row in rows:
        key: object = row.item
        if row.stands:
            key = (row.subject, row.thing)
        elif grows(row):
            key = row.subject
        found.setdefault(key, []).append(row)
    return found.values()


def _grown(rows: list[Entry], scope: Scope) -> list[EntryGroup]:
    """What grew together, under its head: whole in its own report, its news in a later one."""
    if rows[0].section in RESTATED:
        return _newest(rows, scope)
    head, *parts = rows
    if head.item in scope.but or any(row.kind == TAKEN_OFF for row in parts):
        return []
    main = main_row(rows)
    parts = [row for row in _newest_counts(parts) if row.item not in scope.but]
    given = [row.tag for row in parts if row.kind == "priority"]
    head = replace(head, tag=[head.tag, *given][-1])
    if scope.holds(main):
        return [EntryGroup(head, tuple(parts))]
    news = [row for row in parts if row.main > main.main and row.kind not in _NO_NEWS]
    if main.main and (news := list(filter(scope.holds, news))):
        return [EntryGroup(head, tuple(news), "since")]
    return []


def main_row(rows: Sequence[Entry]) -> Entry:
    """The row whose day places the whole: the decision itself, else the first that has a day."""
    named = [row for row in rows if row.kind == _MAIN.get(row.section) and row.main]
    if named or rows[0].main or rows[0].document:
        return [*named, rows[0]][0]
    return next((row for row in rows if row.main), rows[0])


def _newest_counts(rows: Iterable[Entry]) -> list[Entry]:
    """Of what was counted again here the newest count stands. A document's own always stand."""
    known = list(rows)
    newest = {_counted(row): row for row in known if row.kind in _COUNTED and not row.document}
    return [row for row in known if newest.get(_counted(row), row) is row or row.document]


def _counted(row: Entry) -> tuple[str, ...]:
    """What a count is of: a role of a meeting, totals or reviews of one name and time."""
    if row.kind == "present":
        return (row.key.partition(":")[0], row.words.casefold())
    return (row.kind, row.heading.casefold(), row.first, row.last)


def _newest(rows: list[Entry], scope: Scope) -> list[EntryGroup]:
    """Of a figure that was put right the last statement stands, of one withdrawn none.

    A report that was final before that keeps what it said.
    """
    if rows[-1].kind == WITHDRAWN_FIGURE or not scope.holds(rows[-1]):
        return []
    return [EntryGroup(rows[-1], ())]


def _touches(each: Interval, scope: Scope) -> bool:
    """What began on a day that nobody knows stood before any report, until it ended."""
    if each.head.document and not each.head.first:
        return each.head.document == scope.document
    if scope.span is None:
        return bool(each.head.document) and each.head.document == scope.document
    return each.head.first <= scope.span.last and each.last >= scope.span.first


def _standing(each: Interval, scope: Scope) -> Standing:
    if scope.span is None or (each.head.document and not each.head.first):
        return ""
    if each.is_ended and each.last <= scope.span.last:
        return "ended"
    return "new" if each.since >= scope.span.first else "continued"


def _mark(each: Interval, state: Standing) -> str:
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
    return row.last or datetime.fromtimestamp(row.known / 1_000_000, UTC).date().isoformat()


def _before(day: str) -> str:
    return (date.fromisoformat(day) - _DAY).isoformat()


def _after(day: str) -> str:
    return STILL if day >= STILL else (date.fromisoformat(day) + _DAY).isoformat()
