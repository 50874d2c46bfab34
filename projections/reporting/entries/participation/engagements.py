"""What asking young people together puts into a report: which group, how many, what came of it."""

from __future__ import annotations

from typing import assert_never

from events.participation import engagement
from projections.counts.disclosure_control import in_words
from projections.reporting.entries.entry import Entry, made


def entry(fact: engagement.EngagementFact) -> Entry | None:
    match fact:
        case engagement.EngagementHeld():
            return _engagement_held(fact)
        case engagement.WhatTheySaidUsed():
            return _what_they_said_used(fact)
        case (
            engagement.EngagementPlanned()
            | engagement.AskedAgain()
            | engagement.GroupSaid()
            | engagement.EngagementCancelled()
        ):
            return None
        case _:
            assert_never(fact)


def _engagement_held(fact: engagement.EngagementHeld) -> Entry:
    came = fact.came.whole
    shown = "" if came is None else in_words(came) or "Nobody"
    return made(
        fact,
        "children",
        "asked",
        heading=fact.theme,
        words=fact.question,
        value=shown,
        note=fact.group,
        when=fact.held_on,
        demo=fact.demo,
    )


def _what_they_said_used(fact: engagement.WhatTheySaidUsed) -> Entry:
    return made(
        fact,
        "children",
        "used",
        heading=fact.theme,
        words=fact.what,
        note=fact.group,
        demo=fact.demo,
    )
