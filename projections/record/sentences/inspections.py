"""Youth inspectors, their forms and their visits, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.inspections import form, inspector, visit


def sentence(fact: inspector.InspectorFact | form.FormFact | visit.VisitFact) -> str:
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
            assert_never(fact)


def _followed_up(fact: visit.FollowedUp) -> str:
    changed = "Something had changed" if fact.changed else "Nothing had changed yet"
    return f"The inspectors went back. {changed}: {fact.seen.rstrip('.')}."
