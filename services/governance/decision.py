"""Making a decision that can be explained, first of all to the children it is about."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.governance.decision import (
    FROM_CHILDREN,
    DecisionMade,
    DecisionPriorityGiven,
    DecisionProposed,
    EvidenceKind,
    EvidenceLinked,
)
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
    NotForChildren,
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
    """What is linked after a decision was made is part of the record of that later day only.

    Raises ``AlreadyThere``; and ``NotForChildren`` where children's words would be linked to a
    decision that is made and does not tell them why.
    """
    if (evidence, said) in decision.evidence:
        raise AlreadyThere("This is linked to the decision already.", field="evidence")
    if decision.made and kind in FROM_CHILDREN and not decision.tells_children_why:
        raise NotForChildren
    return EvidenceLinked(*decision.next(provenance), kind=kind, evidence=evidence, said=said)


def give_priority(
    decision: Decision, provenance: Provenance, *, priority: str
) -> DecisionPriorityGiven:
    """At any time, before it is made or after. Raises ``AlreadyThere`` for the one it has."""
    if priority == decision.priority:
        raise AlreadyThere("It belongs to this priority already.", field="priority")
    return DecisionPriorityGiven(*decision.next(provenance), priority=priority)


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
    give_priority = command(give_priority)
    make = command(make)
    agree_action = command(agree_action)
    complete_action = command(complete_action)
    observe_impact = command(observe_impact)
    supersede = command(supersede)
