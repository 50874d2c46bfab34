"""A group that is asked together, as far as decisions need it, and why something is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from events.participation.engagement import (
    AskedAgain,
    EngagementCancelled,
    EngagementFact,
    EngagementHeld,
    EngagementPlanned,
    GroupSaid,
    WhatTheySaidUsed,
)
from services.refusals import Refusal
from services.state import State


class AskedBefore(Refusal):
    words = "They were asked this before. Read what they said; if you still want to, say why."
    field = "why"


class GroupHeldAlready(Refusal):
    words = "This was held already. What they said can be added to it."


class GroupNotHeldYet(Refusal):
    words = "This has not been held yet. Record that it was, then go on."


class Cancelled(Refusal):
    words = "This was cancelled. Plan another one instead."


@dataclass(frozen=True)
class Engagement(State):
    group: str = ""
    theme: str = ""
    question: str = ""
    demo: bool = False
    held: bool = False
    cancelled: bool = False


def evolve(state: Engagement, fact: EngagementFact) -> Engagement:
    match fact:
        case EngagementPlanned(group=group, theme=theme, question=question, demo=demo):
            return replace(state, group=group, theme=theme, question=question, demo=demo)
        case EngagementHeld():
            return replace(state, held=True)
        case EngagementCancelled():
            return replace(state, cancelled=True)
        case AskedAgain() | GroupSaid() | WhatTheySaidUsed():
            return state
        case _:
            assert_never(fact)


def going_on(engagement: Engagement) -> Engagement:
    if engagement.cancelled:
        raise Cancelled
    return engagement


def held(engagement: Engagement) -> Engagement:
    if not engagement.held and not engagement.cancelled:
        raise GroupNotHeldYet
    return engagement
