"""Figures as they are stated, with their own period, definition and source; and contradictions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate, Period
from events.value import Value

Counts = Literal["", "no", "yes", "published"]  # children or young people who could be recognised
ComparedWith = Literal["the period before", "England", "similar areas"]


@dataclass(frozen=True)
class Comparator:
    """The same figure elsewhere, or before, as its source states it."""

    with_what: ComparedWith
    value: Value


@dataclass(frozen=True)
class FigureReported(Fact):
    """A figure with its own period or as-at day, either of which may be unstated.

    ``counts`` answers whether it counts children or young people who could be recognised; empty
    where nobody was asked yet. ``published_in`` says where it is public already, ``out_of`` how
    many a percentage or a rate is out of, ``counted_by`` who counted.
    """

    TOPIC = "figure.reported"
    PERSONAL = frozenset()
    name: str
    value: Value
    unit: str
    period: Period | None
    as_at: PartialDate | None
    definition: str
    derived_from: tuple[UUID, ...]
    counts: Counts = ""
    published_in: str = ""
    out_of: Value | None = None
    counted_by: str = ""
    stated_in: str = ""
    compared: tuple[Comparator, ...] = ()

    @property
    def stated_on(self) -> PartialDate | None:
        """The day it is as at, else the end of its period."""
        return self.as_at or (self.period.end if self.period else None)


@dataclass(frozen=True)
class FigureCorrected(Fact):
    """The figure as it should have been stated: it replaces what was stated, which stays on record.

    ``why`` says what was wrong. A report that was final by then keeps what it said.
    """

    TOPIC = "figure.corrected"
    PERSONAL = frozenset()
    name: str
    value: Value
    unit: str
    period: Period | None
    as_at: PartialDate | None
    definition: str
    why: str
    counts: Counts = ""
    published_in: str = ""
    out_of: Value | None = None
    counted_by: str = ""
    stated_in: str = ""
    compared: tuple[Comparator, ...] = ()

    @property
    def stated_on(self) -> PartialDate | None:
        """The day it is as at, else the end of its period."""
        return self.as_at or (self.period.end if self.period else None)


@dataclass(frozen=True)
class FigureWithdrawn(Fact):
    """A figure that stands in no report any more, but for those that were final by then."""

    TOPIC = "figure.withdrawn"
    PERSONAL = frozenset()
    why: str


@dataclass(frozen=True)
class FigureHeadlined(Fact):
    """Whether the figure is one of the few that open the report of its period."""

    TOPIC = "figure.headlined"
    PERSONAL = frozenset()
    shown: bool


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


FigureFact = FigureReported | FigureDisputed | FigureCorrected | FigureWithdrawn | FigureHeadlined
StatedFigure = FigureReported | FigureCorrected
DiscrepancyFact = DiscrepancyNoted | DiscrepancyExplained
RateFact = RateDefined
