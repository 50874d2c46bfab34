"""What case reviews put into a report: each step on its day, so that a report can count them.

A report is for everybody, so it holds no reference, no details, no reasons of single cases.
"""

from __future__ import annotations

from typing import assert_never

from events.learning import case_review as case
from events.learning import practice_review, rapid_review
from projections.reporting.entries.entry import Entry, made

PUBLISHED = "Practice reviews published"


def entry(fact: case.CaseFact) -> Entry | None:
    match fact:
        case case.CaseConsidered():
            return _case_considered(fact)
        case case.IncidentNotified():
            return _incident_notified(fact)
        case rapid_review.RapidReviewCompleted():
            return _rapid_review_completed(fact)
        case practice_review.ReviewCommissioned():
            return _review_commissioned(fact)
        case practice_review.ReviewCompleted():
            return _review_completed(fact)
        case practice_review.ReviewPublished():
            return _review_published(fact)
        case case.ActionPlanSignedOff():
            return _action_plan_signed_off(fact)
        case case.CaseImpactObserved():
            return _case_impact_observed(fact)
        case case.CaseClosed():
            return _case_closed(fact)
        case (
            rapid_review.RapidReviewStarted()
            | rapid_review.RapidReviewHeld()
            | rapid_review.PanelReplied()
            | practice_review.PublicationPlanned()
            | practice_review.FullReportSent()
            | practice_review.PublicationDeferred()
            | case.CaseRecommendationMade()
            | case.ActionPlanAgreed()
            | case.CaseActionAgreed()
            | case.CaseActionCompleted()
        ):
            return None
        case _:
            assert_never(fact)


def _case_considered(fact: case.CaseConsidered) -> Entry:
    heading = "Cases considered"
    return made(fact, "reviews", "step", heading=heading, when=fact.aware_on, demo=fact.demo)


def _incident_notified(fact: case.IncidentNotified) -> Entry:
    return made(
        fact, "reviews", "step", heading="Serious incidents notified", when=fact.notified_on
    )


def _rapid_review_completed(fact: rapid_review.RapidReviewCompleted) -> Entry:
    heading = f"Rapid reviews completed, with the outcome of {fact.outcome}"
    return made(fact, "reviews", "step", heading=heading, when=fact.completed_on)


def _review_commissioned(fact: practice_review.ReviewCommissioned) -> Entry:
    return made(
        fact, "reviews", "step", heading="Practice reviews commissioned", when=fact.commissioned_on
    )


def _review_completed(fact: practice_review.ReviewCompleted) -> Entry:
    return made(
        fact, "reviews", "step", heading="Practice reviews completed", when=fact.completed_on
    )


def _review_published(fact: practice_review.ReviewPublished) -> Entry:
    return made(
        fact,
        "reviews",
        "step",
        heading=PUBLISHED,
        when=fact.published_on,
        words=fact.where,
    )


def _action_plan_signed_off(fact: case.ActionPlanSignedOff) -> Entry:
    return made(
        fact,
        "reviews",
        "step",
        heading="Action plans signed off",
        when=fact.signed_on,
        words=fact.by,
    )


def _case_impact_observed(fact: case.CaseImpactObserved) -> Entry:
    return made(
        fact, "reviews", "what changed", heading="What changed after a review", words=fact.impact
    )


def _case_closed(fact: case.CaseClosed) -> Entry:
    return made(
        fact, "reviews", "step", heading="Cases closed without a review", when=fact.closed_on
    )
