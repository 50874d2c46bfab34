"""The form of a case review with the steps that it has been through."""

from __future__ import annotations

from typing import get_args

from events.learning.rapid_review import PanelView, RapidOutcome
from web.forms.choices import Choice
from web.forms.day_fields import Day
from web.forms.rows import Rows
from web.forms.text_fields import Line, Words
from web.learning.case_review_fields import NO_NAMES, day
from web.learning.rapid_review_commands import ConsiderForm


class WholeCaseReviewForm(ConsiderForm):
    notified_on = day("The day the national Panel was notified", needed=False)
    started_on = day("The day the rapid review started", needed=False)
    held_on = day("The day the rapid review met", needed=False)
    completed_on = day("The day the rapid review was completed", needed=False)
    outcome = Choice(get_args(RapidOutcome), label="What the rapid review decided", kind="select")
    why = Words(label="Why", hint=NO_NAMES, rows=3)
    replied_on = day("The day the Panel replied", needed=False)
    view = Choice(get_args(PanelView), label="What the Panel thinks", kind="select")
    reply = Words(label="What the Panel said", hint=NO_NAMES, rows=3)
    commissioned_on = day("The day a practice review was commissioned", needed=False)
    lead = Line(longest=200, label="Who leads the review", hint="A role or an organisation.")
    review_completed_on = day("The day the practice review was completed", needed=False)
    published_on = day("The day it was published", needed=False)
    where = Line(longest=300, label="Where it can be read")
    recommendations = Rows(
        {
            "recommendation": Words(needed="Write the recommendation.", label="Recommendation"),
            "on": Day(label="When"),
        },
        label="What was recommended",
        hint=NO_NAMES,
    )
    plan_agreed_on = day("The day the action plan was agreed", needed=False)
    plan_agreed_by = Line(longest=200, label="Who agreed it")
    signed_on = day("The day the action plan was signed off", needed=False)
    signed_by = Line(longest=200, label="Who signed it off")
    actions = Rows(
        {
            "text": Words(needed="Say what will be done.", label="What will be done"),
            "owner": Line(longest=200, needed="Say who will do it.", label="Who"),
            "due": Day(needed="Say by when.", label="By when"),
            "on": Day(label="When it was agreed"),
        },
        label="Actions that were agreed",
        hint=NO_NAMES,
    )
    impacts = Rows(
        {
            "impact": Words(needed="Say what changed for children.", label="What changed"),
            "observed_by": Line(longest=200, label="Who saw it"),
            "on": Day(label="When it was seen"),
        },
        label="What changed for children",
        hint=f"The yearly report shows it. {NO_NAMES}",
    )
