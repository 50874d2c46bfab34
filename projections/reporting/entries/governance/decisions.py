"""What decisions put into a report."""

from __future__ import annotations

from typing import assert_never

from events.governance import decision
from projections.reporting.entries.entry import Entry, made


def entry(fact: decision.DecisionFact) -> Entry | None:
    match fact:
        case decision.DecisionProposed():
            return _decision_proposed(fact)
        case decision.EvidenceLinked():
            return _evidence_linked(fact)
        case decision.DecisionMade():
            return _decision_made(fact)
        case decision.DecisionActionAgreed():
            return _decision_action_agreed(fact)
        case decision.DecisionActionCompleted():
            return made(fact, "decisions", "action done", words=fact.result, tag=fact.action)
        case decision.ImpactObserved():
            return _impact_observed(fact)
        case decision.DecisionPriorityGiven():
            return made(fact, "decisions", "priority", tag=fact.priority)
        case decision.DecisionSuperseded():
            return made(fact, "decisions", "replaced", words=fact.why)
        case _:
            assert_never(fact)


def _decision_proposed(fact: decision.DecisionProposed) -> Entry:
    return made(
        fact,
        "decisions",
        "decision",
        heading=fact.title,
        tag=fact.priority,
        note=fact.theme,
        demo=fact.demo,
    )


def _evidence_linked(fact: decision.EvidenceLinked) -> Entry:
    """What can be read by all is named, so that the version for children can show it."""
    is_open = fact.kind in ("statement", "inspection")
    behind = (fact.evidence,) if is_open else ()
    return made(
        fact, "decisions", "rests on", words=fact.said, value=fact.kind, derived_from=behind
    )


def _decision_made(fact: decision.DecisionMade) -> Entry:
    force = f"In force from {fact.effective_on}." if fact.effective_on else ""
    return made(
        fact,
        "decisions",
        "made",
        heading=fact.made_by,
        words=fact.led_by_outcome,
        note=fact.reason,
        value=force,
        tag=fact.child_reason,
        when=fact.made_on or fact.effective_on,
    )


def _decision_action_agreed(fact: decision.DecisionActionAgreed) -> Entry:
    note = f"{fact.owner}, by {fact.due}" if fact.due else fact.owner
    return made(fact, "decisions", "action", words=fact.text, note=note, tag=fact.action)


def _impact_observed(fact: decision.ImpactObserved) -> Entry:
    return made(
        fact,
        "decisions",
        "impact",
        words=fact.in_full,
        note=fact.observed_by,
        value="measured" if fact.is_measured else "",
        tag=fact.child_words,
    )
