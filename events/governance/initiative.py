"""Initiatives of a partnership: campaigns, projects and other work that it records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact
from events.period import PartialDate

InitiativeKind = Literal[
    "strategy",
    "practice tool",
    "event",
    "campaign",
    "programme",
    "website",
    "protocol",
    "commissioned work",
    "newsletter",
    "learning",
    "assurance report",
    "group",
    "statement",
]

Status = Literal["planned", "under way", "in place", "launched", "revised", "ended", "as stated"]


@dataclass(frozen=True)
class InitiativeRecorded(Fact):
    """A strategy, tool, event or other piece of work, in the state it was in."""

    TOPIC = "partnership.initiative_recorded"
    PERSONAL = frozenset()
    DAY = ""
    kind: InitiativeKind
    name: str
    status: Status
    detail: str
    due: PartialDate | None

    @property
    def true_on(self) -> PartialDate | None:
        """A plan is true from when it was told, and not only from the day that it is for."""
        if self.status != "planned":
            return super().true_on
        return None if self.provenance.document else self.recorded_on
