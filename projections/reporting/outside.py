"""What the record holds and no chapter shows: taken out, of another time, or without a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, not_, or_, select

from projections.counts.frozen_periods import span_of
from projections.reporting.annual_report import AnnualReport
from projections.reporting.entries import TAKEN_OFF, WITHDRAWN_COURSE, WITHDRAWN_FIGURE, Entry
from projections.reporting.report_contents import grows, main_row
from projections.reporting.report_rows import Report

_GONE = (TAKEN_OFF, WITHDRAWN_COURSE, WITHDRAWN_FIGURE, "withdrawn")


@dataclass(frozen=True)
class Outside:
    """``taken_away`` pairs what was withdrawn with the entry that says why.

    ``after`` came after the report was final, ``uncovered`` has a day that no report covers,
    ``undated`` has no day, and no report of its document.
    """

    taken_away: list[tuple[Entry, Entry]]
    after: list[Entry]
    uncovered: list[Entry]
    undated: list[Entry]

    @property
    def is_empty(self) -> bool:
        return not (self.taken_away or self.after or self.uncovered or self.undated)


def outside(view: AnnualReport, report: Report) -> Outside:
    """Everything that no chapter of the report holds, and no other report either."""
    gone = _found(view, view.entries.table.c.kind.in_(_GONE))
    away = {row.subject for row in gone}
    heads = {row.subject: row for row in _of(view, away)}
    return Outside(
        [(heads[row.subject], row) for row in gone],
        [row for row in _after(view, report) if row.subject not in away],
        [row for row in _uncovered(view) if row.subject not in away],
        [row for row in _undated(view) if row.subject not in away],
    )


def _after(view: AnnualReport, report: Report) -> list[Entry]:
    if not (report.period and report.frozen_at):
        return []
    span, columns = span_of(report.period), view.entries.table.c
    dated = and_(columns.main >= span.first, columns.main <= span.last)
    return _heads(view, _found(view, and_(dated, columns.known > report.frozen_at)))


def _uncovered(view: AnnualReport) -> list[Entry]:
    columns = view.entries.table.c
    spans = [span_of(each.period) for each in view.all() if each.period]
    covered = [and_(columns.main >= span.first, columns.main <= span.last) for span in spans]
    wanted = and_(columns.main != "", columns.thing == "")
    rows = _found(view, and_(wanted, not_(or_(*covered))) if covered else wanted)
    return [
        row
        for row in _heads(view, rows)
        if not any(span.first <= row.main <= span.last for span in spans)
    ]


def _undated(view: AnnualReport) -> list[Entry]:
    columns = view.entries.table.c
    documents = {each.document for each in view.all()} - {""}
    wanted = and_(columns.main == "", columns.thing == "", columns.document.not_in(documents))
    return [row for row in _heads(view, _found(view, wanted)) if not row.main]


def _heads(view: AnnualReport, rows: list[Entry]) -> list[Entry]:
    """Of what grew together the row whose day places it, once, instead of each of its parts."""
    wholes: dict[object, list[Entry]] = {}
    for row in _all_of(view, {row.subject for row in rows if grows(row)}):
        if grows(row) and not row.superseded:
            wholes.setdefault(row.subject, []).append(row)
    found = {}
    for row in rows:
        head = main_row(wholes[row.subject]) if grows(row) else row
        found[head.key] = head
    return list(found.values())


def _of(view: AnnualReport, subjects: Iterable[object]) -> list[Entry]:
    """The first row of each, so the last in this order."""
    return list(reversed(_all_of(view, subjects)))


def _all_of(view: AnnualReport, subjects: Iterable[object]) -> list[Entry]:
    table = view.entries.table
    query = select(table).where(table.c.subject.in_([str(each) for each in subjects]))
    return view.entries.found(query.order_by(table.c.order))


def _found(view: AnnualReport, wanted: ColumnElement[bool]) -> list[Entry]:
    table = view.entries.table
    query = select(table).where(wanted, table.c.superseded == 0)
    return view.entries.found(query.order_by(table.c.order))
