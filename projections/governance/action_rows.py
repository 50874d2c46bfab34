"""An agreed action as a row: where it was agreed, its due days, what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from events.period import PartialDate

Where = Literal["decision", "audit", "meeting", "review"]


@dataclass(frozen=True)
class Source:
    """Where actions are agreed, by its name."""

    id: UUID
    kind: Where
    title: str
    demo: bool


@dataclass(frozen=True)
class Note:
    text: str
    on: PartialDate


@dataclass(frozen=True)
class Tracked:
    """``first_due`` is the day first agreed, ``due`` the day now; ``result`` empty until done."""

    key: str
    kind: Where
    subject: UUID
    action: str
    text: str
    owner: str
    due: PartialDate | None
    first_due: PartialDate | None
    agreed_on: PartialDate
    title: str
    demo: bool
    result: str = ""
    done_on: PartialDate | None = None
    notes: tuple[Note, ...] = ()
    moved_why: tuple[Note, ...] = ()
    impacts: tuple[Note, ...] = ()

    def standing(self, today: date) -> Literal["done", "late", "open", "no day set"]:
        """Where it stands on a day: late once the last day it can mean has gone by."""
        if self.result:
            return "done"
        if self.due is None:
            return "no day set"
        return "late" if self.due.last < today else "open"

    def was_late(self) -> bool:
        """Whether it was done after its day."""
        return bool(self.due and self.done_on and self.done_on.first > self.due.last)


def by_day(row: Tracked) -> tuple[str, str]:
    return (row.due.last.isoformat() if row.due else "9999", row.key)
