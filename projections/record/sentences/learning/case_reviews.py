"""Case reviews, from the incident to what changed, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.learning import case_review as case
from events.learning import practice_review, rapid_review
from projections.record.sentences.wording import due

_RapidReviewFact = (
    rapid_review.RapidReviewStarted
    | rapid_review.RapidReviewHeld
    | rapid_review.RapidReviewCompleted
    | rapid_review.PanelReplied
)


def sentence(fact: case.CaseFact) -> str:
    if isinstance(fact, _RapidReviewFact):
        return _rapid_review(fact)
    match fact:
        case case.CaseConsidered():
            return _case_considered(fact)
        case case.IncidentNotified():
            return f"The serious incident was notified to {fact.to} on {fact.notified_on}."
        case practice_review.ReviewCommissioned():
            return _review_commissioned(fact)
        case practice_review.ReviewCompleted():
            return f"The practice review was completed on {fact.completed_on}."
        case practice_review.PublicationPlanned():
            return f"Publication is planned for {fact.planned_on}."
        case practice_review.FullReportSent():
            return _full_report_sent(fact)
        case practice_review.PublicationDeferred():
            return _publication_deferred(fact)
        case practice_review.ReviewPublished():
            return _review_published(fact)
        case case.CaseRecommendationMade():
            return f"Recommended: {fact.recommendation.rstrip('.')}."
        case case.ActionPlanAgreed():
            return f"{fact.by} agreed the action plan on {fact.agreed_on}."
        case case.ActionPlanSignedOff():
            return f"{fact.by} signed the action plan off on {fact.signed_on}."
        case case.CaseActionAgreed():
            return f"{fact.owner} agreed to {fact.text.rstrip('.')}{due(fact.due)}."
        case case.CaseActionCompleted():
            return f"An action was completed: {fact.result.rstrip('.')}."
        case case.CaseImpactObserved():
            return _case_impact_observed(fact)
        case case.CaseClosed():
            return _case_closed(fact)
        case _:
            assert_never(fact)


def _rapid_review(fact: _RapidReviewFact) -> str:
    match fact:
        case rapid_review.RapidReviewStarted():
            return f"The rapid review started on {fact.started_on}."
        case rapid_review.RapidReviewHeld():
            return f"The rapid review met on {fact.held_on}."
        case rapid_review.RapidReviewCompleted():
            return _rapid_review_completed(fact)
        case rapid_review.PanelReplied():
            return _panel_replied(fact)
        case _:
            assert_never(fact)


def _case_considered(fact: case.CaseConsidered) -> str:
    aware = f"; the partnership became aware on {fact.aware_on}" if fact.aware_on else ""
    return f"Case {fact.reference} was considered{aware}."


def _rapid_review_completed(fact: rapid_review.RapidReviewCompleted) -> str:
    done = f"The rapid review was completed on {fact.completed_on}: {fact.outcome}"
    return f"{done}. Why: {fact.why.rstrip('.')}."


def _panel_replied(fact: rapid_review.PanelReplied) -> str:
    said = f": {fact.reply.rstrip('.')}" if fact.reply else ""
    return f"The national Panel replied on {fact.replied_on} and {fact.view}{said}."


def _review_commissioned(fact: practice_review.ReviewCommissioned) -> str:
    lead = f", led by {fact.lead}" if fact.lead else ""
    return f"A practice review was commissioned on {fact.commissioned_on}{lead}."


def _full_report_sent(fact: practice_review.FullReportSent) -> str:
    return f"The full report went to the Panel and the Secretary of State on {fact.sent_on}."


def _publication_deferred(fact: practice_review.PublicationDeferred) -> str:
    until = f" until {fact.until}" if fact.until else ", with no new day set"
    return f"Publication was put off{until}. Why: {fact.why.rstrip('.')}."


def _review_published(fact: practice_review.ReviewPublished) -> str:
    return f"The practice review was published on {fact.published_on} ({fact.where.rstrip('.')})."


def _case_impact_observed(fact: case.CaseImpactObserved) -> str:
    by = f", seen by {fact.observed_by}" if fact.observed_by else ""
    return f"What changed: {fact.impact.rstrip('.')}{by}."


def _case_closed(fact: case.CaseClosed) -> str:
    return f"The case was closed without a review on {fact.closed_on}. Why: {fact.why.rstrip('.')}."
