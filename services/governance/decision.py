"""Making a decision that can be explained, first of all to the children it is about."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.governance.decision import DecisionMade, DecisionProposed, EvidenceKind, EvidenceLinked
from events.period import PartialDate
from events.vocabulary import Outcome
from services.command import Service, command, opening_command
from services.governance.decision_follow_up import (
    agree_action,
    complete_action,
    observe_impact,
    supersede,
)
from services.governance.decision_state import (
    AlreadyMade,
    Decision,
    InForceTooEarly,
    NoChildReason,
    NoReason,
    evolve,
)
from services.reading_age import refuse_hard
from services.refusals import AlreadyThere, Missing


def propose(
    decision: Decision,
    provenance: Provenance,
    *,
    title: str,
    priority: str = "",
    theme: str = "",
    demo: bool = False,
) -> DecisionProposed:
    if not title:
        raise Missing("Say in a line what is to be decided.", field="title")
    return DecisionProposed(
        *decision.next(provenance), title=title, priority=priority, theme=theme, demo=demo
    )


def link_evidence(
    decision: Decision, provenance: Provenance, *, kind: EvidenceKind, evidence: UUID, said: str
) -> EvidenceLinked:
    """What a decision rests on is linked before it is made; afterwards it stands as it was."""
    if decision.made:
        raise AlreadyMade
    if evidence in decision.evidence:
        raise AlreadyThere("This is linked to the decision already.")
    return EvidenceLinked(*decision.next(provenance), kind=kind, evidence=evidence, said=said)


def make(
    decision: Decision,
    provenance: Provenance,
    *,
    decided: str,
    made_by: str,
    reason: str,
    outcome: Outcome = "we will",
    child_reason: str = "",
    made_on: PartialDate | None = None,
    effective_on: PartialDate | None = None,
) -> DecisionMade:
    """Raises ``NoReason``, ``NoChildReason``, ``TooHard``, ``AlreadyMade`` or ``Missing``."""
    if decision.made:
        raise AlreadyMade
    if not decided:
        raise Missing("Say what was decided.", field="decided")
    if not made_by:
        raise Missing("Say who decided.", field="made_by")
    if not reason:
        raise NoReason
    if made_on and effective_on and effective_on.last < made_on.first:
        raise InForceTooEarly
    if decision.from_children and not child_reason:
        raise NoChildReason
    refuse_hard(provenance, child_reason, "child_reason")
    return DecisionMade(
        *decision.next(provenance),
        outcome=outcome,
        decided=decided,
        made_by=made_by,
        reason=reason,
        child_reason=child_reason,
        made_on=made_on,
        effective_on=effective_on,
    )


class DecisionService(Service[Decision]):
    evolve = staticmethod(evolve)
    propose = opening_command(propose)
    link_evidence = command(link_evidence)
    make = command(make)
    agree_action = command(agree_action)
    complete_action = command(complete_action)
    observe_impact = command(observe_impact)
    supersede = command(supersede)
