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
    """What a report holds: dated within its period, or undated in its own document.

    Recorded before it was final (``until``, 0 where it is not); and what came too ``late`` for
    the report of its own days. ``but`` names what the partnership left out.
    """

    document: str
    span: Span | None
    until: int = 0
    late: tuple[Late, ...] = ()
    but: frozenset[str] = field(default_factory=frozenset)

    def holds(self, row: Entry) -> bool:
        if row.key in self.but or (self.until and row.order > self.until):
            return False
        if row.first and self.span:
            return _touches(row, self.span) or self.is_late(row)
        return bool(row.document) and row.document == self.document

    def is_late(self, row: Entry) -> bool:
        """Whether it is here only because the report of its own days was final already."""
        if not (self.span and row.first) or _touches(row, self.span):
            return False
        return any(row.order > each.since and _touches(row, each.span) for each in self.late)

    @property
    def last(self) -> str:
        """The last ISO day that its entries may tell of."""
        return self.span.last if self.span else "9999"

    def where(self, entries: Table) -> ColumnElement[bool]:
        """The same question, asked of the table; what was left out is not looked at."""
        columns = entries.c
        belongs = and_(columns.document == self.document, columns.document != "")
        if self.span:
            dated = _dated(entries, self.span)
            for each in self.late:
                late = and_(_dated(entries, each.span), columns.order > each.since)
                dated = or_(dated, late)
            belongs = or_(and_(columns.first != "", dated), and_(columns.first == "", belongs))
        return and_(belongs, columns.order <= self.until) if self.until else belongs


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


def _touches(row: Entry, span: Span) -> bool:
    return row.first <= span.last and span.first <= row.last


def _dated(entries: Table, span: Span) -> ColumnElement[bool]:
    return and_(entries.c.first <= span.last, entries.c.last >= span.first)
