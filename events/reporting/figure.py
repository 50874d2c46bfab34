"""Figures as they are stated, with their own period, definition and source; and contradictions."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate, Period
from events.value import Value


@dataclass(frozen=True)
class FigureReported(Fact):
    """A figure with its own period or as-at day, either of which may be unstated."""

    TOPIC = "figure.reported"
    PERSONAL = frozenset()
    name: str
    value: Value
    unit: str
    period: Period | None
    as_at: PartialDate | None
    definition: str
    derived_from: tuple[UUID, ...]

    @property
    def stated_on(self) -> PartialDate | None:
        """The day it is as at, else the end of its period."""
        return self.as_at or (self.period.end if self.period else None)


@dataclass(frozen=True)
class DiscrepancyNoted(Fact):
    """Two statements in the sources that do not agree; both are kept as stated."""

    TOPIC = "figure.discrepancy_noted"
    PERSONAL = frozenset()
    about: str
    one: str
    other: str
    note: str


@dataclass(frozen=True)
class DiscrepancyExplained(Fact):
    """How two statements came not to agree, once that is known; both stay as stated."""

    TOPIC = "figure.discrepancy_explained"
    PERSONAL = frozenset()
    how: str


@dataclass(frozen=True)
class FigureDisputed(Fact):
    """Somebody says that a figure is wrong; ``by`` is an agency or a role."""

    TOPIC = "figure.disputed"
    PERSONAL = frozenset()
    by: str
    why: str


@dataclass(frozen=True)
class RateDefined(Fact):
    """What may be divided by what, and what is counted in each: only then is a rate shown."""

    TOPIC = "figure.rate_defined"
    PERSONAL = frozenset()
    name: str
    part: UUID
    whole: UUID
    definition: str


FigureFact = FigureReported | FigureDisputed
DiscrepancyFact = DiscrepancyNoted | DiscrepancyExplained
RateFact = RateDefined
