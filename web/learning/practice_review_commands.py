"""What is recorded of a practice review: commissioning, publication, actions."""

from __future__ import annotations

from services.learning.case_review import CaseReviewService
from web.forms.command import Command, key
from web.learning.practice_review_forms import (
    CommissionForm,
    CompleteForm,
    DeferForm,
    PlanAgreedForm,
    PublicationPlanForm,
    PublishReviewForm,
    RecalculateReviewForm,
    RecommendForm,
    ReviewActionDoneForm,
    ReviewActionForm,
    ReviewImpactForm,
    ReviewSentForm,
    SignOffForm,
)

COMMANDS = {
    "commission": Command(
        CommissionForm,
        CaseReviewService.commission,
        title="A practice review was commissioned",
        done="The practice review is commissioned.",
    ),
    "complete": Command(
        CompleteForm,
        CaseReviewService.complete,
        title="The practice review was completed",
        done="The practice review is completed.",
    ),
    "plan": Command(
        PublicationPlanForm,
        CaseReviewService.plan_publication,
        title="Publication is planned",
        done="The plan is recorded.",
    ),
    "sent": Command(
        ReviewSentForm,
        CaseReviewService.send_full_report,
        title="The full report was sent to the Panel",
        done="It is recorded that the full report was sent.",
    ),
    "defer": Command(
        DeferForm,
        CaseReviewService.defer,
        title="Publication was put off",
        done="It is recorded that it was put off.",
    ),
    "publish": Command(
        PublishReviewForm,
        CaseReviewService.publish,
        title="The practice review was published",
        done="It is published.",
    ),
    "recommend": Command(
        RecommendForm,
        CaseReviewService.recommend,
        title="Something is recommended",
        done="The recommendation is recorded.",
    ),
    "plan-agreed": Command(
        PlanAgreedForm,
        CaseReviewService.agree_plan,
        title="An action plan was agreed",
        done="The plan is agreed.",
    ),
    "signed-off": Command(
        SignOffForm,
        CaseReviewService.sign_off_plan,
        title="The action plan was signed off",
        done="The plan is signed off.",
    ),
    "action": Command(
        ReviewActionForm,
        CaseReviewService.agree_action,
        title="An action was agreed",
        done="The action is agreed.",
        also={"action": key},
    ),
    "done": Command(
        ReviewActionDoneForm,
        CaseReviewService.complete_action,
        title="An action was done",
        done="The action is done.",
    ),
    "impact": Command(
        ReviewImpactForm,
        CaseReviewService.observe,
        title="Something changed for children",
        done="What changed is recorded.",
    ),
    "recalculate": Command(
        RecalculateReviewForm,
        CaseReviewService.recalculate,
        title="Count the deadlines again",
        done="The deadlines are counted again.",
    ),
}
