"""A decision as far as further decisions need it, and why something about it is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.governance.decision import (
    FROM_CHILDREN,
    DecisionActionAgreed,
    DecisionActionCompleted,
    DecisionFact,
    DecisionMade,
    DecisionPriorityGiven,
    DecisionProposed,
    DecisionSuperseded,
    EvidenceLinked,
    ImpactObserved,
)
from services.refusals import Refusal
from services.state import State


class NoReason(Refusal):
    words = "A decision needs its reason. Say why, so that anybody can understand it later."
    field = "reason"


class NoChildReason(Refusal):
    words = "Children's words led to this. Say why in words that a child understands."
    field = "child_reason"


class NoChildImpact(Refusal):
    words = "Children's words led to this. Say what changed in words that a child understands too."
    field = "for_children"


class NotForChildren(Refusal):
    words = (
        "This decision doesn't say why in words for children, so children's words can't be linked "
        "to it any more. Make a newer decision that rests on them."
    )
    field = "evidence"


class InForceTooEarly(Refusal):
    words = "It can't be in force before it is made. Look at both days again."
    field = "effective_on"


class AlreadyMade(Refusal):
    words = "This decision has been made. To change it, make a new one that replaces it."


class NotMadeYet(Refusal):
    words = "This decision has not been made yet. Make it first."


@dataclass(frozen=True)
class Decision(State):
    evidence: frozenset[tuple[UUID, str]] = frozenset()
    priority: str = ""
    tells_children_why: bool = False
    from_children: bool = False
    made: bool = False
    superseded: bool = False
    open_actions: frozenset[str] = frozenset()


def evolve(state: Decision, fact: DecisionFact) -> Decision:
    match fact:
        case EvidenceLinked():
            return replace(
                state,
                evidence=state.evidence | {(fact.evidence, fact.said)},
                from_children=state.from_children or fact.kind in FROM_CHILDREN,
            )
        case DecisionMade():
            return replace(state, made=True, tells_children_why=bool(fact.child_reason))
        case DecisionActionAgreed():
            return replace(state, open_actions=state.open_actions | {fact.action})
        case DecisionActionCompleted():
            return replace(state, open_actions=state.open_actions - {fact.action})
        case DecisionSuperseded():
            return replace(state, superseded=True)
        case DecisionProposed() | DecisionPriorityGiven():
            return replace(state, priority=fact.priority)
        case ImpactObserved():
            return state
        case _:
            assert_never(fact)


def in_force(decision: Decision) -> Decision:
    if not decision.made:
        raise NotMadeYet
    return decision
