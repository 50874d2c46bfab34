"""Published reports that may hold words which were erased since, for somebody to check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.feedback.feedback import FeedbackSubmitted
from events.participation.engagement import GroupSaid
from events.privacy.erasure import Forgot, ReportChecked
from events.reporting.newsletter import NewsletterDrafted, NewsletterPublished, NewsletterWithdrawn
from events.reporting.report import ReportDrafted, ReportPublished
from events.reporting.report_draft import ReportDraftChanged
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class HeardSubject:
    """One submission or group; ``at`` orders by when it was recorded (microseconds since 1970)."""

    subject: UUID
    at: int
    is_forgotten: bool = False


@dataclass(frozen=True)
class PublishedReport:
    """A report by its name, a newsletter by its edition; ``at`` is 0 while it is not public."""

    report: UUID
    name: str
    title: str
    at: int = 0
    edition: int = 0


@dataclass(frozen=True)
class Checked:
    key: str
    found: bool


@dataclass(frozen=True)
class Task:
    """Look whether it holds words of the subject, and correct or withdraw it where it does."""

    subject: UUID
    report: UUID
    name: str
    title: str
    edition: int = 0


class Errata(Projection):
    name = "erratum_tasks"
    version = 2
    heard = TableOf(HeardSubject, index=("is_forgotten",))
    published = TableOf(PublishedReport)
    checked = TableOf(Checked)

    def apply(self, fact: Fact) -> None:
        id, at = fact.originator_id, fact.micros
        match fact:
            case FeedbackSubmitted():
                self.heard.put(HeardSubject(id, at))
            case GroupSaid() if self.heard.get(id) is None:
                self.heard.put(HeardSubject(id, at))
            case NewsletterDrafted(title=title):
                self.published.put(PublishedReport(id, "", title))
            case NewsletterPublished(number=number):
                self.published.change(id, lambda row: replace(row, at=at, edition=number))
            case NewsletterWithdrawn():
                self.published.change(id, lambda row: replace(row, at=0))
            case Forgot(subject=subject, kind="feedback" | "group"):
                self.heard.change(subject, lambda row: replace(row, is_forgotten=True))
            case ReportDrafted(name=name, title=title):
                self.published.put(PublishedReport(id, name, title))
            case ReportDraftChanged(title=title):
                self.published.change(id, lambda row: replace(row, title=title))
            case ReportPublished():
                self.published.change(id, lambda row: replace(row, at=row.at or at))
            case ReportChecked(subject=subject, report=report, found=found):
                self.checked.put(Checked(f"{subject}:{report}", found))
            case _:
                pass

    def tasks(self) -> list[Task]:
        """For each forgotten submission, what was published since it came and not looked at."""
        reports = [report for report in self.published.where(order="title") if report.at]
        done = {row.key for row in self.checked.where()}
        return [
            Task(row.subject, report.report, report.name, report.title, report.edition)
            for row in self.heard.where(is_forgotten=True)
            for report in reports
            if report.at > row.at and f"{row.subject}:{report.report}" not in done
        ]
