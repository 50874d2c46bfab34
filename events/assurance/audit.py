"""Audits of any kind: how agencies rate themselves, what is found, what is agreed and done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate, Period

AuditKind = Literal[
    "Section 11", "Section 175", "multi-agency", "line of sight", "case", "scrutiny", "peer review"
]
ProgrammeKind = Literal[
    "Section 11",
    "Section 175/157",
    "multi-agency case audit",
    "line of sight",
    "single-agency assurance report",
    "scrutiny exercise",
    "peer review",
]
Rating = Literal["green", "amber", "red", "not rated"]


@dataclass(frozen=True)
class AuditOpened(Fact):
    TOPIC = "audit.opened"
    PERSONAL = frozenset()
    DAY = "period"
    kind: AuditKind
    title: str
    agencies: tuple[str, ...]
    reviewer: str
    period: Period | None
    note: str
    demo: bool


@dataclass(frozen=True)
class ToolVersion:
    """The version of an audit tool that an audit asks its agencies to fill in."""

    tool: UUID
    number: int


@dataclass(frozen=True)
class AuditBegun(Fact):
    TOPIC = "audit.begun"
    PERSONAL = frozenset()
    DAY = "period"
    kind: ProgrammeKind
    title: str
    subject: str
    agencies: tuple[str, ...]
    reviewer: str
    asks: ToolVersion | None
    earlier: UUID | None
    period: Period | None
    due: PartialDate | None
    note: str
    demo: bool


@dataclass(frozen=True)
class StandardRated(Fact):
    TOPIC = "audit.standard_rated"
    PERSONAL = frozenset()
    agency: str
    standard: str
    rating: Rating
    why: str


@dataclass(frozen=True)
class AuditFindingMade(Fact):
    """What was found: good practice counts as much as what must get better."""

    TOPIC = "audit.finding_made"
    PERSONAL = frozenset()
    kind: Literal["good practice", "to improve"]
    finding: str


@dataclass(frozen=True)
class AuditActionAgreed(Fact):
    TOPIC = "audit.action_agreed"
    PERSONAL = frozenset()
    DAY = ""
    action: str
    text: str
    owner: str
    due: PartialDate | None


@dataclass(frozen=True)
class AuditActionCompleted(Fact):
    TOPIC = "audit.action_completed"
    PERSONAL = frozenset()
    action: str
    result: str


@dataclass(frozen=True)
class AuditClosed(Fact):
    TOPIC = "audit.closed"
    PERSONAL = frozenset()
    conclusion: str


AuditFact = (
    AuditOpened
    | AuditBegun
    | StandardRated
    | AuditFindingMade
    | AuditActionAgreed
    | AuditActionCompleted
    | AuditClosed
)
