"""Messages withheld from views of the past: taken back, withdrawn, erased, or escalated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.feedback.feedback import FeedbackTakenBack
from events.feedback.triage import ConcernEscalated
from events.participation.quotation import QuoteConsentWithdrawn, QuoteSetAside, StatementWithdrawn
from events.privacy.erasure import ForgettingConfirmed
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class WithheldSubject:
    subject: UUID
    why: Literal["taken back", "escalated", "forgotten", "quote withdrawn"]


class WithheldWords(Projection):
    """What was closed later is closed in every past view too: nobody reads it there again."""

    name = "closed_words"
    version = 4
    closed = TableOf(WithheldSubject)

    def apply(self, fact: Fact) -> None:
        match fact:
            case FeedbackTakenBack():
                self.closed.put(WithheldSubject(fact.originator_id, "taken back"))
            case ConcernEscalated():
                self.closed.put(WithheldSubject(fact.originator_id, "escalated"))
            case QuoteConsentWithdrawn() | QuoteSetAside() | StatementWithdrawn():
                self.closed.put(WithheldSubject(fact.originator_id, "quote withdrawn"))
            case ForgettingConfirmed(subject=subject, streams=streams):
                for stream in {subject, *streams}:
                    self.closed.put(WithheldSubject(stream, "forgotten"))
            case _:
                pass

    def all(self) -> frozenset[UUID]:
        return frozenset(row.subject for row in self.closed.where())
