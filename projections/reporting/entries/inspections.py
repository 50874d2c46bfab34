"""What youth inspectors put into a report: their visits, findings and what changed."""

from __future__ import annotations

from typing import assert_never

from events.inspections import inspection
from projections.reporting.entries.entry import TAKEN_OFF, Entry, made


def entry(
    fact: inspection.InspectorFact | inspection.FormFact | inspection.VisitFact,
) -> Entry | None:
    match fact:
        case inspection.VisitRecorded():
            return _visit_recorded(fact)
        case inspection.VisitFindingMade():
            return made(fact, "inspections", fact.kind, words=fact.finding)
        case inspection.RecommendationMade():
            return made(fact, "inspections", "asked for", words=fact.recommendation)
        case inspection.ServiceReplied():
            return made(fact, "inspections", "reply", heading=fact.service, words=fact.reply)
        case inspection.FollowedUp():
            return _followed_up(fact)
        case inspection.VisitTakenOff():
            return made(fact, "inspections", TAKEN_OFF, words=fact.why)
        case (
            inspection.InspectorInvited()
            | inspection.InspectorTrained()
            | inspection.InspectorHelped()
            | inspection.InspectorEntryTakenOff()
            | inspection.InspectorStoodDown()
            | inspection.FormDrafted()
            | inspection.FormVersionPublished()
        ):
            return None
        case _:
            assert_never(fact)


def _visit_recorded(fact: inspection.VisitRecorded) -> Entry:
    return made(
        fact, "inspections", "visit", heading=fact.place, when=fact.visited_on, demo=fact.demo
    )


def _followed_up(fact: inspection.FollowedUp) -> Entry:
    kind = "changed" if fact.changed else "not changed yet"
    return made(fact, "inspections", kind, words=fact.seen)
