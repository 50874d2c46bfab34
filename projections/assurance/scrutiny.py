"""Scrutiny, year by year: what was planned, done, found, asked, answered and disagreed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from events.assurance.scrutiny import (
    DisagreementEscalated,
    DisagreementOpened,
    DisagreementResolved,
    PartnershipAnswered,
    PartnershipAsked,
    ScrutinyActivityDone,
    ScrutinyConcluded,
    ScrutinyFindingMade,
    ScrutinyPlanned,
)
from events.fact import Fact
from projections.assurance.scrutiny_rows import (
    Activity,
    Disagreement,
    Found,
    Plan,
    ScrutinyQuestion,
)
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


class ScrutinyPlans(Projection):
    name = "scrutiny_plans"
    plans = TableOf(Plan, index=("recorded",))

    def apply(self, fact: Fact) -> None:
        if isinstance(fact, ScrutinyPlanned):
            self.plans.put(_planned(fact))
        elif isinstance(fact, _LATER):
            self.plans.change(fact.originator_id, lambda row: _after(row, fact))

    def all(self) -> list[Plan]:
        """The newest first."""
        return self.plans.where(order="recorded", newest_first=True)

    def plan(self, id: UUID) -> Plan | None:
        return self.plans.get(id)


_LATER = (
    ScrutinyActivityDone,
    ScrutinyFindingMade,
    PartnershipAsked,
    PartnershipAnswered,
    DisagreementOpened,
    DisagreementEscalated,
    DisagreementResolved,
    ScrutinyConcluded,
)


def _planned(fact: ScrutinyPlanned) -> Plan:
    return Plan(
        fact.originator_id,
        fact.title,
        fact.year,
        fact.themes,
        fact.by,
        fact.demo,
        fact.provenance.source,
        fact.micros,
    )


def _after(row: Plan, fact: Fact) -> Plan:
    match fact:
        case ScrutinyActivityDone():
            done = Activity(fact.what, fact.theme, fact.done_on, fact.by, fact.young_people)
            return replace(row, activities=(*row.activities, done))
        case ScrutinyFindingMade():
            found = Found(fact.kind, fact.theme, fact.finding, fact.points)
            return replace(row, findings=(*row.findings, found))
        case PartnershipAsked():
            asked = ScrutinyQuestion(fact.question, fact.words, fact.asked_on, fact.due)
            return replace(row, questions=(*row.questions, asked))
        case PartnershipAnswered():
            return _answered(row, fact)
        case ScrutinyConcluded(conclusion=conclusion):
            return replace(row, conclusion=conclusion)
        case _:
            return _disagreed(row, fact)


def _answered(row: Plan, fact: PartnershipAnswered) -> Plan:
    def said(each: ScrutinyQuestion) -> ScrutinyQuestion:
        if each.question != fact.question:
            return each
        return replace(each, answer=fact.answer, by=fact.by, answered_on=fact.answered_on)

    return replace(row, questions=tuple(map(said, row.questions)))


def _disagreed(row: Plan, fact: Fact) -> Plan:
    match fact:
        case DisagreementOpened():
            new = Disagreement(fact.disagreement, fact.about, fact.between, (fact.stage,))
            return replace(row, disagreements=(*row.disagreements, new))
        case DisagreementEscalated(disagreement=name, stage=stage, why=why):
            return _changed(
                row, name, lambda it: replace(it, stages=(*it.stages, stage), whys=(*it.whys, why))
            )
        case DisagreementResolved(disagreement=name, how=how):
            return _changed(row, name, lambda it: replace(it, how=how))
        case _:
            return row


def _changed(row: Plan, name: str, how: Callable[[Disagreement], Disagreement]) -> Plan:
    changed = (how(each) if each.disagreement == name else each for each in row.disagreements)
    return replace(row, disagreements=tuple(changed))
