"""What can be done with a decision: what it rests on, how it is made, carried out and replaced."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import abort

from events.fact import Provenance
from events.period import PartialDate
from events.vocabulary import Outcome
from projections.governance.decisions import Decisions
from web.forms.acting import Act, Given
from web.forms.fields import Choice, Day, Form, Line, Words
from web.governance.decision_evidence import MOST_OFFERED, evidence_here
from web.site.formatting import today
from web.site.tenancy import here


class EvidenceForm(Form):
    evidence = Line(longest=80, needed="Choose what the decision rests on.")


class MakeForm(Form):
    outcome = Choice(get_args(Outcome), needed="Say whether we will, we did, or we could not.")
    decided = Words(needed="Say what was decided.")
    made_by = Line(longest=200, needed="Say who decided.")
    reason = Words(needed="Say why, so that anybody can understand it later.")
    child_reason = Words()
    made_on = Day(past=True)
    effective_on = Day()


class ActionForm(Form):
    text = Words(needed="Say what will be done.")
    owner = Line(longest=200, needed="Say who will do it.")
    due = Day()


class DoneForm(Form):
    action = Line(longest=64, needed="Choose the action.")
    result = Words(needed="Say what came of it.")


class ImpactForm(Form):
    impact = Words(needed="Say what changed, in words that can be shown to children.")
    observed_by = Line(longest=200)


class ReplaceForm(Form):
    by = Line(longest=36, needed="Choose the newer decision.")
    why = Words(needed="Say why it is replaced.")


def _link(id: UUID, provenance: Provenance, given: Given) -> object:
    found = {each.value: each for each in evidence_here()}.get(given["evidence"])
    if found is None:
        abort(404)
    return here.decision.link_evidence(
        id, provenance, kind=found.kind, evidence=found.id, said=found.said
    )


def _make(id: UUID, provenance: Provenance, given: Given) -> object:
    given["made_on"] = given["made_on"] or PartialDate(today().isoformat())
    return here.decision.make(id, provenance, **given)


def _agree(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.decision.agree_action(id, provenance, action=provenance.key, **given)


def _done(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.decision.complete_action(id, provenance, **given)


def _impact(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.decision.observe_impact(id, provenance, **given)


def _replace(id: UUID, provenance: Provenance, given: Given) -> object:
    with here.read(Decisions) as register:
        known = register.all(slice(0, MOST_OFFERED))
    newer = {str(each.id): each.id for each in known}.get(given["by"])
    if newer is None:
        abort(404)
    return here.decision.supersede(id, provenance, by=newer, why=given["why"])


ACTS = {
    "evidence": Act(EvidenceForm(), _link, "Linked."),
    "make": Act(MakeForm(), _make, "The decision is made and recorded."),
    "action": Act(ActionForm(), _agree, "The action is agreed."),
    "done": Act(DoneForm(), _done, "The action is done."),
    "impact": Act(ImpactForm(), _impact, "What changed is recorded."),
    "replace": Act(ReplaceForm(), _replace, "The decision is replaced; it stays on record."),
}
