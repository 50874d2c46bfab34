"""Each fact about a case review as a step in words."""

from __future__ import annotations

from typing import assert_never

from events.learning import case_review as case
from events.learning import practice_review, rapid_review
from projections.learning.case_review_rows import CaseStep

_RapidReviewFact = (
    rapid_review.RapidReviewStarted
    | rapid_review.RapidReviewHeld
    | rapid_review.RapidReviewCompleted
    | rapid_review.PanelReplied
)

_PracticeReviewFact = (
    practice_review.ReviewCommissioned
    | practice_review.ReviewCompleted
    | practice_review.PublicationPlanned
    | practice_review.FullReportSent
    | practice_review.PublicationDeferred
    | practice_review.ReviewPublished
)


def step(fact: case.CaseFact) -> CaseStep | None:
    """What a fact adds to the steps of a case; nothing where it is no step."""
    if isinstance(fact, _RapidReviewFact):
        return _rapid_review(fact)
    if isinstance(fact, _PracticeReviewFact):
        return _practice_review(fact)
    match fact:
        case case.IncidentNotified():
            return CaseStep("Serious incident notified", fact.notified_on, fact.to, "notified")
        case case.ActionPlanAgreed():
            return CaseStep("Action plan agreed", fact.agreed_on, f"By {fact.by}")
        case case.ActionPlanSignedOff():
            return CaseStep("Action plan signed off", fact.signed_on, f"By {fact.by}")
        case case.CaseClosed():
            words, state = f"Why: {fact.why}", "closed without a review"
            return CaseStep("Closed without a review", fact.closed_on, words, state)
        case (
            case.CaseConsidered()
            | case.CaseRecommendationMade()
            | case.CaseActionAgreed()
            | case.CaseActionCompleted()
            | case.CaseImpactObserved()
        ):
            return None
        case _:
            assert_never(fact)


def _rapid_review(fact: _RapidReviewFact) -> CaseStep:
    match fact:
        case rapid_review.RapidReviewStarted():
            return CaseStep("Rapid review started", fact.started_on, "", "rapid review under way")
        case rapid_review.RapidReviewHeld():
            return CaseStep("Rapid review met", fact.held_on, "", "rapid review under way")
        case rapid_review.RapidReviewCompleted():
            words = f"{fact.outcome.capitalize()}. Why: {fact.why}"
            return CaseStep(
                "Rapid review completed", fact.completed_on, words, "rapid review completed"
            )
        case rapid_review.PanelReplied():
            words = f"The Panel {fact.view}. {fact.reply}".strip()
            return CaseStep("National Panel replied", fact.replied_on, words)
        case _:
            assert_never(fact)


def _practice_review(fact: _PracticeReviewFact) -> CaseStep:
    match fact:
        case practice_review.ReviewCommissioned():
            lead, state = f"Led by {fact.lead}" if fact.lead else "", "practice review under way"
            return CaseStep("Practice review commissioned", fact.commissioned_on, lead, state)
        case practice_review.ReviewCompleted():
            state = "completed, waiting to be published"
            return CaseStep("Practice review completed", fact.completed_on, "", state)
        case practice_review.PublicationPlanned():
            return CaseStep("Publication planned for", fact.planned_on)
        case practice_review.FullReportSent():
            to = "Full report sent to the Panel and the Secretary of State"
            return CaseStep(to, fact.sent_on)
        case practice_review.PublicationDeferred():
            until = f"Until {fact.until}. " if fact.until else "No new day is set. "
            return CaseStep(
                "Publication put off", None, f"{until}Why: {fact.why}", "publication put off"
            )
        case practice_review.ReviewPublished():
            return CaseStep("Practice review published", fact.published_on, fact.where, "published")
        case _:
            assert_never(fact)
