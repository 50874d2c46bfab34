"""Case reviews, one by one: from an incident considered to a review published and acted upon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact
from events.learning.practice_review import (
    FullReportSent,
    PublicationDeferred,
    PublicationPlanned,
    ReviewCommissioned,
    ReviewCompleted,
    ReviewPublished,
)
from events.learning.rapid_review import (
    PanelReplied,
    RapidReviewCompleted,
    RapidReviewHeld,
    RapidReviewStarted,
)
from events.period import PartialDate

CaseLabel = Literal["Child Safeguarding Practice Review", "Serious Case Review"]


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
