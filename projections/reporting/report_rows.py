"""A yearly report as a row: what was drafted, what happened to it, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate, Period
from events.reporting.report import (
    COPY_DAYS,
    CopySent,
    ReportApproved,
    ReportCorrected,
    ReportDrafted,
    ReportFinalised,
    ReportItemLeftOut,
    ReportItemTakenIn,
    ReportPartWritten,
    ReportPresented,
    ReportPublished,
    ReportReopened,
    ReportStatementMade,
    ReportVersion,
    ReportVersionCredited,
    ScrutinyCommentMade,
)


@dataclass(frozen=True)
class ReportStatement:
    """Something said under a heading; ``by`` names the scrutineer where it is theirs."""

    heading: str
    words: str
    source: str
    by: str = ""


@dataclass(frozen=True)
class ReportStep:
    """Something that happened to the report; ``on`` is none where the day is not stated."""

    what: str
    who: str
    on: PartialDate | None
    planned: bool = False


@dataclass(frozen=True)
class WrittenPart:
    """What the partners wrote themselves into a section; ``version`` names that writing of it."""

    section: str
    words: str
    by: str
    version: int


@dataclass(frozen=True)
class LeftOut:
    """Something the record proposed that the partnership left out, and why."""

    item: str
    why: str
    by: str


@dataclass(frozen=True)
class Report:
    """``frozen_at`` is when it was finalised or published here (microseconds since 1970), or 0.

    Nothing that was recorded later is in it.
    """

    id: UUID
    name: str
    title: str
    also_called: str
    number: int | None
    period: Period | None
    ruleset: str
    duties: tuple[str, ...]
    versions: tuple[ReportVersion, ...]
    source: str
    document: str
    order: int
    approvals: tuple[ReportStep, ...] = ()
    presented: tuple[ReportStep, ...] = ()
    published: ReportStep | None = None
    copies: tuple[ReportStep, ...] = ()
    corrections: tuple[ReportStatement, ...] = ()
    statements: tuple[ReportStatement, ...] = ()
    comments: tuple[ReportStatement, ...] = ()
    parts: tuple[WrittenPart, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    frozen_at: int = 0
    is_finalised: bool = False

    @property
    def authors(self) -> str:
        """The group that made the children's version; empty where none is named."""
        own = [each.authors for each in self.versions if "child" in each.audience.lower()]
        return next((authors for authors in own if authors), "")

    def part(self, section: str) -> WrittenPart | None:
        """What stands there now, in the partners' own words."""
        return next((each for each in self.parts if each.section == section), None)

    @property
    def period_words(self) -> str:
        return str(self.period) if self.period else "period not stated"

    @property
    def copies_due(self) -> date | None:
        """The last day for the copies: seven calendar days after publication.

        None where no day of publication is stated, so nobody can tell.
        (Working Together 2018, as quoted in 002_da74a0da5d722d69.txt, line 15.)
        """
        on = self.published.on if self.published else None
        if on is None or on.precision != "day":
            return None
        return on.first + timedelta(days=COPY_DAYS)

    def status_on(self, day: date) -> str:
        """Where the report stood at the end of a day: published, presented, approved or drafted."""
        if self.published and _by(self.published, day):
            return "published"
        if any(_by(step, day) for step in self.presented if not step.planned):
            return "presented"
        return "approved" if any(_by(step, day) for step in self.approvals) else "drafted"


def drafted(fact: ReportDrafted) -> Report:
    return Report(
        fact.originator_id,
        fact.name,
        fact.title,
        fact.also_called,
        fact.number,
        fact.period,
        fact.ruleset,
        fact.duties,
        fact.versions,
        fact.provenance.source,
        fact.provenance.document,
        fact.micros,
    )


def advanced(row: Report, fact: Fact) -> Report:
    source = fact.provenance.source
    match fact:
        case ReportApproved(body=body, approved_on=on):
            return replace(row, approvals=(*row.approvals, ReportStep("approved", body, on)))
        case ReportPresented(to=to, presented_on=on, planned=planned):
            step = ReportStep("presented", to, on, planned)
            return replace(row, presented=(*row.presented, step))
        case ReportPublished(where=where, published_on=on):
            frozen_at = row.frozen_at or (0 if row.document else fact.micros)
            return replace(row, published=ReportStep("published", where, on), frozen_at=frozen_at)
        case CopySent(recipient=recipient, sent_on=on):
            return replace(row, copies=(*row.copies, ReportStep("sent", recipient, on)))
        case ReportCorrected(what=what, why=why):
            return replace(row, corrections=(*row.corrections, ReportStatement(what, why, source)))
        case ReportStatementMade(heading=heading, words=words):
            return replace(
                row, statements=(*row.statements, ReportStatement(heading, words, source))
            )
        case ScrutinyCommentMade(by=by, theme=theme, words=words):
            return replace(row, comments=(*row.comments, ReportStatement(theme, words, source, by)))
        case _:
            return _built(row, fact)


def _built(row: Report, fact: Fact) -> Report:
    match fact:
        case ReportPartWritten(section=section, words=words):
            others = tuple(each for each in row.parts if each.section != section)
            written = WrittenPart(section, words, fact.provenance.by, fact.originator_version)
            return replace(row, parts=(*others, written))
        case ReportItemLeftOut(item=item, why=why):
            return replace(row, left_out=(*row.left_out, LeftOut(item, why, fact.provenance.by)))
        case ReportItemTakenIn(item=item):
            still = tuple(each for each in row.left_out if each.item != item)
            return replace(row, left_out=still)
        case ReportVersionCredited(credited=credited):
            kept = tuple(each for each in row.versions if each.audience != credited.audience)
            return replace(row, versions=(*kept, credited))
        case ReportFinalised():
            return replace(row, frozen_at=fact.micros, is_finalised=True)
        case ReportReopened():
            return replace(row, frozen_at=0, is_finalised=False, approvals=())
        case _:
            return row


def _by(step: ReportStep, day: date) -> bool:
    return step.on is not None and step.on.first <= day
