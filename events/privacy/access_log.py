"""The access log: to open a child's words, an escalation, the queue or an export is a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact

Looked = Literal["words", "escalation", "queue", "people", "export", "group", "evidence"]


@dataclass(frozen=True)
class LookedAt(Fact):
    """``subject`` is what was opened; for a queue or an export, the partnership itself."""

    TOPIC = "looking.looked"
    PERSONAL = frozenset()
    subject: UUID
    what: Looked


@dataclass(frozen=True)
class DetailsOpened(Fact):
    """``subject`` is the case review whose sealed details were opened."""

    TOPIC = "looking.details_opened"
    PERSONAL = frozenset()
    subject: UUID


LookingFact = LookedAt | DetailsOpened
