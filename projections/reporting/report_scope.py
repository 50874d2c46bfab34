"""Which entries belong in a yearly report: by day, by document, and by when it was final."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import ColumnElement, Table, and_, or_

from projections.counts.frozen_periods import Span, span_of
from projections.reporting.entries import Entry
from projections.reporting.report_rows import Report


@dataclass(frozen=True)
class Late:
    """Days of an earlier report; what of them came after ``since`` no final report holds."""

    span: Span
    since: int


@dataclass(frozen=True)
class Scope:
    """What a report holds: what has its main day in its period, or no day and its own document.

    Recorded before it was final (``until``, 0 where it is not); and what came too ``late`` for
    the report of its own day. ``but`` names what the partnership left out.
    """

    document: str
    span: Span | None
    until: int = 0
    late: tuple[Late, ...] = ()
    but: frozenset[str] = field(default_factory=frozenset)

    def knows(self, row: Entry) -> bool:
        """Whether it was recorded before the report was final, and has no newer day since."""
        if self.until:
            return row.known <= self.until and not 0 < row.superseded <= self.until
        return not row.superseded

    def holds(self, row: Entry) -> bool:
        if row.item in self.but or not self.knows(row):
            return False
        if row.main and self.span:
            return _in(row, self.span) or self.is_late(row)
        return bool(row.document) and row.document == self.document

    def is_late(self, row: Entry) -> bool:
        """Whether it is here only because the report of its own day was final already."""
        if not (self.span and row.main) or _in(row, self.span):
            return False
        return any(row.known > each.since and _in(row, each.span) for each in self.late)

    def where(self, entries: Table) -> ColumnElement[bool]:
        """What may belong in it, asked of the table; the rules of ``report_contents`` choose."""
        columns = entries.c
        belongs = and_(columns.main == "", columns.document == self.document)
        if self.span:
            dated = _between(entries, self.span)
            for each in self.late:
                dated = or_(dated, and_(_between(entries, each.span), columns.known > each.since))
            stands = and_(columns.thing != "", columns.first <= self.span.last)
            belongs = or_(belongs, dated, stands)
        else:
            belongs = and_(columns.document == self.document, columns.document != "")
        return and_(belongs, columns.known <= self.until) if self.until else belongs


def scope_of(report: Report, others: Iterable[Report]) -> Scope:
    """``others`` are the partnership's reports: what came too late for the final ones is here."""
    but = frozenset(each.item for each in report.left_out)
    if report.period is None:
        return Scope(report.document, None, report.frozen_at, (), but)
    span = span_of(report.period)
    final = [
        Late(span_of(each.period), each.frozen_at)
        for each in others
        if each.period and each.frozen_at and span_of(each.period).last < span.last
    ]
    return Scope(report.document, span, report.frozen_at, tuple(_since_the_last(final)), but)


def _since_the_last(final: list[Late]) -> Iterable[Late]:
    """A report that was final later holds what came before that, of the days of earlier ones."""
    since = 0
    for each in sorted(final, key=lambda late: late.span.last, reverse=True):
        since = max(since, each.since)
        yield replace(each, since=since)


def _in(row: Entry, span: Span) -> bool:
    return span.first <= row.main <= span.last


def _between(entries: Table, span: Span) -> ColumnElement[bool]:
    return and_(entries.c.main >= span.first, entries.c.main <= span.last)
