"""Planning an engagement, recording that it was held, what was said and what came of it."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.participation.engagement import EngagementKind
from projections.governance.decisions import Decisions
from projections.participation.engagements import Engagements
from services.participation.engagement import EngagementService
from services.refusals import Missing
from web.forms.choices import Choice, Chosen, YesOrNo
from web.forms.command import Command
from web.forms.day_fields import Day, When
from web.forms.fields import Form, Options
from web.forms.figures import DAY_HINT, VALUE_HINT, Stated
from web.forms.text_fields import Line, Words
from web.site.tenancy import here

_THEIR_WORDS, _OTHER_WORDS = "In their own words", "In other words: a paraphrase"
NO_NAMES = "Never write a child's name, or anything that picks one of them out."


def _decisions() -> Options:
    with here.read(Decisions) as view:
        return [(str(row.id), row.title) for row in view.all()]


class PlanForm(Form):
    kind = Choice(get_args(EngagementKind), needed="Say how they will be asked.", label="How")
    group = Line(
        longest=200,
        needed="Say which young people, as a group.",
        label="Which young people",
        hint=f"As a group, such as care leavers. {NO_NAMES}",
    )
    theme = Line(
        longest=200,
        needed="Say what it is about.",
        label="About what",
        hint="In a few words, such as being listened to.",
    )
    question = Words(
        longest=1000, needed="Say what they will be asked.", label="What they will be asked"
    )
    planned_on = Day(label="When", hint=DAY_HINT)
    why = Words(
        longest=1000, label="Why ask again?", hint="It is kept on record, beside what is planned."
    )


class EngagementHeldForm(Form):
    held_on = Day(needed="Say on which day it was held.", past=True, label="Day", hint=DAY_HINT)
    venue = Line(longest=200, label="Where")
    came = Stated(
        longest=40,
        needed="Say how many came, or unknown.",
        label="How many young people came",
        hint=f"{VALUE_HINT} Public pages show 1 to 7 as * "
        "and round other numbers to the nearest 5.",
    )


class SaidForm(Form):
    words = Words(needed="Write what they said.", label="What they said", hint=NO_NAMES)
    verbatim = YesOrNo(
        yes=_THEIR_WORDS,
        no=_OTHER_WORDS,
        needed="Say whether these are their own words.",
        label="Whose words these are",
    )
    theme = Line(longest=200, label="About what, if not what they were asked about")
    said_on = When(label="When they said it")


class UseForm(Form):
    what = Words(needed="Say what was done with what they said.", label="What was done")
    decision = Chosen(label="A decision that rests on it", options=_decisions, blank="None")
    used_on = When(label="When it was done")


class CancelForm(Form):
    why = Words(needed="Say why it will not be held.", label="Why")


def _before(id: UUID, group: str, theme: str) -> tuple[UUID, ...]:
    """Earlier engagements with a similar group on a similar theme."""
    with here.read(Engagements) as view:
        earlier = view.asked_before(group, theme)
    return tuple(sorted(row.id for row in earlier if row.id != id))


def _known_decision(decision: UUID | None) -> UUID | None:
    """The decision. Raises ``Missing`` if there is none with this id."""
    with here.read(Decisions) as view:
        if decision and view.decision(decision) is None:
            raise Missing("Choose one of the list, or none.", field="decision")
    return decision


NEW = Command(
    PlanForm,
    EngagementService.plan,
    title="Plan to ask young people",
    done="It is planned.",
    help="Young people told us not to make them repeat themselves. So before anything is planned, "
    "Earshot looks whether a like group was asked the like, and shows what they said.",
    button="Plan it",
    also={"before": _before},
)
COMMANDS = {
    "held": Command(
        EngagementHeldForm,
        EngagementService.hold,
        title="Say that it was held",
        done="It was held. What they said can be written down now.",
    ),
    "said": Command(
        SaidForm,
        EngagementService.hear,
        title="Write down what they said",
        done="What they said is written down.",
        help="It is for staff to read. A paraphrase is never shown as a quotation.",
    ),
    "use": Command(
        UseForm,
        EngagementService.use,
        title="Say what was done with it",
        done="What was done is recorded.",
        help="Yearly reports show it beside whom you asked.",
        also={"decision": _known_decision},
    ),
    "cancel": Command(
        CancelForm,
        EngagementService.cancel,
        title="Cancel it",
        done="It is cancelled, and stays on record.",
        button="Cancel it",
    ),
}
