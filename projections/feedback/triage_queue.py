"""The triage queue: messages of young people, which of them wait, and what was done with each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from events.fact import Fact
from events.feedback.feedback import (
    FeedbackSubmitted,
    FeedbackTakenBack,
    MoreSaid,
    PictureAdded,
    SaidIfHeard,
)
from events.feedback.triage import (
    ConcernEscalated,
    EscalationReferenceGiven,
    FeedbackAnswered,
    FeedbackPassedOn,
    FeedbackRead,
    NoActionDeclined,
    NoActionProposed,
    ThemeGiven,
)
from events.governance.decision import EvidenceLinked
from events.privacy.erasure import ForgettingConfirmed
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.feedback.triage_changes import (
    answered,
    concern_escalated,
    forgotten,
    further,
    linked,
    moment,
    more_said,
    picture_added,
    read_at,
    taken_back,
    waiting,
)
from projections.feedback.triage_rows import DONE, Status, TriageItem

EVERY = slice(None)


_READ = ("read", "passed on")
_RANKS = range(6)  # as the rows say them
_IN_ORDER: tuple[dict[str, Any], ...] = tuple(
    {"status": status, "rank": rank} for status in ("waiting", _READ) for rank in _RANKS
)


def _after(page: slice, gone: int) -> slice:
    """What is left of a page once so many rows stand before it."""
    if page == EVERY:
        return page
    start, stop = max(0, page.start - gone), page.stop - gone
    return slice(start, max(start, stop))


class TriageQueue(Projection):
    name = "triage_queue"
    version = 11
    items = TableOf(
        TriageItem,
        index=(
            ("status", "rank", "received_at"),
            "received_at",
            "escalated_to",
        ),
    )

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case FeedbackSubmitted():
                self.items.put(waiting(fact))
            case FeedbackRead():
                self.items.change(id, lambda row: read_at(row, moment(fact)))
            case ThemeGiven(theme=theme):
                self.items.change(id, lambda row: replace(row, theme=theme))
            case FeedbackPassedOn(to=to):
                self.items.change(id, lambda row: replace(further(row, "passed on"), passed_to=to))
            case ConcernEscalated():
                self.items.change(id, lambda row: concern_escalated(row, fact))
            case EscalationReferenceGiven(reference=reference):
                self.items.change(id, lambda row: replace(row, reference=reference))
            case FeedbackAnswered():
                self.items.change(id, lambda row: answered(row, fact))
            case FeedbackTakenBack():
                self.items.change(id, taken_back)
            case ForgettingConfirmed(subject=subject):
                self.items.change(subject, forgotten)
            case EvidenceLinked(kind="feedback", evidence=feedback):
                self.items.change(feedback, lambda row: linked(row, id))
            case _:
                self._go_on(fact)

    def _go_on(self, fact: Fact) -> None:
        """What the young person said or sent besides."""
        id = fact.originator_id
        match fact:
            case MoreSaid():
                self.items.change(id, lambda row: more_said(row, fact))
            case PictureAdded():
                self.items.change(id, lambda row: picture_added(row, fact))
            case NoActionProposed(provenance=provenance, why=why):
                self.items.change(
                    id, lambda row: replace(row, no_action_by=provenance.by, no_action_why=why)
                )
            case NoActionDeclined():
                self.items.change(id, lambda row: replace(row, no_action_by="", no_action_why=""))
            case SaidIfHeard(listened=listened):
                self.items.change(id, lambda row: replace(row, listened=listened))
            case _:
                pass

    def waiting(self, page: slice = EVERY) -> list[TriageItem]:
        """Not yet answered: unread before read, and of each the longest waiting first.

        Those who came by "Is someone hurting you?" stand first, whatever the others say. What came
        in a flood stands beneath all else that waits.
        """
        found: list[TriageItem] = []
        for of in _IN_ORDER:
            if page == EVERY or page.start < page.stop:
                found += self.items.where(order="received_at", page=page, **of)
            page = _after(page, 0 if page == EVERY else self.items.count(**of))
        return found

    def longest_unread(self, most: int) -> list[TriageItem]:
        """Those that nobody has read for longest."""
        return self.items.where(order="received_at", page=slice(0, most), status="waiting")

    def done(self, page: slice = EVERY) -> list[TriageItem]:
        """Answered, taken back or forgotten, the newest first."""
        return self.items.where(order="received_at", newest_first=True, page=page, status=DONE)

    def escalated(self) -> list[UUID]:
        """Those because of which a concern was escalated, without their words."""
        columns = self.items.table.c
        query = select(columns.id).where(columns.escalated_to > "")
        return [UUID(id) for (id,) in self.connection.execute(query)]

    def item(self, id: UUID) -> TriageItem | None:
        return self.items.get(id)

    def count(self, *status: Status) -> int:
        return self.items.count(status=status)
