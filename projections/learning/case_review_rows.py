"""A case review as a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.period import PartialDate
from projections.engine.agreed_action import AgreedAction
from projections.engine.encryption import Personal


@dataclass(frozen=True)
class CaseStep:
    """One thing that happened; ``state`` is where the case stands since, if it moved."""

    what: str
    on: PartialDate | None
    words: str = ""
    state: str = ""


@dataclass(frozen=True)
class CaseRow:
    """``details`` are for those who work on it alone. No child is named in any of it."""

    id: UUID
    reference: str
    label: str
    details: Personal
    aware_on: PartialDate | None
    to_notify: bool
    demo: bool
    source: str
    recorded: int
    state: str = "considered"
    topics: tuple[str, ...] = ()
    steps: tuple[CaseStep, ...] = ()
    recommendations: tuple[str, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    impacts: tuple[str, ...] = ()

    @property
    def open_actions(self) -> tuple[AgreedAction, ...]:
        return tuple(action for action in self.actions if not action.result)

    def has(self, topic: str) -> bool:
        """Whether something of that name happened, such as ``review_published``."""
        return f"case.{topic}" in self.topics

    def without_details(self) -> CaseRow:
        return replace(self, details="")
