"""Young people asked together: what was asked of whom, what they said, what was done with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from uuid import UUID

from events.fact import FORGOTTEN, Fact
from events.feedback.feedback import StatementQuoted
from events.participation.engagement import (
    AskedAgain,
    EngagementCancelled,
    EngagementHeld,
    EngagementPlanned,
    GroupSaid,
    WhatTheySaidUsed,
)
from events.participation.quotation import StatementWithdrawn
from events.period import PartialDate
from events.value import Value
from projections.engine.encryption import PersonalNames
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.participation.similar_groups import alike


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


class Engagements(Projection):
    name = "engagement_book"
    version = 2
    engagements = TableOf(Engagement)
    spoken = TableOf(Spoken)
    statements = TableOf(ChildrensStatement)

    def apply(self, fact: Fact) -> None:
        id, order = fact.originator_id, fact.micros
        match fact:
            case EngagementPlanned(kind=kind, group=group, theme=theme, question=question):
                day, demo = fact.planned_on, fact.demo
                self.engagements.put(Engagement(id, kind, group, theme, question, day, order, demo))
            case StatementQuoted(who=who, theme=theme, words=words, verbatim=verbatim):
                source = fact.provenance.source
                self.statements.put(
                    ChildrensStatement(
                        id, who, theme, words, verbatim, fact.provenance.effective_on, source, order
                    )
                )
            case StatementWithdrawn():
                self.statements.change(id, lambda row: replace(row, words="", withdrawn=True))
            case GroupSaid(words=words):
                earlier = self.spoken.get(id)
                self.spoken.put(Spoken(id, (*(earlier.words if earlier else ()), words)))
                self.engagements.change(id, lambda row: _went_on(row, fact))
            case _:
                self.engagements.change(id, lambda row: _went_on(row, fact))

    def all(self) -> list[Engagement]:
        """The newest first."""
        return sorted(
            self.engagements.where(), key=lambda row: (row.day, row.recorded), reverse=True
        )

    def engagement(self, id: UUID) -> Engagement | None:
        return self.engagements.get(id)

    def said(self, row: Engagement) -> list[GroupWords]:
        """What they said, with the mark of what is forgotten where their words were."""
        spoken = self.spoken.get(row.id)
        words = zip_longest(row.about, spoken.words if spoken else ())
        return [GroupWords(said or FORGOTTEN, of.theme, of.verbatim) for of, said in words if of]

    def all_statements(self) -> list[ChildrensStatement]:
        """The newest first."""
        return self.statements.where(order="recorded", newest_first=True)

    def asked_before(self, group: str, theme: str) -> list[Engagement]:
        """When a like group was asked about the like; what was cancelled was never asked."""
        return [
            row
            for row in self.all()
            if not row.cancelled and alike(row.group, group) and alike(row.theme, theme)
        ]

    def said_already(self, group: str, theme: str) -> list[ChildrensStatement]:
        """What a like group is on record as having said about the like."""
        return [
            row
            for row in self.all_statements()
            if not row.withdrawn and alike(row.who, group) and alike(row.theme, theme)
        ]


def _went_on(row: Engagement, fact: Fact) -> Engagement:
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
