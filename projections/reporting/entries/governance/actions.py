"""What actions put into a report: what they changed."""

from __future__ import annotations

from typing import assert_never

from events.governance import action
from projections.reporting.entries.entry import Entry, made


def entry(fact: action.ActionFact) -> Entry | None:
    match fact:
        case action.ActionImpactNoted():
            return _action_impact_noted(fact)
        case action.ActionProgressNoted() | action.ActionDueDayMoved():
            return None
        case _:
            assert_never(fact)


def _action_impact_noted(fact: action.ActionImpactNoted) -> Entry:
    heading = "What an action changed"
    return made(fact, "work", "impact of an action", heading=heading, words=fact.impact)
