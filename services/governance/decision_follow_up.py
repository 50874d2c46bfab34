"""What follows a decision: actions, their results, and the decision that replaces it."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.governance.decision import (
    DecisionActionAgreed,
    DecisionActionCompleted,
    DecisionSuperseded,
    ImpactObserved,
)
from events.period import PartialDate
from services.governance.decision_state import Decision, NoChildImpact, NoReason, in_force
from services.reading_age import refuse_hard
from services.refusals import AlreadyThere, Missing, NotFound


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
        *in_force(decision).next(provenance), action=action, text=text, owner=owner, due=due
    )


def complete_action(
    decision: Decision, provenance: Provenance, *, action: str, result: str
) -> DecisionActionCompleted:
    if action not in decision.open_actions:
        raise NotFound("That action is not open in this decision.")
    if not result:
        raise Missing("Say what came of it.", field="result")
    return DecisionActionCompleted(
        *in_force(decision).next(provenance), action=action, result=result
    )


def observe_impact(
    decision: Decision,
    provenance: Provenance,
    *,
    impact: str,
    observed_by: str = "",
    for_children: str = "",
    before: str = "",
    after: str = "",
    how_known: str = "",
) -> ImpactObserved:
    """``impact`` is for adults; ``for_children`` is held to the reading age.

    Children are told in their own words where theirs led to the decision. Raises ``Missing``,
    ``NoChildImpact``, ``TooHard`` or ``NotMadeYet``.
    """
    if not impact:
        raise Missing("Say what changed.", field="impact")
    if in_force(decision).from_children and not (for_children or provenance.document):
        raise NoChildImpact
    refuse_hard(provenance, for_children, "for_children")
    return ImpactObserved(
        *decision.next(provenance),
        impact=impact,
        observed_by=observed_by,
        for_children=for_children,
        before=before,
        after=after,
        how_known=how_known,
    )


def supersede(
    decision: Decision, provenance: Provenance, *, by: UUID, why: str
) -> DecisionSuperseded:
    if decision.superseded:
        raise AlreadyThere("Another decision has replaced this one already.")
    if by == decision.id:
        raise Missing("A decision can't replace itself. Choose the newer one.", field="by")
    if not why:
        raise NoReason(field="why")
    return DecisionSuperseded(*in_force(decision).next(provenance), by=by, why=why)
