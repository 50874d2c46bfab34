"""A group that was asked together, as rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.participation.engagement import (
    AskedAgain,
    EngagementCancelled,
    EngagementHeld,
    GroupSaid,
    WhatTheySaidUsed,
)
from events.period import PartialDate
from events.value import Value
from projections.engine.encryption import PersonalNames


@dataclass(frozen=True)
class GroupWords:
    words: str
    theme: str
    is_quote: bool


@dataclass(frozen=True)
class SaidAbout:
    """What is said of their words without them."""

    theme: str
    verbatim: bool
    on: PartialDate


@dataclass(frozen=True)
class Use:
    what: str
    decision: UUID | None
    on: PartialDate


@dataclass(frozen=True)
class Engagement:
    """Without the words they said, which ``Spoken`` holds in the order of ``about``."""

    id: UUID
    kind: str
    group: str
    theme: str
    question: str
    planned_on: PartialDate | None
    recorded: int
    demo: bool
    held_on: PartialDate | None = None
    venue: str = ""
    came: Value | None = None
    before: tuple[UUID, ...] = ()
    why_again: str = ""
    cancelled: str = ""
    about: tuple[SaidAbout, ...] = ()
    uses: tuple[Use, ...] = ()

    @property
    def standing(self) -> str:
        if self.cancelled:
            return "cancelled"
        if not self.held_on:
            return "planned"
        return "used" if self.uses else "held"

    @property
    def day(self) -> str:
        on = self.held_on or self.planned_on
        return on.first.isoformat() if on else ""


@dataclass(frozen=True)
class Spoken:
    """The words of one engagement, sealed under its key."""

    id: UUID
    words: PersonalNames


@dataclass(frozen=True)
class ChildrensStatement:
    """What children said elsewhere; ``on`` is none where its source states no day."""

    id: UUID
    who: str
    theme: str
    words: str
    is_quote: bool
    on: PartialDate | None
    source: str
    recorded: int
    withdrawn: bool = False


def engagement_after(row: Engagement, fact: Fact) -> Engagement:
    match fact:
        case AskedAgain(before=before, why=why):
            return replace(row, before=before, why_again=why)
        case EngagementHeld(held_on=on, venue=venue, came=came):
            return replace(row, held_on=on, venue=venue, came=came)
        case GroupSaid(theme=theme, verbatim=verbatim):
            return replace(row, about=(*row.about, SaidAbout(theme, verbatim, fact.on)))
        case WhatTheySaidUsed(what=what, decision=decision):
            return replace(row, uses=(*row.uses, Use(what, decision, fact.on)))
        case EngagementCancelled(why=why):
            return replace(row, cancelled=why)
        case _:
            return row
