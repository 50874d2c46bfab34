"""The forms of a decision."""

from __future__ import annotations

from typing import get_args

from events.vocabulary import Outcome
from projections.reporting.annual_report import AnnualReport
from web.forms.choices import Choice, Chosen
from web.forms.day_fields import Day, When
from web.forms.fields import Form, Options
from web.forms.text_fields import Line, Words
from web.governance.decision_evidence import evidence_here
from web.site.tenancy import here


def priorities_here() -> Options:
    with here.read(AnnualReport) as view:
        groups = view.entries.where(section="priorities", order="order")
    return [
        (row.tag, row.heading or f"not named ({row.tag})") for row in groups if not row.superseded
    ]


def _evidence() -> Options:
    return [(each.value, each.shown) for each in evidence_here()]


class ProposeDecisionForm(Form):
    title = Line(
        longest=200,
        needed="Say in a line what is to be decided.",
        label="What is to be decided, in a line",
    )
    theme = Line(
        longest=120,
        label="Theme",
        hint="As on the page “You said, we did”, if it answers something children said.",
    )
    priority = Line(
        longest=80, label="Priority it belongs to", options=priorities_here, blank="None"
    )
    evidence = Line(
        longest=80,
        label="What it rests on",
        hint="More can be linked on the next page.",
        options=_evidence,
        blank="Nothing yet",
    )
    proposed_on = When(label="When it was proposed")


class DecisionPriorityForm(Form):
    priority = Line(
        longest=80, needed="Choose the priority.", label="Priority", options=priorities_here
    )


class EvidenceForm(Form):
    evidence = Line(
        longest=80,
        needed="Choose what the decision rests on.",
        label="Evidence",
        options=_evidence,
    )


class MakeForm(Form):
    outcome = Choice(
        get_args(Outcome),
        needed="Say whether we will, we did, or we could not.",
        label="The answer to those who asked",
    )
    decided = Words(needed="Say what was decided.", label="What was decided")
    made_by = Line(
        longest=200,
        needed="Say who decided.",
        label="Decided by",
        hint="Who made it: a board, a group, a role",
    )
    reason = Words(needed="Say why, so that anybody can understand it later.", label="Why")
    child_reason = Words(
        measured=True,
        label="Why, in words a child understands",
        hint="Shown to children if they ask.",
    )
    made_on = Day(past=True, or_today=True, label="Made on, if not today", kind="date")
    effective_on = Day(label="In force from, if later", kind="date")


class DecisionActionForm(Form):
    text = Words(needed="Say what will be done.", label="What will be done")
    owner = Line(longest=200, needed="Say who will do it.", label="Who will do it")
    due = Day(label="By when", kind="date")
    agreed_on = When(label="When it was agreed")


class DecisionActionDoneForm(Form):
    action = Line(longest=64, needed="Choose the action.", label="Action", kind="select")
    result = Words(needed="Say what came of it.", label="What came of it")
    done_on = When(label="When it was done")


class DecisionImpactForm(Form):
    impact = Words(
        needed="Say what changed.",
        label="What changed, for adults",
        hint="Numbers are welcome. Never a child's name.",
    )
    before = Line(longest=300, label="How it was before", hint="Such as: 3 of 9 felt listened to.")
    after = Line(longest=300, label="How it is now")
    how_known = Line(
        longest=300, label="How you know", hint="Such as: asked in March and in October."
    )
    for_children = Words(
        measured=True,
        label="What changed, in words for children",
        hint="Needed where children's words led to the decision.",
    )
    observed_by = Line(longest=200, label="Who saw it")
    seen_on = When(label="When it was seen")


class ReplaceForm(Form):
    by = Chosen(needed="Choose the newer decision.", label="The newer decision")
    why = Words(needed="Say why it is replaced.", label="Why it is replaced")
    replaced_on = When(label="When it was replaced")
