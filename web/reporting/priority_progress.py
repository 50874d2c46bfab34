"""What came of each priority in a report: what is done, what goes on, what is late."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from events.uk_time import UK
from projections.governance.action_rows import Tracked
from projections.governance.actions import Actions
from projections.reporting.entries import Entry
from projections.reporting.report_contents import EntryGroup, ReportContents
from projections.reporting.report_rows import Report
from web.site.formatting import today
from web.site.tenancy import here

_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s?[-\u2013/]\s?(\d\d)\b)?")
UNNAMED = "A priority that the source does not name"
IsLate = Callable[[Entry], bool]


class Standing(NamedTuple):
    """How many of one kind of thing are where."""

    what: str
    done: int = 0
    going_on: int = 0
    late: int = 0


class PriorityBar(NamedTuple):
    """A priority with its decisions, actions and changes for children."""

    label: str
    kinds: tuple[Standing, ...]

    @property
    def done(self) -> int:
        return sum(each.done for each in self.kinds)

    @property
    def going_on(self) -> int:
        return sum(each.going_on for each in self.kinds)

    @property
    def late(self) -> int:
        return sum(each.late for each in self.kinds)

    @property
    def total(self) -> int:
        return self.done + self.going_on + self.late

    @property
    def in_words(self) -> str:
        return f"{self.done} done, {self.going_on} going on, {self.late} late"


def progress_of(report: Report, contents: ReportContents) -> list[PriorityBar]:
    """Empty where there are fewer than two priorities to set beside each other, or nothing came."""
    priorities = {
        group.head.tag: group.head.heading or UNNAMED
        for group in contents.sections.get("priorities", ())
    }
    if len(priorities) < 2:
        return []
    groups = [*contents.sections.get("decisions", ()), *contents.since.get("decisions", ())]
    late = _lateness({group.head.subject for group in groups}, as_at(report))
    found = [
        _bar(label, [group for group in groups if group.head.tag == tag], late)
        for tag, label in priorities.items()
    ]
    return found if any(each.total for each in found) else []


def is_past_its_years(priority: Entry, report: Report) -> bool:
    """Whether the years that it was stated for ended before the report's period."""
    last = _last_year(priority.value)
    return bool(report.period and 0 < last < report.period.start.first.year)


def _last_year(stated: str) -> int:
    """The last year that a text such as 2019 to 2021 or 2019-21 names; 0 where it names none."""
    found = [(each[1], each[2]) for each in _YEARS.finditer(stated)]
    years = [int(year) for year, _ in found]
    years += [int(year[:2] + end) for year, end in found if end]
    return max(years, default=0)


def as_at(report: Report) -> date:
    """The day on which it is judged: the end of the period, or today or the final day before."""
    final = datetime.fromtimestamp(report.frozen_at / 1_000_000, UK).date()
    day = final if report.frozen_at else today()
    return min(day, report.period.end.last) if report.period else day


def _bar(label: str, groups: Sequence[EntryGroup], late: IsLate) -> PriorityBar:
    own = [group for group in groups if group.standing != "since"]
    made = sum(bool(group.of("made")) for group in own)
    seen = sum(len(group.of("impact")) for group in groups)
    kinds = (
        Standing("Decisions", made, len(own) - made),
        _actions(groups, late),
        Standing("Changes seen", seen),
    )
    return PriorityBar(label, kinds)


def _actions(groups: Iterable[EntryGroup], late: IsLate) -> Standing:
    done, going_on, overdue = 0, 0, 0
    for group in groups:
        ended = {part.tag for part in group.of("action done")}
        still = [part for part in group.of("action") if part.tag not in ended]
        behind = sum(map(late, still))
        done, overdue = done + len(ended), overdue + behind
        going_on += len(still) - behind
    return Standing("Actions", done, going_on, overdue)


def _lateness(decisions: Iterable[UUID], day: date) -> IsLate:
    """Whether an action of these decisions is late on a day, with what was moved by then."""
    with here.read(Actions) as view:
        rows = [row for id in decisions for row in view.actions.where(subject=id)]
    due = {(row.subject, row.action): _due(row, day) for row in rows}

    def is_late(action: Entry) -> bool:
        last = due.get((action.subject, action.tag))
        return last is not None and last < day

    return is_late


def _due(row: Tracked, day: date) -> date | None:
    moved = all(note.on.first <= day for note in row.moved_why)
    due = row.due if moved else row.first_due
    return due.last if due else None
