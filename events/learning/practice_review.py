"""The practice review of a case (LCSPR), up to its publication."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact
from events.period import PartialDate


@dataclass(frozen=True)
class ReviewCommissioned(Fact):
    TOPIC = "case.review_commissioned"
    PERSONAL = frozenset()
    DAY = "commissioned_on"
    commissioned_on: PartialDate
    lead: str


@dataclass(frozen=True)
class ReviewCompleted(Fact):
    TOPIC = "case.review_completed"
    PERSONAL = frozenset()
    DAY = "completed_on"
    completed_on: PartialDate


@dataclass(frozen=True)
class PublicationPlanned(Fact):
    TOPIC = "case.publication_planned"
    PERSONAL = frozenset()
    DAY = ""
    planned_on: PartialDate


@dataclass(frozen=True)
class FullReportSent(Fact):
    """The full report went to the Panel and the Secretary of State before it was published."""

    TOPIC = "case.full_report_sent"
    PERSONAL = frozenset()
    DAY = "sent_on"
    sent_on: PartialDate


@dataclass(frozen=True)
class PublicationDeferred(Fact):
    TOPIC = "case.publication_deferred"
    PERSONAL = frozenset()
    DAY = ""
    why: str
    until: PartialDate | None


@dataclass(frozen=True)
class ReviewPublished(Fact):
    TOPIC = "case.review_published"
    PERSONAL = frozenset()
    DAY = "published_on"
    published_on: PartialDate
    where: str
