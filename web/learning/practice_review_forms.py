"""The forms of a local child safeguarding practice review."""

from __future__ import annotations

from web.forms.day_fields import When
from web.forms.fields import Form
from web.forms.text_fields import Line, Words
from web.learning.case_review_fields import NO_NAMES, day


class CommissionForm(Form):
    commissioned_on = day("The day it was decided", hint="The six months count from this day.")
    lead = Line(longest=200, label="Who leads the review", hint="A role or an organisation.")


class CompleteForm(Form):
    completed_on = day("The day the review was completed")


class PublicationPlanForm(Form):
    planned_on = day(
        "The day it is to be published",
        past=False,
        hint="The full report is due to the Panel 7 working days earlier.",
    )


class ReviewSentForm(Form):
    sent_on = day("The day it went to the Panel and the Secretary of State")


class DeferForm(Form):
    why = Words(needed="Say why it is not published yet.", label="Why", hint=NO_NAMES)
    until = day("Until, if there is a new day", past=False, needed=False)


class PublishReviewForm(Form):
    published_on = day("The day it was published")
    where = Line(longest=300, needed="Say where it can be read.", label="Where it can be read")


class RecommendForm(Form):
    recommendation = Words(
        needed="Write the recommendation.", label="Recommendation", hint=NO_NAMES
    )
    recommended_on = When(label="When it was recommended")


class PlanAgreedForm(Form):
    agreed_on = day("The day the action plan was agreed")
    by = Line(longest=200, needed="Say who agreed it.", label="Who agreed it")


class SignOffForm(Form):
    signed_on = day("The day it was signed off")
    by = Line(longest=200, needed="Say who signed it off.", label="Who signed it off")


class ReviewActionForm(Form):
    text = Words(needed="Say what will be done.", label="What will be done", hint=NO_NAMES)
    owner = Line(longest=200, needed="Say who will do it.", label="Who will do it")
    due = day("By when", past=False)
    action_agreed_on = When(label="When it was agreed")


class ReviewActionDoneForm(Form):
    action = Line(longest=64, needed="Choose the action.", label="Action", kind="select")
    result = Words(needed="Say what came of it.", label="What came of it", hint=NO_NAMES)
    action_done_on = When(label="When it was done")


class ReviewImpactForm(Form):
    impact = Words(
        needed="Say what changed for children.",
        label="What changed for children",
        hint=f"The yearly report shows it. {NO_NAMES}",
    )
    observed_by = Line(longest=200, label="Who saw it")
    seen_on = When(label="When it was seen")


class RecalculateReviewForm(Form):
    why = Line(
        longest=300,
        needed="Say why, such as the holiday that was proclaimed.",
        label="Why",
        hint="Such as: a bank holiday was proclaimed for 19 September.",
    )
