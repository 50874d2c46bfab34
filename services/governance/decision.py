"""Making a decision that can be explained, above all to the children it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.governance.decision import (
    DecisionActionAgreed,
    DecisionActionCompleted,
    DecisionFact,
    DecisionMade,
    DecisionProposed,
    DecisionSuperseded,
    EvidenceKind,
    EvidenceLinked,
    ImpactObserved,
)
from events.period import PartialDate
from events.vocabulary import Outcome
from services.command import Service, command, opening_command
from services.reading_age import refuse_hard
from services.refusals import AlreadyThere, Missing, NotFound, Refusal
from services.state import State

_CHILDREN = frozenset({"feedback", "statement", "inspection"})


class NoReason(Refusal):
    words = "A decision needs its reason. Say why, so that anybody can understand it later."
    field = "reason"


class NoChildReason(Refusal):
    words = "Children's words led to this. Say why in words that a child understands."
    field = "child_reason"


class InForceTooEarly(Refusal):
    words = "It can't be in force before it is made. Look at both days again."
    field = "effective_on"


class AlreadyMade(Refusal):
    words = "This decision has been made. To change it, make a new one that replaces it."


class NotMadeYet(Refusal):
    words = "This decision has not been made yet. Make it first."


@dataclass(frozen=True)
class Decision(State):
    evidence: frozenset[UUID] = frozenset()
    from_children: bool = False
    made: bool = False
    superseded: bool = False
    open_actions: frozenset[str] = frozenset()


def evolve(state: Decision, fact: DecisionFact) -> Decision:
    match fact:
        case EvidenceLinked():
            return replace(
                state,
                evidence=state.evidence | {fact.evidence},
                from_children=state.from_children or fact.kind in _CHILDREN,
            )
        case DecisionMade():
            return replace(state, made=True)
        case DecisionActionAgreed():
            return replace(state, open_actions=state.open_actions | {fact.action})
        case DecisionActionCompleted():
            return replace(state, open_actions=state.open_actions - {fact.action})
        case DecisionSuperseded():
            return replace(state, superseded=True)
        case DecisionProposed() | ImpactObserved():
            return state
        case _:
            assert_never(fact)


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


def agree_action(
    decision: Decision,
    provenance: Provenance,
    *,
    action: str,
    text: str,
    owner: str,
    due: PartialDate | None,
) -> DecisionActionAgreed:
    if not text:
        raise Missing("Say what will be done.", field="text")
    if not owner:
        raise Missing("Say who will do it.", field="owner")
    return DecisionActionAgreed(
        *_made(decision).next(provenance), action=action, text=text, owner=owner, due=due
    )


def complete_action(
    decision: Decision, provenance: Provenance, *, action: str, result: str
) -> DecisionActionCompleted:
    if action not in decision.open_actions:
        raise NotFound("That action is not open in this decision.")
    if not result:
        raise Missing("Say what came of it.", field="result")
    return DecisionActionCompleted(*_made(decision).next(provenance), action=action, result=result)


def observe_impact(
    decision: Decision, provenance: Provenance, *, impact: str, observed_by: str = ""
) -> ImpactObserved:
    if not impact:
        raise Missing("Say what changed.", field="impact")
    refuse_hard(provenance, impact, "impact")
    return ImpactObserved(*_made(decision).next(provenance), impact=impact, observed_by=observed_by)


def supersede(
    decision: Decision, provenance: Provenance, *, by: UUID, why: str
) -> DecisionSuperseded:
    if decision.superseded:
        raise AlreadyThere("Another decision has replaced this one already.")
    if by == decision.id:
        raise Missing("A decision can't replace itself. Choose the newer one.", field="by")
    if not why:
        raise NoReason(field="why")
    return DecisionSuperseded(*_made(decision).next(provenance), by=by, why=why)


class DecisionService(Service[Decision]):
    evolve = staticmethod(evolve)
    propose = opening_command(propose)
    link_evidence = command(link_evidence)
    make = command(make)
    agree_action = command(agree_action)
    complete_action = command(complete_action)
    observe_impact = command(observe_impact)
    supersede = command(supersede)


def _made(decision: Decision) -> Decision:
    if not decision.made:
        raise NotMadeYet
    return decision
