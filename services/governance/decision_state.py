"""A decision as far as further decisions need it, and why something about it is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.governance.decision import (
    DecisionActionAgreed,
    DecisionActionCompleted,
    DecisionFact,
    DecisionMade,
    DecisionProposed,
    DecisionSuperseded,
    EvidenceLinked,
    ImpactObserved,
)
from services.refusals import Refusal
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


def in_force(decision: Decision) -> Decision:
    if not decision.made:
        raise NotMadeYet
    return decision
