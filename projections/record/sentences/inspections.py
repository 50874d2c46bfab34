"""Youth inspectors, their forms and their visits, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.inspections import form, inspector, planned_visit, visit

InspectionFact = (
    inspector.InspectorFact | form.FormFact | visit.VisitFact | planned_visit.PlannedVisitFact
)


def sentence(fact: InspectionFact) -> str:
    match fact:
        case inspector.InspectorInvited():
            return "A youth inspector was invited."
        case inspector.InspectorTrained():
            return f"A youth inspector was trained: {fact.training}."
        case inspector.InspectorHelped():
            return f"A youth inspector gave time: {fact.what}."
        case inspector.InspectorEntryTakenOff():
            return f"Something was taken off a youth inspector's record: {fact.why}."
        case inspector.InspectorStoodDown():
            return "A youth inspector stood down."
        case form.FormDrafted():
            return f"The form “{fact.title}” was drafted."
        case form.FormVersionPublished():
            return f"Version {fact.number} of the form “{fact.title}” was published."
        case visit.VisitRecorded():
            return f"Youth inspectors visited {fact.place} on {fact.visited_on}."
        case visit.VisitFindingMade():
            return f"The inspectors saw ({fact.kind}): {fact.finding.rstrip('.')}."
        case visit.RecommendationMade():
            return f"The inspectors asked for a change: {fact.recommendation.rstrip('.')}."
        case visit.ServiceReplied():
            return f"{fact.service} replied: {fact.reply.rstrip('.')}."
        case visit.FollowedUp():
            return _followed_up(fact)
        case visit.VisitTakenOff():
            return f"The visit was taken off: {fact.why.rstrip('.')}."
        case _:
            return _planned(fact)


def _planned(fact: planned_visit.PlannedVisitFact) -> str:
    """Not where they meet, nor why it was called off: those are sealed."""
    match fact:
        case planned_visit.VisitPlanned():
            return f"A visit to {fact.service} was planned for {fact.day}."
        case planned_visit.VisitPlanChanged(service=service, day=day):
            changed = ", ".join(fact.changed)
            return f"The plan was changed ({changed}): a visit to {service} on {day}."
        case planned_visit.VisitCalledOff():
            return "The planned visit was called off."
        case planned_visit.PlannedVisitMade():
            return "The form of the planned visit was sent."
        case _:
            assert_never(fact)


def _followed_up(fact: visit.FollowedUp) -> str:
    changed = "Something had changed" if fact.changed else "Nothing had changed yet"
    return f"The inspectors went back. {changed}: {fact.seen.rstrip('.')}."
