"""What can be done with a decision: its evidence, making it, carrying it out, replacing it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import abort

from events.fact import Provenance
from projections.governance.decisions import Decisions
from services.governance.decision import DecisionService
from web.forms.command import Command, key
from web.governance.decision_evidence import MOST_OFFERED, Candidate, evidence_here
from web.governance.decision_forms import (
    DecisionActionDoneForm,
    DecisionActionForm,
    DecisionImpactForm,
    DecisionPriorityForm,
    EvidenceForm,
    MakeForm,
    ProposeDecisionForm,
    ReplaceForm,
)
from web.site.tenancy import here


def _propose(
    id: UUID, provenance: Provenance, *, title: str, theme: str, priority: str, evidence: str
) -> object:
    """Proposes a decision with its first evidence: both or neither."""
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
    """A decision that the page offers. Answers 404 for any other."""
    with here.read(Decisions) as register:
        known = {each.id for each in register.all(slice(0, MOST_OFFERED))}
    return by if by in known else abort(404)


PROPOSE = Command(
    ProposeDecisionForm, _propose, title="Propose a decision", done="", button="Propose it"
)
COMMANDS = {
    "evidence": Command(
        EvidenceForm, _link, title="Link what it rests on", done="Linked.", button="Link it"
    ),
    "priority": Command(
        DecisionPriorityForm,
        DecisionService.give_priority,
        title="Give it a priority",
        done="The decision belongs to this priority now.",
        button="Give it",
    ),
    "make": Command(
        MakeForm,
        DecisionService.make,
        title="Make the decision",
        done="The decision is made and recorded.",
        button="Record the decision",
    ),
    "action": Command(
        DecisionActionForm,
        DecisionService.agree_action,
        title="Agree an action",
        done="The action is agreed.",
        button="Agree it",
        also={"action": key},
    ),
    "done": Command(
        DecisionActionDoneForm,
        DecisionService.complete_action,
        title="Complete an action",
        done="The action is done.",
        button="It is done",
    ),
    "impact": Command(
        DecisionImpactForm,
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
