"""Young people asked together, in sentences; never what was said."""

from __future__ import annotations

from typing import assert_never

from events.participation import engagement
from projections.record.sentences.wording import day


def sentence(fact: engagement.EngagementFact) -> str:
    match fact:
        case engagement.EngagementPlanned():
            return _engagement_planned(fact)
        case engagement.AskedAgain():
            return f"They are asked again, because: {fact.why.rstrip('.')}."
        case engagement.EngagementHeld():
            return _engagement_held(fact)
        case engagement.GroupSaid():
            return _group_said(fact)
        case engagement.WhatTheySaidUsed():
            return f"This was done with what they said: {fact.what.rstrip('.')}."
        case engagement.EngagementCancelled():
            return f"It was cancelled: {fact.why.rstrip('.')}."
        case _:
            assert_never(fact)


def _engagement_planned(fact: engagement.EngagementPlanned) -> str:
    what = fact.kind.capitalize() if fact.kind != "something else" else "Something"
    asked = f"to ask {fact.group} about {fact.theme.rstrip('.')}"
    return f"{what} planned{day(fact.planned_on) if fact.planned_on else ''} {asked}."


def _engagement_held(fact: engagement.EngagementHeld) -> str:
    where = f" at {fact.venue}" if fact.venue else ""
    return f"It was held{day(fact.held_on)}{where}: {fact.group} were asked about {fact.theme}."


def _group_said(fact: engagement.GroupSaid) -> str:
    how = "in their own words" if fact.verbatim else "in other words"
    return f"What they said was written down, {how}, under the theme “{fact.theme}”."
