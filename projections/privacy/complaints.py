"""Complaints about how data was used: which wait, and until when each is to be acknowledged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from events.fact import Fact
from events.privacy.complaint import ComplaintAcknowledged, ComplaintAnswered, ComplaintReceived
from projections.engine.encryption import Personal
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class ComplaintRow:
    """``came_on`` is an ISO day. ``acknowledged_on`` and ``answered_on`` are empty until then."""

    id: UUID
    came_on: str
    words: Personal
    contact: Personal
    acknowledged_on: str = ""
    answered_on: str = ""
    answer: Personal = ""

    def due(self, days: int) -> date:
        """The last day on which to say that it has come."""
        return date.fromisoformat(self.came_on) + timedelta(days=days)


class Complaints(Projection):
    name = "complaints"
    complaints = TableOf(ComplaintRow)

    def apply(self, fact: Fact) -> None:
        id, day = fact.originator_id, fact.recorded_on.text
        match fact:
            case ComplaintReceived(words=words, contact=contact):
                self.complaints.put(ComplaintRow(id, day, words, contact))
            case ComplaintAcknowledged():
                self.complaints.change(id, lambda row: replace(row, acknowledged_on=day))
            case ComplaintAnswered(answer=answer):
                self.complaints.change(id, lambda row: _answered(row, day, answer))
            case _:
                pass

    def all(self) -> list[ComplaintRow]:
        """Those that wait first, the longest waiting first."""
        rows = self.complaints.where(order="came_on")
        return sorted(rows, key=lambda row: bool(row.answered_on))

    def one(self, id: UUID) -> ComplaintRow | None:
        return self.complaints.get(id)


def _answered(row: ComplaintRow, day: str, answer: str) -> ComplaintRow:
    acknowledged = row.acknowledged_on or day
    return replace(row, acknowledged_on=acknowledged, answered_on=day, answer=answer)
