"""What is remembered of a figure, a rate or a discrepancy, and what is said of a figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from events.period import PartialDate, Period
from events.reporting.figure import (
    Comparator,
    Counts,
    DiscrepancyExplained,
    DiscrepancyFact,
    DiscrepancyNoted,
    FigureCorrected,
    FigureDisputed,
    FigureFact,
    FigureHeadlined,
    FigureReported,
    FigureWithdrawn,
    RateDefined,
    RateFact,
)
from events.value import PER_CENT, Value
from services.refusals import Missing, Refusal
from services.state import State


class UndefinedRate(Refusal):
    words = "A rate needs its definition: what is counted, out of what. Record that first."
    field = "definition"


class TwoTimes(Refusal):
    words = "A figure is for a period or as at a day, not both."
    field = "as_at"


class Withdrawn(Refusal):
    words = "This figure was withdrawn. State it again if it holds after all."


@dataclass(frozen=True)
class Figure(State):
    """``value`` is none of what is no figure: a rate, a discrepancy."""

    value: Value | None = None
    withdrawn: bool = False
    headlined: bool = False


def evolve(state: Figure, fact: FigureFact | DiscrepancyFact | RateFact) -> Figure:
    match fact:
        case FigureReported(value=value) | FigureCorrected(value=value):
            return replace(state, value=value)
        case FigureWithdrawn():
            return replace(state, withdrawn=True, headlined=False)
        case FigureHeadlined(shown=shown):
            return replace(state, headlined=shown)
        case FigureDisputed() | DiscrepancyNoted() | DiscrepancyExplained() | RateDefined():
            return state
        case _:
            assert_never(fact)


@dataclass(frozen=True)
class FigureStatement:
    """What is said of a figure, whether it is stated for the first time or put right."""

    name: str
    value: Value
    unit: str
    period: Period | None
    as_at: PartialDate | None
    definition: str
    counts: Counts
    published_in: str
    out_of: Value | None
    counted_by: str
    stated_in: str
    compared: tuple[Comparator, ...]

    def checked(self) -> FigureStatement:
        """Raises ``UndefinedRate`` for a percentage without a definition, and ``TwoTimes``."""
        if not self.name:
            raise Missing("Say what the figure counts.", field="name")
        if (self.unit in PER_CENT | {"rate"} or self.value.kind == "percentage") and (
            not self.definition
        ):
            raise UndefinedRate
        if self.period and self.as_at:
            raise TwoTimes
        if self.counts == "published" and not self.published_in:
            raise Missing("Say where it is published already.", field="published_in")
        return self
