"""What asking young people together puts into a report: whom, how many, and what came of it."""

from __future__ import annotations

from events.participation import engagement
from projections.counts.disclosure_control import in_words
from projections.entries.entry import Entry, entry, made


@entry.register
def _(fact: engagement.EngagementHeld) -> Entry:
    came = fact.came.number
    shown = "" if came is None else in_words(came) or "Nobody"
    return made(
        fact, "children", "asked", heading=fact.theme, words=fact.question, value=shown,
        note=fact.group, when=fact.held_on, demo=fact.demo,
    )  # fmt: skip


@entry.register
def _(fact: engagement.WhatTheySaidUsed) -> Entry:
    return made(
        fact, "children", "used", heading=fact.theme, words=fact.what, note=fact.group,
        demo=fact.demo,
    )  # fmt: skip
