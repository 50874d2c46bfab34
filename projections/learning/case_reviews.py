"""Every case review: its state, each step with its day, recommendations and actions."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from events.fact import Fact
from events.learning import case_review as case
from projections.engine.agreed_action import AgreedAction, completed
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.learning.case_review_rows import CaseRow, CaseStep
from projections.learning.case_review_steps import step


class CaseReviews(Projection):
    name = "case_register"
    cases = TableOf(CaseRow, index=("recorded",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case case.CaseConsidered():
                self.cases.put(_considered(fact))
            case case.CaseRecommendationMade(recommendation=said):
                self.cases.change(
                    id, lambda row: replace(row, recommendations=(*row.recommendations, said))
                )
            case case.CaseActionAgreed(action=action, text=text, owner=owner, due=due):
                agreed = AgreedAction(action, text, owner, due)
                self.cases.change(id, lambda row: replace(row, actions=(*row.actions, agreed)))
            case case.CaseActionCompleted(action=action, result=result):
                self.cases.change(
                    id, lambda row: replace(row, actions=completed(row.actions, action, result))
                )
            case case.CaseImpactObserved(impact=impact):
                self.cases.change(id, lambda row: replace(row, impacts=(*row.impacts, impact)))
            case _:
                recorded = step(fact) if isinstance(fact, case.CaseFact) else None
                if recorded is not None:
                    self.cases.change(id, lambda row: _further(row, fact.TOPIC, recorded))

    def all(self) -> list[CaseRow]:
        """The newest first."""
        return self.cases.where(order="recorded", newest_first=True)

    def case(self, id: UUID) -> CaseRow | None:
        return self.cases.get(id)


def _considered(fact: case.CaseConsidered) -> CaseRow:
    return CaseRow(
        fact.originator_id,
        fact.reference,
        fact.label,
        fact.details,
        fact.aware_on,
        fact.to_notify,
        fact.demo,
        fact.provenance.source,
        fact.micros,
    )


def _further(row: CaseRow, topic: str, recorded: CaseStep) -> CaseRow:
    topics = tuple(dict.fromkeys((*row.topics, topic)))
    state = recorded.state or row.state
    return replace(row, steps=(*row.steps, recorded), topics=topics, state=state)
