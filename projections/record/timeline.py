"""The history of anything here in sentences: what happened, when, who told it, the source."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.record.sentences import sentence


@dataclass(frozen=True)
class TimelineEntry:
    """One fact. ``on`` is the day it is true for, ``recorded_at`` when it was recorded (UTC).

    ``day`` is the first ISO day that ``on`` can mean, empty where its source states none.
    """

    key: str
    subject: UUID
    order: int
    on: str
    day: str
    recorded_at: str
    sentence: str
    by: str
    source: str
    topic: str


class Timeline(Projection):
    name = "decision_history"
    version = 2
    lines = TableOf(TimelineEntry, index=("subject",))

    def apply(self, fact: Fact) -> None:
        on = fact.true_on
        self.lines.put(
            TimelineEntry(
                fact.key,
                fact.originator_id,
                fact.originator_version,
                str(on or "on a day that its source does not state"),
                on.first.isoformat() if on else "",
                fact.recorded_at.isoformat(timespec="seconds"),
                sentence(fact),
                fact.provenance.by,
                fact.provenance.source,
                fact.TOPIC,
            )
        )

    def of(self, subject: UUID) -> list[TimelineEntry]:
        """What happened to it, from the first."""
        return self.lines.where(subject=subject, order="order")
