"""Groups of young people who were asked together: the question, what they said, what was done."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from uuid import UUID

from events.fact import FORGOTTEN, Fact
from events.feedback.feedback import StatementQuoted
from events.participation.engagement import EngagementFact, EngagementPlanned, GroupSaid
from events.participation.quotation import StatementWithdrawn
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.participation.engagement_rows import (
    ChildrensStatement,
    Engagement,
    GroupWords,
    Spoken,
    engagement_after,
)
from projections.participation.similar_groups import alike


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
                self.engagements.change(id, lambda row: engagement_after(row, fact))
            case _ if isinstance(fact, EngagementFact):
                self.engagements.change(id, lambda row: engagement_after(row, fact))
            case _:
                pass

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
