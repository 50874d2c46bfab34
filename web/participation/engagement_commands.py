"""Planning to ask young people, saying it was held, what they said and what came of it."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.fact import Provenance
from events.participation.engagement import EngagementKind
from events.value import Value
from projections.governance.decisions import Decisions
from projections.participation.engagements import Engagements
from services.refusals import Missing
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options, offered
from web.forms.fields import Choice, Chosen, Day, Form, Line, Words
from web.forms.figures import DAY_HINT, VALUE_HINT, Stated, value_of
from web.site.tenancy import here

HOW = {"yes": "In their own words", "no": "In other words: a paraphrase"}
NO_NAMES = "Never write a child's name, or anything that picks one of them out."


class PlanForm(Form):
    kind = Choice(get_args(EngagementKind), needed="Say how they will be asked.")
    group = Line(longest=200, needed="Say which young people, as a group.")
    theme = Line(longest=200, needed="Say what it is about.")
    question = Words(longest=1000, needed="Say what they will be asked.")
    planned_on = Day()
    why = Words(longest=1000)


class HeldForm(Form):
    held_on = Day(needed="Say on which day it was held.", past=True)
    venue = Line(longest=200)
    came = Stated(longest=40, needed="Say how many came, or unknown.")


class SaidForm(Form):
    words = Words(needed="Write what they said.")
    verbatim = Choice(tuple(HOW), needed="Say whether these are their own words.")
    theme = Line(longest=200)


class UseForm(Form):
    what = Words(needed="Say what was done with what they said.")
    decision = Chosen()


class CancelForm(Form):
    why = Words(needed="Say why it will not be held.")


def _plan(id: UUID, provenance: Provenance, given: Given) -> object:
    with here.read(Engagements) as view:
        earlier = view.asked_before(given["group"], given["theme"])
    before = tuple(sorted(row.id for row in earlier if row.id != id))
    return here.engagement.plan(id, provenance, before=before, **given)


def _held(id: UUID, provenance: Provenance, given: Given) -> object:
    came = value_of(given.pop("came")) or Value(None, "unknown")
    return here.engagement.hold(id, provenance, came=came, **given)


def _said(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.engagement.hear(id, provenance, verbatim=given.pop("verbatim") == "yes", **given)


def _use(id: UUID, provenance: Provenance, given: Given) -> object:
    with here.read(Decisions) as view:
        if given["decision"] and view.decision(given["decision"]) is None:
            raise Missing("Choose one of the list, or none.", field="decision")
    return here.engagement.use(id, provenance, **given)


def _cancel(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.engagement.cancel(id, provenance, **given)


def _decisions() -> Options:
    with here.read(Decisions) as view:
        return [(str(row.id), row.title) for row in view.all()]


NEW = Deed(
    PlanForm(),
    _plan,
    "It is planned.",
    "Plan to ask young people",
    (
        Ask("kind", "How", "radios", options=offered(get_args(EngagementKind))),
        Ask("group", "Which young people", hint=f"As a group, such as care leavers. {NO_NAMES}"),
        Ask("theme", "About what", hint="In a few words, such as being listened to."),
        Ask("question", "What they will be asked", "textarea"),
        Ask("planned_on", "When", hint=DAY_HINT),
        Ask("why", "Why ask again?", "textarea", "It is kept on record, beside what is planned."),
    ),
    "Young people told us not to make them repeat themselves. So before anything is planned, "
    "Earshot looks whether a like group was asked the like, and shows what they said.",
    "Plan it",
)
DEEDS = {
    "held": Deed(
        HeldForm(),
        _held,
        "It was held. What they said can be written down now.",
        "Say that it was held",
        (
            Ask("held_on", "Day", hint=DAY_HINT),
            Ask("venue", "Where"),
            Ask(
                "came",
                "How many young people came",
                hint=f"{VALUE_HINT} Public pages never show a number from 1 to 7.",
            ),
        ),
    ),
    "said": Deed(
        SaidForm(),
        _said,
        "What they said is written down.",
        "Write down what they said",
        (
            Ask("words", "What they said", "textarea", NO_NAMES),
            Ask("verbatim", "Whose words these are", "radios", options=lambda: list(HOW.items())),
            Ask("theme", "About what, if not what they were asked about"),
        ),
        "It is for staff to read. A paraphrase is never shown as a quotation.",
    ),
    "use": Deed(
        UseForm(),
        _use,
        "What was done is recorded.",
        "Say what was done with it",
        (
            Ask("what", "What was done", "textarea"),
            Ask(
                "decision",
                "A decision that rests on it",
                "select",
                options=_decisions,
                blank="None",
            ),
        ),
        "Yearly reports show it beside whom you asked.",
    ),
    "cancel": Deed(
        CancelForm(),
        _cancel,
        "It is cancelled, and stays on record.",
        "Cancel it",
        (Ask("why", "Why", "textarea"),),
        button="Cancel it",
    ),
}
