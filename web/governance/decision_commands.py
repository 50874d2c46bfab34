"""What can be done with a decision: what it rests on, how it is made, carried out and replaced."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args
from uuid import UUID

from flask import abort

from events.fact import Provenance
from events.vocabulary import Outcome
from projections.governance.decisions import Decisions
from projections.reporting.annual_report import AnnualReport
from services.governance.decision import DecisionService
from web.forms.choices import Choice, Chosen
from web.forms.commands import Command, key
from web.forms.fields import Day, Form, Line, Options, Words
from web.governance.decision_evidence import MOST_OFFERED, Candidate, evidence_here
from web.site.tenancy import here


def _priorities() -> Options:
    with here.read(AnnualReport) as view:
        groups = view.entries.where(section="priorities", order="order")
    return [(row.tag, row.heading or f"not named ({row.tag})") for row in groups]


def _evidence() -> Options:
    return [(each.value, each.shown) for each in evidence_here()]


class ProposeForm(Form):
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
    priority = Line(longest=80, label="Priority it belongs to", options=_priorities, blank="None")
    evidence = Line(
        longest=80,
        label="What it rests on",
        hint="More can be linked on the next page.",
        options=_evidence,
        blank="Nothing yet",
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


class ActionForm(Form):
    text = Words(needed="Say what will be done.", label="What will be done")
    owner = Line(longest=200, needed="Say who will do it.", label="Who will do it")
    due = Day(label="By when", kind="date")


class DoneForm(Form):
    action = Line(longest=64, needed="Choose the action.", label="Action", kind="select")
    result = Words(needed="Say what came of it.", label="What came of it")


class ImpactForm(Form):
    impact = Words(
        needed="Say what changed, in words that can be shown to children.",
        measured=True,
        label="What changed, in words for children",
    )
    observed_by = Line(longest=200, label="Who saw it")


class ReplaceForm(Form):
    by = Chosen(needed="Choose the newer decision.", label="The newer decision")
    why = Words(needed="Say why it is replaced.", label="Why it is replaced")


def _propose(
    id: UUID, provenance: Provenance, *, title: str, theme: str, priority: str, evidence: str
) -> object:
    """Proposes it with what it rests on at first: both or neither."""
    propose = here.decision.propose.change
    changes = [propose(id, provenance, title=title, theme=theme, priority=priority)]
    if found := _candidate(evidence):
        link, first = (
            here.decision.link_evidence.change,
            replace(provenance, key=f"{provenance.key}-evidence"),
        )
        changes.append(link(id, first, kind=found.kind, evidence=found.id, said=found.said))
    return here.ledger.change_as_one(*changes)


def _link(id: UUID, provenance: Provenance, *, evidence: str) -> object:
    found = _candidate(evidence)
    if found is None:
        abort(404)
    return here.decision.link_evidence(
        id, provenance, kind=found.kind, evidence=found.id, said=found.said
    )


def _candidate(value: str) -> Candidate | None:
    return {each.value: each for each in evidence_here()}.get(value)


def _newer(by: UUID) -> UUID:
    """Answers 404 where there is no such decision."""
    with here.read(Decisions) as register:
        known = {each.id for each in register.all(slice(0, MOST_OFFERED))}
    return by if by in known else abort(404)


PROPOSE = Command(ProposeForm, _propose, title="Propose a decision", done="", button="Propose it")
COMMANDS = {
    "evidence": Command(
        EvidenceForm, _link, title="Link what it rests on", done="Linked.", button="Link it"
    ),
    "make": Command(
        MakeForm,
        DecisionService.make,
        title="Make the decision",
        done="The decision is made and recorded.",
        button="Record the decision",
    ),
    "action": Command(
        ActionForm,
        DecisionService.agree_action,
        title="Agree an action",
        done="The action is agreed.",
        button="Agree it",
        also={"action": key},
    ),
    "done": Command(
        DoneForm,
        DecisionService.complete_action,
        title="Complete an action",
        done="The action is done.",
        button="It is done",
    ),
    "impact": Command(
        ImpactForm,
        DecisionService.observe_impact,
        title="Say what changed",
        done="What changed is recorded.",
        button="Record it",
    ),
    "replace": Command(
        ReplaceForm,
        DecisionService.supersede,
        title="Replace it by a newer decision",
        done="The decision is replaced; it stays on record.",
        button="Replace it",
        also={"by": _newer},
    ),
}
