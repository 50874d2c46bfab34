"""Which entries a report shows, and as what: a happening, news of an earlier one, what stands.

The law of it: a happening stands in one report, that of its own main day; what stands is in every
report whose period it touches; nothing that was recorded is nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from projections.reporting.entries import (
    ANY_BODY,
    TAKEN_OFF,
    WITHDRAWN_COURSE,
    WITHDRAWN_FIGURE,
    Entry,
    Section,
)
from projections.reporting.intervals import Standing, intervals, mark_of, standing_of, touches
from projections.reporting.report_scope import Scope

RESTATED = frozenset({"figures", "money"})  # the newest statement of a thing stands alone
GROWING = RESTATED | {"audits", "inspections", "decisions", "meetings", "scrutiny"}
_MAIN = {"decisions": "made"}  # the entry whose day is that of the whole group, if not the first
# These belong to what they stand with, whenever they were recorded.
_NO_NEWS = frozenset({"rests on", "rating", "priority"})
_COUNTED = frozenset({"present", "totals", "count"})  # stated again, it corrects


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
    known = _newest_counts(row for row in rows if scope.knows(row) and row.kind != WITHDRAWN_COURSE)
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
    found = [each for each in intervals(rows) if touches(each, scope)]
    if not found or found[-1].head.item in scope.but:
        return []
    state = standing_of(found[-1], scope)
    return [EntryGroup(found[-1].head, (), state, mark_of(found[-1], state))]


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
