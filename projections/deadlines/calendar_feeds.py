"""The calendar feeds that were made, and which of them still work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.deadlines.calendar_feed import FeedMade, FeedRevoked
from events.fact import Fact
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Feed:
    """``made_by`` is the id of the person who made it. The address works while they have access."""

    id: UUID
    name: str
    token: str
    made_on: str
    recorded: int
    is_open: bool = True
    made_by: str = ""


class CalendarFeeds(Projection):
    name = "calendar_feeds"
    version = 2
    feeds = TableOf(Feed, index=("token",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case FeedMade(name=name, token=token):
                recorded = fact.micros
                made_on = fact.recorded_at.isoformat(timespec="seconds")
                self.feeds.put(Feed(id, name, token, made_on, recorded, made_by=fact.provenance.by))
            case FeedRevoked():
                self.feeds.change(id, lambda row: replace(row, is_open=False))
            case _:
                pass

    def all(self) -> list[Feed]:
        """The newest first."""
        return self.feeds.where(order="recorded", newest_first=True)

    def by_token(self, token: str) -> Feed | None:
        """The feed that still opens with what has this hash."""
        found = self.feeds.where(token=token, is_open=True)
        return found[0] if found else None
