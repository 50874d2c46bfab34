"""The yearly report: drafted, commented on, approved, presented, published, sent, corrected."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact
from events.period import PartialDate, Period
from events.reporting.report_draft import ReportDraftFact, Ruleset
from events.reporting.report_drafting import (
    ReportFinalised,
    ReportItemLeftOut,
    ReportItemTakenIn,
    ReportPartWritten,
    ReportReopened,
    ReportVersion,
    ReportVersionCredited,
)
from events.reporting.report_section import ReportSectionFact

# Days after publication by which copies go out (Working Together 2018, as quoted in
# 002_da74a0da5d722d69.txt, line 15).
COPY_DAYS = 7


@dataclass(frozen=True)
class ReportDrafted(Fact):
    """``name`` is the last part of its address; ``period`` is none where no source states it."""

    TOPIC = "report.drafted"
    PERSONAL = frozenset()
    name: str
    title: str
    also_called: str
    number: int | None
    period: Period | None
    ruleset: Ruleset
    duties: tuple[str, ...]
    versions: tuple[ReportVersion, ...]

    @property
    def stated_on(self) -> PartialDate | None:
        """A report is about its whole period, so it stands at the end of it."""
        return self.period.end if self.period else None


@dataclass(frozen=True)
class ReportStatementMade(Fact):
    """Something the report says in words, under a heading."""

    TOPIC = "report.statement_made"
    PERSONAL = frozenset()
    heading: str
    words: str


@dataclass(frozen=True)
class ScrutinyCommentMade(Fact):
    """The independent scrutineer's own words, kept apart from the partners' text."""

    TOPIC = "report.scrutiny_comment_made"
    PERSONAL = frozenset()
    by: str
    theme: str
    words: str


@dataclass(frozen=True)
class ReportApproved(Fact):
    TOPIC = "report.approved"
    PERSONAL = frozenset()
    DAY = "approved_on"
    body: str
    approved_on: PartialDate | None


@dataclass(frozen=True)
class ReportPresented(Fact):
    TOPIC = "report.presented"
    PERSONAL = frozenset()
    DAY = "presented_on"
    to: str
    presented_on: PartialDate | None
    planned: bool


@dataclass(frozen=True)
class ReportPublished(Fact):
    """``published_on`` is none where the source says that it was published, but not when."""

    TOPIC = "report.published"
    PERSONAL = frozenset()
    DAY = "published_on"
    where: str
    published_on: PartialDate | None


@dataclass(frozen=True)
class CopySent(Fact):
    TOPIC = "report.copy_sent"
    PERSONAL = frozenset()
    DAY = "sent_on"
    recipient: str
    sent_on: PartialDate


@dataclass(frozen=True)
class CopyNotSent(Fact):
    """It was tried, and did not go out."""

    TOPIC = "report.copy_not_sent"
    PERSONAL = frozenset()
    recipient: str
    why: str


@dataclass(frozen=True)
class ReportCorrected(Fact):
    TOPIC = "report.corrected"
    PERSONAL = frozenset()
    what: str
    why: str


ReportFact = (
    ReportDrafted
    | ReportStatementMade
    | ScrutinyCommentMade
    | ReportApproved
    | ReportPresented
    | ReportPublished
    | CopySent
    | CopyNotSent
    | ReportCorrected
    | ReportPartWritten
    | ReportItemLeftOut
    | ReportItemTakenIn
    | ReportFinalised
    | ReportReopened
    | ReportVersionCredited
    | ReportSectionFact
    | ReportDraftFact
)
