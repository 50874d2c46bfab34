"""Retention: how long words are kept, by kind and outcome, and what is kept for longer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate

RetainedOutcome = Literal["we will", "we did", "we could not", "no answer"]


@dataclass(frozen=True)
class RetentionSet(Fact):
    """``months`` after its first answer (``no answer``: after it came) words may be forgotten.

    0 months: they are kept until somebody asks.
    """

    TOPIC = "retention.set"
    PERSONAL = frozenset()
    kind: Literal["feedback"]
    outcome: RetainedOutcome
    months: int


@dataclass(frozen=True)
class RetentionExtended(Fact):
    """Kept until another day than the period says, and why. No clock starts again silently."""

    TOPIC = "retention.extended"
    PERSONAL = frozenset({"why"})
    DAY = ""
    subject: UUID
    until: PartialDate
    why: str


RetentionFact = RetentionSet | RetentionExtended
