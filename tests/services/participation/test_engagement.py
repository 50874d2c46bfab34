"""Whom young people are asked with, and when a reason is needed to ask them again."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.participation.engagement import (
    AskedAgain,
    EngagementCancelled,
    EngagementHeld,
    EngagementPlanned,
    GroupSaid,
    WhatTheySaidUsed,
)
from events.period import PartialDate
from events.value import Value
from projections.participation.similar_groups import alike
from services.participation import engagement, engagement_state
from services.participation.engagement_state import (
    AskedBefore,
    Cancelled,
    GroupHeldAlready,
    GroupNotHeldYet,
)
from services.refusals import Missing
from tests.stories import STREAM, TOLD, given, recorded

DAY = PartialDate("2026-10-06")
WHAT = {"kind": "workshop", "group": "care leavers", "theme": "trust", "question": "Whom?"}
PLANNED = recorded(EngagementPlanned, **WHAT, planned_on=DAY, demo=False)
HELD = recorded(
    EngagementHeld,
    group="care leavers",
    theme="trust",
    question="Whom?",
    held_on=DAY,
    venue="",
    came=Value(9),
    demo=False,
)
CANCELLED = recorded(EngagementCancelled, why="It snowed")


def test_asking_again_needs_a_reason_and_the_reason_is_kept() -> None:
    before = (UUID(int=7),)
    given(engagement_state.evolve).when(engagement.plan, **WHAT, before=before).refused(
        AskedBefore, "why"
    )
    planned, again = engagement.plan(
        engagement_state.Engagement.initial(STREAM),
        TOLD,
        **WHAT,
        before=before,
        why="Much has changed",  # type: ignore[arg-type]
    )
    assert isinstance(planned, EngagementPlanned)
    assert isinstance(again, AskedAgain)
    assert (again.originator_version, again.before, again.why) == (2, before, "Much has changed")
    assert len(engagement.plan(engagement_state.Engagement.initial(STREAM), TOLD, **WHAT)) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("left", ["group", "theme", "question"])
def test_a_plan_says_whom_about_what_and_the_question(left: str) -> None:
    given(engagement_state.evolve).when(engagement.plan, **{**WHAT, left: ""}).refused(
        Missing, left
    )


def test_it_is_held_once_heard_and_used() -> None:
    planned = given(engagement_state.evolve, PLANNED)
    planned.when(engagement.hear, words="Read the notes").refused(GroupNotHeldYet)
    planned.when(engagement.use, what="A list").refused(GroupNotHeldYet)
    planned.when(engagement.hold, held_on=DAY, came=Value(9)).then(
        EngagementHeld, group="care leavers", question="Whom?", came=Value(9)
    )
    held = given(engagement_state.evolve, PLANNED, HELD)
    held.when(engagement.hold, held_on=DAY, came=Value(9)).refused(GroupHeldAlready)
    held.when(engagement.cancel, why="late").refused(GroupHeldAlready)
    held.when(engagement.hear, words="Read the notes").then(
        GroupSaid, theme="trust", verbatim=False
    )
    held.when(engagement.hear, words="").refused(Missing, "words")
    held.when(engagement.use, what="A list").then(WhatTheySaidUsed, group="care leavers")
    held.when(engagement.use, what="").refused(Missing, "what")


def test_what_is_cancelled_says_why_and_goes_no_further() -> None:
    planned = given(engagement_state.evolve, PLANNED)
    planned.when(engagement.cancel, why="").refused(Missing, "why")
    planned.when(engagement.cancel, why="It snowed").then(EngagementCancelled)
    cancelled = given(engagement_state.evolve, PLANNED, CANCELLED)
    cancelled.when(engagement.hold, held_on=DAY, came=Value(1)).refused(Cancelled)
    cancelled.when(engagement.use, what="A list").refused(Cancelled)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("care leavers", "Care Leavers", True),
        ("young carers in Norwich", "carers, Norwich", True),
        ("a care leaver", "care leavers", True),
        ("young people", "young people", True),
        ("Norfolk In Care Council", "children in care", True),
        ("care leavers", "young carers", False),
        ("being listened to", "getting home safely", False),
        ("", "", False),
        ("???", "!!!", False),
    ],
)
def test_groups_and_themes_are_alike_by_their_words(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
    assert alike(other, one) is same
