"""What youth inspectors put into a report: their visits, findings and what changed."""

from __future__ import annotations

from typing import assert_never

from events.inspections import form, inspector, planned_visit, visit
from projections.reporting.entries.entry import TAKEN_OFF, Entry, made

InspectionFact = (
    inspector.InspectorFact | form.FormFact | visit.VisitFact | planned_visit.PlannedVisitFact
)


def entry(fact: InspectionFact) -> Entry | None:
    match fact:
        case visit.VisitRecorded():
            return _visit_recorded(fact)
        case visit.VisitFindingMade():
            return made(fact, "inspections", fact.kind, words=fact.finding)
        case visit.RecommendationMade():
            return made(fact, "inspections", "asked for", words=fact.recommendation)
        case visit.ServiceReplied():
            return made(fact, "inspections", "reply", heading=fact.service, words=fact.reply)
        case visit.FollowedUp():
            return _followed_up(fact)
        case visit.VisitTakenOff():
            return made(fact, "inspections", TAKEN_OFF, words=fact.why)
        case (
            inspector.InspectorInvited()
            | inspector.InspectorTrained()
            | inspector.InspectorHelped()
            | inspector.InspectorEntryTakenOff()
            | inspector.InspectorStoodDown()
            | form.FormDrafted()
            | form.FormVersionPublished()
            | planned_visit.VisitPlanned()
            | planned_visit.VisitPlanChanged()
            | planned_visit.VisitCalledOff()
            | planned_visit.PlannedVisitMade()
        ):
            return None
        case _:
            assert_never(fact)


def _visit_recorded(fact: visit.VisitRecorded) -> Entry:
    return made(
        fact, "inspections", "visit", heading=fact.place, when=fact.visited_on, demo=fact.demo
    )


def _followed_up(fact: visit.FollowedUp) -> Entry:
    kind = "changed" if fact.changed else "not changed yet"
    return made(fact, "inspections", kind, words=fact.seen)
