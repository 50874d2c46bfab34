"""Newsletters: drafts as they are being written, editions as they were published."""

from __future__ import annotations

from uuid import UUID

from events.fact import Fact
from events.participation.quotation import StatementWithdrawn
from events.reporting.newsletter import NewsletterDrafted, NewsletterFact
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.reporting.newsletter_rows import (
    Gone,
    Newsletter,
    drafted_newsletter,
    went_on,
    without,
)


class Newsletters(Projection):
    name = "newsletter_shelf"
    newsletters = TableOf(Newsletter)
    gone = TableOf(Gone)

    def apply(self, fact: Fact) -> None:
        if isinstance(fact, NewsletterDrafted):
            self.newsletters.put(drafted_newsletter(fact))
        elif isinstance(fact, StatementWithdrawn):
            self.gone.put(Gone(f"{fact.originator_id}:1"))
        elif isinstance(fact, NewsletterFact):
            self.newsletters.change(fact.originator_id, lambda row: went_on(row, fact))

    def all(self) -> list[Newsletter]:
        """Drafts first, then editions, the newest first."""
        gone = self.withdrawn()
        rows = [without(row, gone) for row in self.newsletters.where()]
        return sorted(
            rows, key=lambda row: (not row.number, row.number, row.recorded), reverse=True
        )

    def editions(self) -> list[Newsletter]:
        """What was published, the newest first; what was withdrawn says so."""
        return [row for row in self.all() if row.number]

    def newsletter(self, id: UUID) -> Newsletter | None:
        row, gone = self.newsletters.get(id), self.withdrawn()
        return without(row, gone) if row else None

    def withdrawn(self) -> set[str]:
        """What newsletters were drawn from that is quoted no longer."""
        return {each.entry for each in self.gone.where()}

    def told_before(self) -> set[str]:
        """What an edition has told already, or left out; not one that was withdrawn."""
        kept = [row for row in self.editions() if not row.withdrawn]
        return {each.entry for row in kept for each in row.passages if each.entry}
