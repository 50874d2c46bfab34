"""The access log: who opened a child's words, an escalation, the queue, details or an export."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from events.fact import Fact
from events.privacy.access_log import DetailsOpened, LookedAt
from projections.engine.projection import Projection
from projections.engine.tables import TableOf

MOST_LOOKS = 100


@dataclass(frozen=True)
class Look:
    """``at`` is when it was recorded (ISO 8601, UTC); within an hour, a second look is not."""

    key: str
    subject: UUID
    what: str
    by: str
    at: str


class AccessLog(Projection):
    name = "who_looked"
    looks = TableOf(Look, index=("subject",))

    def apply(self, fact: Fact) -> None:
        match fact:
            case LookedAt(subject=subject, what=what):
                self._put(fact, subject, what)
            case DetailsOpened(subject=subject):
                self._put(fact, subject, "details")
            case _:
                pass

    def _put(self, fact: Fact, subject: UUID, what: str) -> None:
        key = fact.key
        at = fact.recorded_at.isoformat(timespec="seconds")
        self.looks.put(Look(key, subject, what, fact.provenance.by, at))

    def at(self, subject: UUID) -> list[Look]:
        """The newest first."""
        return self.looks.where(subject=subject, order="at", newest_first=True)

    def at_the_queue(self, queue: UUID, since: str) -> list[Look]:
        """The people who opened the queue since a moment (ISO 8601, UTC), the newest first."""
        columns = self.looks.table.c
        query = select(self.looks.table).where(
            columns.subject == str(queue), columns.what == "queue", columns.at >= since
        )
        return self.looks.found(query.order_by(columns.at.desc()), slice(0, MOST_LOOKS))
