"""What is asked of a case review: a form for each thing that can be recorded."""

from __future__ import annotations

from typing import Any, get_args

from events.learning.rapid_review import PanelView, RapidOutcome
from web.forms.fields import Choice as OneOf
from web.forms.fields import Day, Form, Line, Words
from web.forms.labels import says

NO_NAMES = "Never write a child's name, nor anything that tells who it is."


def day(label: str, *, past: bool = True, needed: bool = True, hint: str = "") -> Any:
    words = "Say which day." if needed else ""
    return Day(needed=words, past=past, metadata=says(label, hint))


class NotifyForm(Form):
    notified_on = day("The day the national Panel was notified")


class StartForm(Form):
    started_on = day("The day the rapid review started")


class HoldForm(Form):
    held_on = day("The day the rapid review met")


class RapidForm(Form):
    completed_on = day("The day the rapid review was completed")
    outcome = OneOf(
        get_args(RapidOutcome), needed="Say what was decided.", metadata=says("What was decided")
    )
    why = Words(
        needed="Say why, so that the Panel and anybody later can follow it.",
        metadata=says("Why", NO_NAMES),
    )


class PanelForm(Form):
    replied_on = day("The day the Panel replied")
    view = OneOf(
        get_args(PanelView), needed="Say what the Panel thinks.", metadata=says("The Panel")
    )
    reply = Words(metadata=says("What it said", NO_NAMES))


class CommissionForm(Form):
    commissioned_on = day("The day it was decided", hint="The six months count from this day.")
    lead = Line(longest=200, metadata=says("Who leads the review", "A role or an organisation."))


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
    why = Words(needed="Say why it is not published yet.", metadata=says("Why", NO_NAMES))
    until = day("Until, if there is a new day", past=False, needed=False)


class PublishForm(Form):
    published_on = day("The day it was published")
    where = Line(
        longest=300, needed="Say where it can be read.", metadata=says("Where it can be read")
    )


class RecommendForm(Form):
    recommendation = Words(
        needed="Write the recommendation.", metadata=says("Recommendation", NO_NAMES)
    )


class PlanAgreedForm(Form):
    agreed_on = day("The day the action plan was agreed")
    by = Line(longest=200, needed="Say who agreed it.", metadata=says("Who agreed it"))


class SignOffForm(Form):
    signed_on = day("The day it was signed off")
    by = Line(longest=200, needed="Say who signed it off.", metadata=says("Who signed it off"))


class ActionForm(Form):
    text = Words(needed="Say what will be done.", metadata=says("What will be done", NO_NAMES))
    owner = Line(longest=200, needed="Say who will do it.", metadata=says("Who will do it"))
    due = day("By when", past=False)


class DoneForm(Form):
    action = Line(longest=64, needed="Choose the action.")
    result = Words(needed="Say what came of it.", metadata=says("What came of it", NO_NAMES))


class ImpactForm(Form):
    impact = Words(
        needed="Say what changed for children.",
        metadata=says("What changed for children", f"The yearly report shows it. {NO_NAMES}"),
    )
    observed_by = Line(longest=200, metadata=says("Who saw it"))


class RecalculateForm(Form):
    why = Line(
        longest=300,
        needed="Say why, such as the holiday that was proclaimed.",
        metadata=says("Why", "Such as: a bank holiday was proclaimed for 19 September."),
    )


class CloseForm(Form):
    closed_on = day("The day it was decided")
    why = Words(needed="Say why there is no review.", metadata=says("Why", NO_NAMES))
