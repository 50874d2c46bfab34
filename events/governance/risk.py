"""Risks, challenges and escalations, and what was done about each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact

RiskKind = Literal["risk", "challenge", "escalation"]
Level = Literal["low", "medium", "high", "not rated"]


@dataclass(frozen=True)
class RiskRaised(Fact):
    """``raised_by`` and ``owner`` are agencies, groups or roles, never a child or a family."""

    TOPIC = "risk.raised"
    PERSONAL = frozenset()
    kind: RiskKind
    title: str
    detail: str
    raised_by: str
    owner: str
    level: Level


@dataclass(frozen=True)
class RiskReviewed(Fact):
    """Looked at again: how high it is now, and what is being done about it."""

    TOPIC = "risk.reviewed"
    PERSONAL = frozenset()
    level: Level
    done: str


@dataclass(frozen=True)
class RiskClosed(Fact):
    TOPIC = "risk.closed"
    PERSONAL = frozenset()
    how: str


RiskFact = RiskRaised | RiskReviewed | RiskClosed
