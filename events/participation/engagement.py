"""Groups of young people who are asked together: planned, held, what they said, what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate
from events.value import Value

EngagementKind = Literal["group meeting", "survey", "event", "workshop", "visit", "something else"]


@dataclass(frozen=True)
class EngagementPlanned(Fact):
    """``group`` describes young people as a group, such as care leavers: never by their names."""

    TOPIC = "engagement.planned"
    PERSONAL = frozenset()
    DAY = ""
    kind: EngagementKind
    group: str
    theme: str
    question: str
    planned_on: PartialDate | None
    demo: bool


@dataclass(frozen=True)
class AskedAgain(Fact):
    """A like group had been asked the like before; why it is asked once more."""

    TOPIC = "engagement.asked_again"
    PERSONAL = frozenset()
    before: tuple[UUID, ...]
    why: str


@dataclass(frozen=True)
class EngagementHeld(Fact):
    """Repeats the group, theme and question, so that it can be read alone. ``came`` is a number."""

    TOPIC = "engagement.held"
    PERSONAL = frozenset()
    DAY = "held_on"
    group: str
    theme: str
    question: str
    held_on: PartialDate
    venue: str
    came: Value
    demo: bool


@dataclass(frozen=True)
class GroupSaid(Fact):
    """``verbatim`` is false for a paraphrase, which is never shown as a quotation."""

    TOPIC = "engagement.group_said"
    PERSONAL = frozenset({"words"})
    theme: str
    words: str
    verbatim: bool


@dataclass(frozen=True)
class WhatTheySaidUsed(Fact):
    """What was done with what they said; ``decision`` is one that rests on it, if there is one."""

    TOPIC = "engagement.used"
    PERSONAL = frozenset()
    group: str
    theme: str
    what: str
    decision: UUID | None
    demo: bool


@dataclass(frozen=True)
class EngagementCancelled(Fact):
    TOPIC = "engagement.cancelled"
    PERSONAL = frozenset()
    why: str


EngagementFact = (
    EngagementPlanned
    | AskedAgain
    | EngagementHeld
    | GroupSaid
    | WhatTheySaidUsed
    | EngagementCancelled
)
