"""Who was heard and who was not: counts by subject and age, and the groups that were asked."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select

from events.fact import Fact
from events.feedback.feedback import About, AgeBand, FeedbackSubmitted, FeedbackTakenBack
from events.governance.partnership import ReportingPeriodDeclared
from events.participation.engagement import EngagementCancelled, EngagementHeld, EngagementPlanned
from events.period import Period
from events.reporting.report import ReportDrafted, ReportPublished
from events.reporting.report_draft import ReportDraftChanged
from events.reporting.report_drafting import ReportFinalised
from projections.counts.count_table import Counts, table_of
from projections.counts.frozen_periods import (
    CLOSED,
    ClosedPeriod,
    Span,
    counting_day,
    is_closed,
    span_of,
)
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.participation.participation_rows import (
    AskedGroup,
    DayTally,
    Stretch,
    Voice,
    by_group,
)

_ABOUT = (*get_args(About)[1:], "")
_AGES = (*get_args(AgeBand)[1:], "")


class Participation(Projection):
    name = "heard_book"
    version = 2
    voices = TableOf(Voice)
    tallies = TableOf(DayTally)
    closed = TableOf(ClosedPeriod)
    asked = TableOf(AskedGroup)
    stretches = TableOf(Stretch)

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case FeedbackSubmitted():
                self._hear(fact)
            case FeedbackTakenBack():
                self._take_back(id)
            case EngagementPlanned(group=group, theme=theme, demo=demo):
                self.asked.put(AskedGroup(id, group, theme, demo))
            case EngagementHeld(held_on=on, came=came):
                day = on.first.isoformat()
                self.asked.change(id, lambda row: replace(row, day=day, came=came.whole))
            case EngagementCancelled():
                self.asked.change(id, lambda row: replace(row, cancelled=True))
            case ReportingPeriodDeclared(label=label, period=Period() as period):
                self._stretch(fact.key, label, period)
            case (
                ReportDrafted(title=title, period=Period() as period)
                | ReportDraftChanged(title=title, period=Period() as period)
            ):
                self._stretch(str(id), title, period)
            case ReportFinalised() | ReportPublished():
                self._close(str(id))
            case _:
                pass

    def periods(self) -> list[Stretch]:
        """One for each stretch of days, the newest first; a published one stands for its days."""
        found: dict[tuple[str, str], Stretch] = {}
        for row in sorted(self.stretches.where(), key=lambda row: (not row.closed, row.key)):
            found.setdefault((row.first, row.last), row)
        return sorted(found.values(), key=lambda row: (row.last, row.first), reverse=True)

    def counts(self, span: Span, *, live: bool) -> Counts:
        """How many told us something, by what it was about and by age.

        ``live`` counts by the day it was told, also in periods that were published since.
        """
        columns = self.tallies.table.c
        many = columns.live if live else columns.many
        query = (
            select(columns.about, columns.age_band, func.sum(many))
            .where(self._within(span, live))
            .group_by(columns.about, columns.age_band)
        )
        found = {(about, age): int(sum) for about, age, sum in self.connection.execute(query)}
        return table_of(_ABOUT, _AGES, found)

    def has_demo(self, span: Span, *, live: bool) -> bool:
        """Whether some of what is counted was made up."""
        query = select(func.count()).where(self._within(span, live), self.tallies.table.c.demo)
        return bool(self.connection.execute(query).scalar_one())

    def groups(self, span: Span) -> list[AskedGroup]:
        """The groups that were asked together in those days, by name."""
        held = [row for row in self.asked.where() if row.day]
        return sorted((row for row in held if span.first <= row.day <= span.last), key=by_group)

    def not_yet(self, span: Span) -> list[AskedGroup]:
        """Groups that somebody thought of asking and that were not heard in those days."""
        heard = {row.group.casefold() for row in self.groups(span)}
        others = {
            row.group.casefold(): row
            for row in sorted(self.asked.where(), key=by_group)
            if row.group.casefold() not in heard
        }
        return list(others.values())

    def _within(self, span: Span, live: bool) -> ColumnElement[bool]:
        columns = self.tallies.table.c
        day = columns.day if live else columns.counts_on
        return and_(day >= span.first, day <= span.last)

    def _hear(self, fact: FeedbackSubmitted) -> None:
        day = fact.on.first.isoformat()
        on = counting_day(day, self._spans())
        key = "|".join((day, on, fact.about, fact.age_band, str(fact.demo)))
        tally = self.tallies.get(key) or DayTally(
            key, day, on, fact.about, fact.age_band, fact.demo
        )
        self.tallies.put(replace(tally, many=tally.many + 1, live=tally.live + 1))
        self.voices.put(Voice(fact.originator_id, key))

    def _take_back(self, id: UUID) -> None:
        voice = self.voices.get(id)
        tally = self.tallies.get(voice.tally) if voice else None
        if tally:
            fewer = 0 if is_closed(tally.counts_on, self._spans()) else 1
            self.tallies.put(replace(tally, many=tally.many - fewer, live=tally.live - 1))

    def _close(self, key: str) -> None:
        stretch = self.stretches.get(key)
        if stretch:
            self.stretches.put(replace(stretch, closed=True))
            self.closed.put(ClosedPeriod(CLOSED, (*self._spans(), stretch.span)))

    def _spans(self) -> tuple[Span, ...]:
        held = self.closed.get(CLOSED)
        return held.spans if held else ()

    def _stretch(self, key: str, label: str, period: Period) -> None:
        span = span_of(period)
        self.stretches.put(Stretch(key, label, span.first, span.last))
