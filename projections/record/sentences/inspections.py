"""Youth inspectors, their forms and their visits, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.inspections import inspection


def sentence(fact: inspection.InspectorFact | inspection.FormFact | inspection.VisitFact) -> str:
    match fact:
        case inspection.InspectorInvited():
            return "A youth inspector was invited."
        case inspection.InspectorTrained():
            return f"A youth inspector was trained: {fact.training}."
        case inspection.InspectorHelped():
            return f"A youth inspector gave time: {fact.what}."
        case inspection.InspectorEntryTakenOff():
            return f"Something was taken off a youth inspector's record: {fact.why}."
        case inspection.InspectorStoodDown():
            return "A youth inspector stood down."
        case inspection.FormDrafted():
            return f"The form “{fact.title}” was drafted."
        case inspection.FormVersionPublished():
            return f"Version {fact.number} of the form “{fact.title}” was published."
        case inspection.VisitRecorded():
            return f"Youth inspectors visited {fact.place} on {fact.visited_on}."
        case inspection.VisitFindingMade():
            return f"The inspectors saw ({fact.kind}): {fact.finding.rstrip('.')}."
        case inspection.RecommendationMade():
            return f"The inspectors asked for a change: {fact.recommendation.rstrip('.')}."
        case inspection.ServiceReplied():
            return f"{fact.service} replied: {fact.reply.rstrip('.')}."
        case inspection.FollowedUp():
            return _followed_up(fact)
        case inspection.VisitTakenOff():
            return f"The visit was taken off: {fact.why.rstrip('.')}."
        case _:
            assert_never(fact)


def _followed_up(fact: inspection.FollowedUp) -> str:
    changed = "Something had changed" if fact.changed else "Nothing had changed yet"
    return f"The inspectors went back. {changed}: {fact.seen.rstrip('.')}."
