"""Whom we have heard, and so whom not: by what it was about, by age and by group, counts only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from events.engagement import EngagementCancelled, EngagementHeld, EngagementPlanned
from events.fact import Fact
from events.feedback import About, AgeBand, FeedbackSubmitted, FeedbackTakenBack
from events.partnership import ReportingPeriodDeclared
from events.period import Period
from events.report import ReportDrafted, ReportPublished
from projections.frozen import Span, before, counts_in
from projections.projection import Projection
from projections.protection import Counts, table_of
from projections.rows import TableOf

_ABOUT = (*get_args(About)[1:], "")
_AGES = (*get_args(AgeBand)[1:], "")


@dataclass(frozen=True)
class Voice:
    """One submission, as far as it counts: no words. ``taken`` is when it was taken back, or 0."""

    feedback_id: UUID
    about: str
    age_band: str
    day: str
    recorded: int
    demo: bool
    taken: int = 0


@dataclass(frozen=True)
class Asked:
    """A group that was or will be asked together; ``day`` is empty until it was."""

    id: UUID
    group: str
    theme: str
    demo: bool
    day: str = ""
    came: int | None = None
    cancelled: bool = False


@dataclass(frozen=True)
class Stretch:
    """A period that is declared, or that a report is about; ``closed`` once that is published."""

    key: str
    label: str
    first: str
    last: str
    closed: int = 0

    @property
    def span(self) -> Span:
        return Span(self.first, self.last, self.closed)


class HeardBook(Projection):
    name = "heard_book"
    voices = TableOf(Voice, index=("day",))
    asked = TableOf(Asked)
    stretches = TableOf(Stretch)

    def apply(self, fact: Fact) -> None:
        id, at = fact.originator_id, int(fact.recorded_at.timestamp() * 1_000_000)
        match fact:
            case FeedbackSubmitted(about=about, age_band=age, demo=demo):
                self.voices.put(Voice(id, about, age, fact.on.first.isoformat(), at, demo))
            case FeedbackTakenBack():
                self.voices.change(id, lambda row: replace(row, taken=at))
            case EngagementPlanned(group=group, theme=theme, demo=demo):
                self.asked.put(Asked(id, group, theme, demo))
            case EngagementHeld(held_on=on, came=came):
                day = on.first.isoformat()
                self.asked.change(id, lambda row: replace(row, day=day, came=came.number))
            case EngagementCancelled():
                self.asked.change(id, lambda row: replace(row, cancelled=True))
            case ReportingPeriodDeclared(label=label, period=Period() as period):
                self._stretch(f"{id}:{fact.originator_version}", label, period)
            case ReportDrafted(title=title, period=Period() as period):
                self._stretch(str(id), title, period)
            case ReportPublished():
                self.stretches.change(str(id), lambda row: replace(row, closed=row.closed or at))
            case _:
                pass

    def periods(self) -> list[Stretch]:
        """One for each stretch of days, the newest first; a published one stands for its days."""
        found: dict[tuple[str, str], Stretch] = {}
        for row in sorted(self.stretches.where(), key=lambda row: (-row.closed, row.key)):
            found.setdefault((row.first, row.last), row)
        return sorted(found.values(), key=lambda row: (row.last, row.first), reverse=True)

    def counts(self, span: Span) -> Counts:
        """How many told us something, by what it was about and by age."""
        columns = self.voices.table.c
        query = (
            select(columns.about, columns.age_band, func.count())
            .where(self._counted(span))
            .group_by(columns.about, columns.age_band)
        )
        found = {(about, age): many for about, age, many in self.connection.execute(query)}
        return table_of(_ABOUT, _AGES, found)

    def has_demo(self, span: Span) -> bool:
        """Whether some of what is counted was made up."""
        query = select(func.count()).where(self._counted(span), self.voices.table.c.demo)
        return bool(self.connection.execute(query).scalar_one())

    def groups(self, span: Span) -> list[Asked]:
        """The groups that were asked together in those days, by name."""
        held = [row for row in self.asked.where() if row.day]
        return sorted((row for row in held if span.first <= row.day <= span.last), key=_by_group)

    def not_yet(self, span: Span) -> list[Asked]:
        """Groups that somebody thought of asking and that were not heard in those days."""
        heard = {row.group.casefold() for row in self.groups(span)}
        others = {
            row.group.casefold(): row for row in sorted(self.asked.where(), key=_by_group)
            if row.group.casefold() not in heard
        }  # fmt: skip
        return list(others.values())

    def _counted(self, span: Span) -> ColumnElement[bool]:
        earlier = before(span, [row.span for row in self.periods()])
        return counts_in(self.voices.table.c, span, earlier)

    def _stretch(self, key: str, label: str, period: Period) -> None:
        first, last = period.start.first.isoformat(), period.end.last.isoformat()
        self.stretches.put(Stretch(key, label, first, last))


def nobody_in(names: Sequence[str], counts: Sequence[int]) -> list[str]:
    """The rows or columns of a table that nobody stands in; those that did not say left out."""
    return [name for name, count in zip(names, counts, strict=True) if name and not count]


def _by_group(row: Asked) -> tuple[str, str, str]:
    return row.group.casefold(), row.day, str(row.id)
