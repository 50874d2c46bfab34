"""Audits of any kind: how agencies rate themselves, what is found, what is agreed and done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact
from events.period import PartialDate, Period

AuditKind = Literal[
    "Section 11", "Section 175", "multi-agency", "line of sight", "case", "scrutiny", "peer review"
]
Rating = Literal["green", "amber", "red", "not rated"]


@dataclass(frozen=True)
class AuditOpened(Fact):
    TOPIC = "audit.opened"
    PERSONAL = frozenset()
    kind: AuditKind
    title: str
    agencies: tuple[str, ...]
    reviewer: str
    period: Period | None
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
    | StandardRated
    | AuditFindingMade
    | AuditActionAgreed
    | AuditActionCompleted
    | AuditClosed
)
