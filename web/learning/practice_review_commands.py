"""What is recorded of a practice review: commissioned, published, acted upon."""

from __future__ import annotations

from services.learning.case_review import CaseReviewService
from web.forms.commands import Command, key
from web.forms.fields import Form, Line, Words
from web.learning.case_review_fields import NO_NAMES, day


class CommissionForm(Form):
    commissioned_on = day("The day it was decided", hint="The six months count from this day.")
    lead = Line(longest=200, label="Who leads the review", hint="A role or an organisation.")


class CompleteForm(Form):
    completed_on = day("The day the review was completed")


class PlanForm(Form):
    planned_on = day(
        "The day it is to be published",
        past=False,
        hint="The full report is due to the Panel 7 working days earlier.",
    )


class SentForm(Form):
    sent_on = day("The day it went to the Panel and the Secretary of State")


class DeferForm(Form):
    why = Words(needed="Say why it is not published yet.", label="Why", hint=NO_NAMES)
    until = day("Until, if there is a new day", past=False, needed=False)


class PublishForm(Form):
    published_on = day("The day it was published")
    where = Line(longest=300, needed="Say where it can be read.", label="Where it can be read")


class RecommendForm(Form):
    recommendation = Words(
        needed="Write the recommendation.", label="Recommendation", hint=NO_NAMES
    )


class PlanAgreedForm(Form):
    agreed_on = day("The day the action plan was agreed")
    by = Line(longest=200, needed="Say who agreed it.", label="Who agreed it")


class SignOffForm(Form):
    signed_on = day("The day it was signed off")
    by = Line(longest=200, needed="Say who signed it off.", label="Who signed it off")


class ActionForm(Form):
    text = Words(needed="Say what will be done.", label="What will be done", hint=NO_NAMES)
    owner = Line(longest=200, needed="Say who will do it.", label="Who will do it")
    due = day("By when", past=False)


class DoneForm(Form):
    action = Line(longest=64, needed="Choose the action.", label="Action", kind="select")
    result = Words(needed="Say what came of it.", label="What came of it", hint=NO_NAMES)


class ImpactForm(Form):
    impact = Words(
        needed="Say what changed for children.",
        label="What changed for children",
        hint=f"The yearly report shows it. {NO_NAMES}",
    )
    observed_by = Line(longest=200, label="Who saw it")


class RecalculateForm(Form):
    why = Line(
        longest=300,
        needed="Say why, such as the holiday that was proclaimed.",
        label="Why",
        hint="Such as: a bank holiday was proclaimed for 19 September.",
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
        PlanForm,
        CaseReviewService.plan_publication,
        title="Publication is planned",
        done="The plan is recorded.",
    ),
    "sent": Command(
        SentForm,
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
        PublishForm,
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
        ActionForm,
        CaseReviewService.agree_action,
        title="An action was agreed",
        done="The action is agreed.",
        also={"action": key},
    ),
    "done": Command(
        DoneForm,
        CaseReviewService.complete_action,
        title="An action was done",
        done="The action is done.",
    ),
    "impact": Command(
        ImpactForm,
        CaseReviewService.observe,
        title="Something changed for children",
        done="What changed is recorded.",
    ),
    "recalculate": Command(
        RecalculateForm,
        CaseReviewService.recalculate,
        title="Count the deadlines again",
        done="The deadlines are counted again.",
    ),
}
