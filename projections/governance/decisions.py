"""Every decision: its evidence, who made it and why, its actions and their impact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.governance.decision import (
    FROM_CHILDREN,
    DecisionActionAgreed,
    DecisionActionCompleted,
    DecisionMade,
    DecisionPriorityGiven,
    DecisionProposed,
    DecisionSuperseded,
    EvidenceLinked,
    ImpactObserved,
)
from events.period import PartialDate
from projections.engine.agreed_action import AgreedAction, completed
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Evidence:
    kind: str
    id: UUID
    said: str


@dataclass(frozen=True)
class SeenImpact:
    """What changed, for adults and, where it was written, for children."""

    words: str
    for_children: str = ""


@dataclass(frozen=True)
class Decision:
    id: UUID
    title: str
    priority: str
    theme: str
    demo: bool
    source: str
    proposed_on: PartialDate
    status: Literal["proposed", "made", "replaced"] = "proposed"
    outcome: str = ""
    decided: str = ""
    made_by: str = ""
    reason: str = ""
    child_reason: str = ""
    made_on: PartialDate | None = None
    effective_on: PartialDate | None = None
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    impacts: tuple[SeenImpact, ...] = ()
    replaced_by: UUID | None = None
    replaced_why: str = ""
    recorded: int = 0

    @property
    def on(self) -> PartialDate:
        """The day it counts for: in force, made, or proposed, whichever is known."""
        return self.effective_on or self.made_on or self.proposed_on

    @property
    def from_children(self) -> bool:
        return any(e.kind in FROM_CHILDREN for e in self.evidence)


class Decisions(Projection):
    name = "decision_register"
    version = 2
    decisions = TableOf(Decision, index=("recorded",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case DecisionProposed():
                self.decisions.put(_proposed(fact))
            case EvidenceLinked(kind=kind, evidence=evidence, said=said):
                link = Evidence(kind, evidence, said)
                self.decisions.change(id, lambda row: replace(row, evidence=(*row.evidence, link)))
            case DecisionMade():
                self.decisions.change(id, lambda row: _made(row, fact))
            case DecisionActionAgreed(action=action, text=text, owner=owner, due=due):
                agreed = AgreedAction(action, text, owner, due)
                self.decisions.change(id, lambda row: replace(row, actions=(*row.actions, agreed)))
            case DecisionActionCompleted(action=action, result=result):
                self.decisions.change(
                    id, lambda row: replace(row, actions=completed(row.actions, action, result))
                )
            case ImpactObserved():
                seen = SeenImpact(fact.in_full, fact.for_children)
                self.decisions.change(id, lambda row: replace(row, impacts=(*row.impacts, seen)))
            case DecisionPriorityGiven(priority=priority):
                self.decisions.change(id, lambda row: replace(row, priority=priority))
            case DecisionSuperseded(by=by, why=why):
                self.decisions.change(
                    id,
                    lambda row: replace(row, status="replaced", replaced_by=by, replaced_why=why),
                )
            case _:
                pass

    def all(self, page: slice = slice(None)) -> list[Decision]:
        """The newest first."""
        return self.decisions.where(order="recorded", newest_first=True, page=page)

    def made(self, most: int) -> list[Decision]:
        """The newest of those that are made and were not replaced."""
        page = slice(0, most)
        return self.decisions.where(order="recorded", newest_first=True, page=page, status="made")

    def decision(self, id: UUID) -> Decision | None:
        return self.decisions.get(id)


def _proposed(fact: DecisionProposed) -> Decision:
    return Decision(
        fact.originator_id,
        fact.title,
        fact.priority,
        fact.theme,
        fact.demo,
        fact.provenance.source,
        fact.on,
        recorded=fact.micros,
    )


def _made(row: Decision, fact: DecisionMade) -> Decision:
    return replace(
        row,
        status="made",
        outcome=fact.outcome,
        decided=fact.decided,
        made_by=fact.made_by,
        reason=fact.reason,
        child_reason=fact.child_reason,
        made_on=fact.made_on,
        effective_on=fact.effective_on or fact.provenance.effective_on,
    )
