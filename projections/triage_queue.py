"""What young people said, for those who read it: what waits, what was done with each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from sqlalchemy import select

from events.decision import EvidenceLinked
from events.fact import Fact
from events.feedback import (
    ConcernEscalated,
    FeedbackAnswered,
    FeedbackPassedOn,
    FeedbackRead,
    FeedbackSubmitted,
    FeedbackTakenBack,
    ThemeGiven,
)
from events.forgetting import ForgettingConfirmed
from projections.projection import Projection
from projections.rows import TableOf
from projections.sealing import Personal

Status = Literal["waiting", "read", "passed on", "answered", "taken back", "forgotten"]
NEEDS_SOMEBODY: tuple[Status, ...] = ("waiting", "read", "passed on")
DONE: tuple[Status, ...] = ("answered", "taken back", "forgotten")
EVERY = slice(None)


@dataclass(frozen=True)
class Item:
    """One submission; words are gone once taken back.

    ``received_at``, ``read_at`` and ``red_at`` (when a concern was first escalated) are ISO 8601
    in UTC.
    """

    id: UUID
    received_at: str
    channel: str
    feeling: str
    about: str
    words: Personal
    age_band: str
    wants_answer: bool
    demo: bool
    status: Status = "waiting"
    theme: str = ""
    passed_to: str = ""
    escalated_to: str = ""
    escalated_at: str = ""
    reference: Personal = ""
    outcome: str = ""
    reply: Personal = ""
    decisions: tuple[UUID, ...] = ()
    read_at: str = ""
    red_at: str = ""

    @property
    def needs_somebody(self) -> bool:
        return self.status in NEEDS_SOMEBODY

    def without_words(self) -> Item:
        """The same with the words and the reference closed."""
        return replace(self, words="", reference="")


class TriageQueue(Projection):
    name = "triage_queue"
    version = 3
    items = TableOf(Item, index=(("status", "received_at"), "received_at", "escalated_to"))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case FeedbackSubmitted():
                self.items.put(_waiting(fact))
            case FeedbackRead():
                self.items.change(id, lambda row: _read(row, _moment(fact)))
            case ThemeGiven(theme=theme):
                self.items.change(id, lambda row: replace(row, theme=theme))
            case FeedbackPassedOn(to=to):
                self.items.change(id, lambda row: replace(_further(row, "passed on"), passed_to=to))
            case ConcernEscalated(to=to, escalated_at=at, reference=reference):
                self.items.change(
                    id,
                    lambda row: replace(
                        row,
                        escalated_to=to,
                        escalated_at=at,
                        reference=reference,
                        red_at=row.red_at or _moment(fact),
                    ),
                )
            case FeedbackAnswered():
                self.items.change(id, lambda row: _answered(row, fact))
            case FeedbackTakenBack():
                self.items.change(id, lambda row: replace(row, status="taken back", words=""))
            case ForgettingConfirmed(subject=subject):
                self.items.change(subject, _forgotten)
            case EvidenceLinked(kind="feedback", evidence=feedback):
                self.items.change(feedback, lambda row: _linked(row, id))
            case _:
                pass

    def waiting(self, page: slice = EVERY) -> list[Item]:
        """Not yet answered, the longest waiting first, unread before read."""
        unread = self.items.count(status="waiting")
        found = self._of("waiting", page)
        if page != EVERY:
            start, stop = max(0, page.start - unread), page.stop - unread
            page = slice(start, max(start, stop))
        return found + self._of(("read", "passed on"), page)

    def _of(self, status: str | tuple[str, ...], page: slice) -> list[Item]:
        if page != EVERY and page.start >= page.stop:
            return []
        return self.items.where(order="received_at", page=page, status=status)

    def longest_unread(self, most: int) -> list[Item]:
        """Those that nobody has read for longest."""
        return self.items.where(order="received_at", page=slice(0, most), status="waiting")

    def done(self, page: slice = EVERY) -> list[Item]:
        """Answered, taken back or forgotten, the newest first."""
        return self.items.where(order="received_at", newest_first=True, page=page, status=DONE)

    def escalated(self) -> list[UUID]:
        """Those because of which a concern was escalated, without their words."""
        columns = self.items.table.c
        query = select(columns.id).where(columns.escalated_to > "")
        return [UUID(id) for (id,) in self.connection.execute(query)]

    def item(self, id: UUID) -> Item | None:
        return self.items.get(id)

    def count(self, *status: Status) -> int:
        return self.items.count(status=status)


_ORDER: tuple[Status, ...] = (
    "waiting", "read", "passed on", "answered", "taken back", "forgotten",
)  # fmt: skip


def _waiting(fact: FeedbackSubmitted) -> Item:
    return Item(
        fact.originator_id,
        _moment(fact),
        fact.channel,
        fact.feeling,
        fact.about,
        fact.words,
        fact.age_band,
        fact.wants_answer,
        fact.demo,
    )


def _forgotten(row: Item) -> Item:
    """What stays can be counted: when it came, about what, its theme and outcome."""
    status: Status = "taken back" if row.status == "taken back" else "forgotten"
    return replace(row, status=status, words="", reference="", reply="")


def _read(row: Item, at: str) -> Item:
    return replace(_further(row, "read"), read_at=row.read_at or at)


def _moment(fact: Fact) -> str:
    return fact.recorded_at.isoformat(timespec="seconds")


def _further(row: Item, status: Status) -> Item:
    return replace(row, status=max(row.status, status, key=_ORDER.index))


def _linked(row: Item, decision: UUID) -> Item:
    return replace(row, decisions=tuple(dict.fromkeys((*row.decisions, decision))))


def _answered(row: Item, fact: FeedbackAnswered) -> Item:
    row = replace(_further(row, "answered"), outcome=fact.outcome, reply=fact.reply)
    return _linked(row, fact.decision) if fact.decision else row
