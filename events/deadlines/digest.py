"""E-mails that list what is due: at most one per coordinator and day."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate


@dataclass(frozen=True)
class DigestSent(Fact):
    """Recorded before the letter goes out, so that nobody ever gets it twice."""

    TOPIC = "digest.sent"
    PERSONAL = frozenset()
    DAY = ""
    person: UUID
    day: PartialDate
    late: int
    due: int


DigestFact = DigestSent
