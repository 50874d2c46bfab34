"""Considering a case, and what is recorded of its rapid review."""

from __future__ import annotations

from typing import get_args

from events.deadlines.deadline import ClockStart
from events.learning.case_review import CaseLabel
from events.learning.rapid_review import PanelView, RapidOutcome
from services.learning.case_review import CaseReviewService
from web.forms.choices import Choice, Tick
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Line, Words
from web.learning.case_review_fields import NO_NAMES, day
from web.site.tenancy import here


class NotifyForm(Form):
    notified_on = day("The day the national Panel was notified")


class StartRapidReviewForm(Form):
    started_on = day("The day the rapid review started")


class HoldRapidReviewForm(Form):
    held_on = day("The day the rapid review met")


class RapidForm(Form):
    completed_on = day("The day the rapid review was completed")
    outcome = Choice(
        get_args(RapidOutcome), needed="Say what was decided.", label="What was decided"
    )
    why = Words(
        needed="Say why, so that the Panel and anybody later can follow it.",
        label="Why",
        hint=NO_NAMES,
    )


class PanelForm(Form):
    replied_on = day("The day the Panel replied")
    view = Choice(get_args(PanelView), needed="Say what the Panel thinks.", label="The Panel")
    reply = Words(label="What it said", hint=NO_NAMES)


class CloseCaseForm(Form):
    closed_on = day("The day it was decided")
    why = Words(needed="Say why there is no review.", label="Why", hint=NO_NAMES)


class ConsiderForm(Form):
    reference = Line(
        longest=60,
        needed="Give the case a reference, such as NSCP 2021/03, and no name.",
        label="Reference",
        hint=f"Such as NSCP 2021/03. {NO_NAMES}",
    )
    label = Choice(
        get_args(CaseLabel),
        needed="Say what a review of it is called.",
        label="What a review of it is called",
        hint="Serious Case Review is the older name.",
    )
    aware_on = day(
        "The day the partnership became aware",
        needed=False,
        hint="The clocks count from this day. Leave it empty where nobody knows.",
    )
    to_notify = Tick(label="It is a serious incident that must be notified")
    details = Words(label="Details", hint=f"Sealed. Only coordinators read them. {NO_NAMES}")


def counted_from() -> ClockStart:
    """The day from which this partnership counts rapid reviews."""
    return here.service_standard.known(here.service_standard.id).rapid_start


CONSIDER = Command(
    ConsiderForm,
    CaseReviewService.consider,
    title="Record a case",
    done="",
    help=(
        "This opens a case and starts its clocks. A case goes by a reference: never write a "
        "child's name, here or later."
    ),
    also={"rapid_from": counted_from},
)
COMMANDS = {
    "notify": Command(
        NotifyForm,
        CaseReviewService.notify,
        title="The Panel was notified",
        done="The notification is recorded.",
    ),
    "start": Command(
        StartRapidReviewForm,
        CaseReviewService.start_rapid,
        title="A rapid review started",
        done="The start is recorded.",
    ),
    "hold": Command(
        HoldRapidReviewForm,
        CaseReviewService.hold_rapid,
        title="The rapid review met",
        done="The meeting is recorded.",
    ),
    "rapid": Command(
        RapidForm,
        CaseReviewService.complete_rapid,
        title="The rapid review was completed",
        done="The rapid review is completed.",
    ),
    "panel": Command(
        PanelForm,
        CaseReviewService.panel_reply,
        title="The Panel replied",
        done="The Panel's reply is recorded.",
    ),
    "close": Command(
        CloseCaseForm,
        CaseReviewService.close,
        title="It was closed without a review",
        done="The case is closed.",
    ),
}
