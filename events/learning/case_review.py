"""Case reviews, one by one: from an incident considered to a review published and acted upon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact
from events.period import PartialDate

CaseLabel = Literal["Child Safeguarding Practice Review", "Serious Case Review"]
RapidOutcome = Literal["a practice review", "no practice review"]
PanelView = Literal["agrees", "does not agree", "asks for more"]


@dataclass(frozen=True)
class CaseConsidered(Fact):
    """``label`` is the name that the review had by the law of its time; no child is named."""

    TOPIC = "case.considered"
    PERSONAL = frozenset({"details"})
    DAY = "aware_on"
    reference: str
    label: CaseLabel
    details: str
    aware_on: PartialDate | None
    to_notify: bool
    demo: bool


@dataclass(frozen=True)
class IncidentNotified(Fact):
    TOPIC = "case.incident_notified"
    PERSONAL = frozenset()
    DAY = "notified_on"
    to: str
    notified_on: PartialDate


@dataclass(frozen=True)
class RapidReviewStarted(Fact):
    TOPIC = "case.rapid_review_started"
    PERSONAL = frozenset()
    DAY = "started_on"
    started_on: PartialDate


@dataclass(frozen=True)
class RapidReviewHeld(Fact):
    TOPIC = "case.rapid_review_held"
    PERSONAL = frozenset()
    DAY = "held_on"
    held_on: PartialDate


@dataclass(frozen=True)
class RapidReviewCompleted(Fact):
    TOPIC = "case.rapid_review_completed"
    PERSONAL = frozenset()
    DAY = "completed_on"
    completed_on: PartialDate
    outcome: RapidOutcome
    why: str


@dataclass(frozen=True)
class PanelReplied(Fact):
    """What the national Panel said to the rapid review and what was decided on it."""

    TOPIC = "case.panel_replied"
    PERSONAL = frozenset()
    DAY = "replied_on"
    replied_on: PartialDate
    view: PanelView
    reply: str


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


@dataclass(frozen=True)
class CaseRecommendationMade(Fact):
    TOPIC = "case.recommendation_made"
    PERSONAL = frozenset()
    recommendation: str


@dataclass(frozen=True)
class ActionPlanAgreed(Fact):
    TOPIC = "case.action_plan_agreed"
    PERSONAL = frozenset()
    DAY = "agreed_on"
    agreed_on: PartialDate
    by: str


@dataclass(frozen=True)
class ActionPlanSignedOff(Fact):
    TOPIC = "case.action_plan_signed_off"
    PERSONAL = frozenset()
    DAY = "signed_on"
    signed_on: PartialDate
    by: str


@dataclass(frozen=True)
class CaseActionAgreed(Fact):
    TOPIC = "case.action_agreed"
    PERSONAL = frozenset()
    DAY = ""
    action: str
    text: str
    owner: str
    due: PartialDate | None


@dataclass(frozen=True)
class CaseActionCompleted(Fact):
    TOPIC = "case.action_completed"
    PERSONAL = frozenset()
    action: str
    result: str


@dataclass(frozen=True)
class CaseImpactObserved(Fact):
    TOPIC = "case.impact_observed"
    PERSONAL = frozenset()
    impact: str
    observed_by: str


@dataclass(frozen=True)
class CaseClosed(Fact):
    """Closed without a review, and why."""

    TOPIC = "case.closed"
    PERSONAL = frozenset()
    DAY = "closed_on"
    closed_on: PartialDate
    why: str


CaseFact = (
    CaseConsidered
    | IncidentNotified
    | RapidReviewStarted
    | RapidReviewHeld
    | RapidReviewCompleted
    | PanelReplied
    | ReviewCommissioned
    | ReviewCompleted
    | PublicationPlanned
    | FullReportSent
    | PublicationDeferred
    | ReviewPublished
    | CaseRecommendationMade
    | ActionPlanAgreed
    | ActionPlanSignedOff
    | CaseActionAgreed
    | CaseActionCompleted
    | CaseImpactObserved
    | CaseClosed
)
