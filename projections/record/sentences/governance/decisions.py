"""Decisions, what they rest on and what came of them, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.governance import decision
from projections.record.sentences.wording import day, due, own_day


def sentence(fact: decision.DecisionFact) -> str:
    match fact:
        case decision.DecisionProposed():
            return f"A decision was proposed: {fact.title}."
        case decision.EvidenceLinked():
            return f"It rests on {fact.kind}: {fact.said}."
        case decision.DecisionMade():
            return _decision_made(fact)
        case decision.DecisionActionAgreed():
            return f"{fact.owner} agreed to {fact.text.rstrip('.')}{due(fact.due)}."
        case decision.DecisionActionCompleted():
            return f"An action was completed: {fact.result.rstrip('.')}."
        case decision.ImpactObserved():
            return _impact_observed(fact)
        case decision.DecisionPriorityGiven():
            return f"It belongs to the priority {fact.priority} now."
        case decision.DecisionSuperseded():
            return f"Replaced by a newer decision. Why: {fact.why.rstrip('.')}."
        case _:
            assert_never(fact)


def _decision_made(fact: decision.DecisionMade) -> str:
    made = f"{fact.made_by} decided{day(fact.made_on or own_day(fact))}: {fact.led_by_outcome}"
    force = f" In force from {fact.effective_on}." if fact.effective_on else ""
    return f"{made.rstrip('.')}. Why: {fact.reason.rstrip('.')}.{force}"


def _impact_observed(fact: decision.ImpactObserved) -> str:
    by = f", seen by {fact.observed_by}" if fact.observed_by else ""
    return f"What changed: {fact.in_full.rstrip('.')}{by}."
