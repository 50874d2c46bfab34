"""A draft of a yearly report: named and dated otherwise, thrown away, brought back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact
from events.period import Period

Ruleset = Literal["Working Together 2018", "Working Together 2023", "Working Together 2026"]


@dataclass(frozen=True)
class ReportDraftChanged(Fact):
    """Its title, its period and its guidance from now on. Its address stays."""

    TOPIC = "report.draft_changed"
    PERSONAL = frozenset()
    DAY = ""
    title: str
    period: Period | None
    ruleset: Ruleset


@dataclass(frozen=True)
class ReportThrownAway(Fact):
    """A draft that nobody wants. What it drew on stays in the record."""

    TOPIC = "report.thrown_away"
    PERSONAL = frozenset()
    why: str


@dataclass(frozen=True)
class ReportBroughtBack(Fact):
    """A draft that was thrown away is there again, as it was."""

    TOPIC = "report.brought_back"
    PERSONAL = frozenset()


ReportDraftFact = ReportDraftChanged | ReportThrownAway | ReportBroughtBack
