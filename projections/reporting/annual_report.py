"""The yearly report, drawn from the facts: only what is stated, each with its source."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from events.assurance.audit_return import ReturnFact
from events.fact import Fact
from events.feedback.feedback import FeedbackSubmitted, FeedbackTakenBack
from events.learning.course import CourseWithdrawn
from events.participation.quotation import StatementWithdrawn
from events.reporting.entry_day import EntryDayGiven
from events.reporting.report import ReportDrafted, ReportPublished
from events.reporting.report_drafting import ReportFinalised
from projections.counts.count_table import Counts, table_of
from projections.counts.frozen_periods import CLOSED, ClosedPeriod, counting_day, is_closed, span_of
from projections.counts.quarters import quarter_of, quarters_in
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.reporting.annual_report_rows import (
    FEELINGS,
    Day,
    FeltSubmission,
    first_of,
    order_of,
    supersede_all,
    with_days_given,
)
from projections.reporting.entries import Entry, Section, entry
from projections.reporting.entries.entry import days, main_day
from projections.reporting.moderated_returns import (
    ModeratedStandard,
    Moderation,
    ReturnOfAgency,
)
from projections.reporting.report_changes import advanced, drafted
from projections.reporting.report_contents import GROWING, EntryGroup, ReportContents, contents_of
from projections.reporting.report_rows import Report
from projections.reporting.report_scope import Scope, scope_of


class AnnualReport(Projection):
    name = "annual_report"
    version = 10
    reports = TableOf(Report, index=("name",))
    entries = TableOf(Entry, index=("section", "subject"))
    told = TableOf(FeltSubmission)
    days = TableOf(Day)
    closed = TableOf(ClosedPeriod)
    returns = TableOf(ReturnOfAgency)
    standards = TableOf(ModeratedStandard)

    def apply(self, fact: Fact) -> None:
        written = entry(fact)
        if written is not None:
            self.entries.put(written)
            if isinstance(fact, CourseWithdrawn):
                supersede_all(self.entries, fact)
        elif isinstance(fact, ReportDrafted):
            self.reports.put(drafted(fact))
        elif isinstance(fact, EntryDayGiven):
            self._give_day(fact)
        elif isinstance(fact, FeedbackSubmitted | FeedbackTakenBack):
            self._count(fact)
        elif isinstance(fact, ReturnFact):
            Moderation(self.returns, self.standards, self.entries).apply(fact)
        elif isinstance(fact, StatementWithdrawn):
            for row in with_days_given(self.entries, f"{fact.originator_id}:1"):
                self.entries.put(replace(row, kind="withdrawn", words=""))
        else:
            if isinstance(fact, ReportFinalised | ReportPublished):
                self._close(fact)
            self.reports.change(fact.originator_id, lambda row: advanced(row, fact))

    def all(self) -> list[Report]:
        """The reports in the order they were drafted, without drafts that were thrown away."""
        return self.reports.where(order="order", thrown_away="")

    def thrown_away(self) -> list[Report]:
        """Drafts that nobody wants, for the time being."""
        return [row for row in self.reports.where(order="order") if row.thrown_away]

    def report(self, name: str) -> Report | None:
        found = self.reports.where(name=name, thrown_away="")
        return found[0] if found else None

    def entry(self, key: str) -> Entry | None:
        return self.entries.get(key)

    def shows(self, report: Report, row: Entry) -> bool:
        """Whether an entry is a part of a report."""
        contents = self.contents(report)
        groups = (
            *contents.sections.get(row.section, ()),
            *contents.since.get(row.section, ()),
        )
        return any(row.key == each.key for group in groups for each in (group.head, *group.parts))

    def of_subject(self, subject: UUID) -> list[Entry]:
        return self.entries.where(subject=subject, order="order")

    def scope(self, report: Report) -> Scope:
        """What the report holds, beside the partnership's other reports."""
        return scope_of(report, self.all())

    def contents(self, report: Report, scope: Scope | None = None) -> ReportContents:
        """What belongs in a report, by section and in the order it was recorded."""
        scope = scope or self.scope(report)
        return contents_of(self._near(scope), scope)

    def sections(self, report: Report) -> dict[Section, list[EntryGroup]]:
        """What happened in a report's period, and what stood in it."""
        return self.contents(report).sections

    def _near(self, scope: Scope) -> list[Entry]:
        """The entries that may belong in a report, with all of what grew together with one."""
        table, columns = self.entries.table, self.entries.table.c
        belongs, grows = scope.where(table), columns.section.in_(sorted(GROWING))
        grown = select(columns.subject).where(belongs, grows)
        query = select(table).where(belongs | (grows & columns.subject.in_(grown)))
        return self.entries.found(query.order_by(columns.order))

    def stated(self, report: Report) -> list[Entry]:
        """The numbers that belong in a report, without all else that does."""
        groups = (group for each in self.sections(report).values() for group in each)
        counts = ("figures", "count")
        heads = (group.head for group in groups)
        return sorted(
            (row for row in heads if row.section in counts or row.kind in counts), key=order_of
        )

    def many(self, report: Report, section: Section) -> int:
        """How many things of one kind a report holds."""
        return len({group.head.subject for group in self.sections(report).get(section, [])})

    def told_us(self, report: Report) -> int:
        """How many told the partnership something in the report's period, frozen once published."""
        if report.period is None:
            return 0
        span, columns = span_of(report.period), self.days.table.c
        query = select(func.sum(columns.many)).where(
            columns.day >= span.first, columns.day <= span.last
        )
        return int(self.connection.execute(query).scalar_one() or 0)

    def felt(self, report: Report, today: date) -> Counts:
        """How those who told us something felt, by quarter of the report's period.

        Quarters that begin after today are left out, for nobody could tell us anything yet. A
        count may only be shown as ``published_within`` shows it.
        """
        if report.period is None:
            return table_of((), FEELINGS, {})
        span, columns = span_of(report.period), self.days.table.c
        query = select(columns.day, columns.feeling, columns.many).where(
            columns.day >= span.first, columns.day <= span.last
        )
        cells: Counter[tuple[str, str]] = Counter()
        last = today.isoformat()
        for day, feeling, many in self.connection.execute(query):
            cells[quarter_of(day, span.first), feeling] += many
            last = max(last, day)
        return table_of(quarters_in(span.first, min(span.last, last)), FEELINGS, cells)

    def charges_in_force(self, day: date) -> list[Entry]:
        """What training cost on a day: the newest price that had begun by then."""
        prices = [row for row in self.entries.where(section="training") if row.kind == "charging"]
        begun = sorted((row for row in prices if row.first <= day.isoformat()), key=first_of)
        return begun[-1:]

    def _count(self, fact: FeedbackSubmitted | FeedbackTakenBack) -> None:
        """What is taken back counts no longer, unless its count is published already."""
        held = self.closed.get(CLOSED)
        closed, known = held.spans if held else (), self.told.get(fact.originator_id)
        if isinstance(fact, FeedbackSubmitted):
            day = counting_day(fact.on.first.isoformat(), closed)
            known = FeltSubmission(fact.originator_id, day, fact.feeling)
            self.told.put(known)
        elif known is None or is_closed(known.day, closed):
            return
        more = 1 if isinstance(fact, FeedbackSubmitted) else -1
        key = f"{known.day}|{known.feeling}"
        counted = self.days.get(key) or Day(key, known.day, known.feeling)
        self.days.put(replace(counted, many=counted.many + more))

    def _give_day(self, fact: EntryDayGiven) -> None:
        """Adds the entry with its new day. Final reports go on showing the one that it replaces."""
        earlier = fact.originator_version - 1
        row = self.entries.get(f"{fact.item}+{earlier}" if earlier else fact.item)
        if row is None or row.superseded:
            return
        first, last = days(fact.day, stands=row.stands)
        new = replace(
            row,
            key=f"{fact.item}+{fact.originator_version}",
            first=first,
            last=last,
            main=main_day(fact.day),
            stated=str(fact.day),
            known=fact.micros,
        )
        self.entries.put(new)
        self.entries.put(replace(row, superseded=fact.micros))

    def _close(self, fact: ReportFinalised | ReportPublished) -> None:
        report, held = self.reports.get(fact.originator_id), self.closed.get(CLOSED)
        if report and report.period:
            spans = held.spans if held else ()
            self.closed.put(ClosedPeriod(CLOSED, (*spans, span_of(report.period))))
