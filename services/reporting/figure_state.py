"""What is remembered of a figure, a rate or a discrepancy, and what is said of a figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypedDict, Unpack, assert_never

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
    words = "A percentage or a rate needs its definition. Write what is counted, out of what."
    field = "definition"


class TwoTimes(Refusal):
    words = "A figure is for a period or as at a day, not both."
    field = "as_at"


class Withdrawn(Refusal):
    words = "This figure was withdrawn. State it again if it holds after all."


@dataclass(frozen=True)
class Figure(State):
    """``value`` is None for a rate and for a discrepancy, which are no figures."""

    value: Value | None = None
    compared: tuple[Comparator, ...] = ()
    withdrawn: bool = False
    headlined: bool = False


def evolve(state: Figure, fact: FigureFact | DiscrepancyFact | RateFact) -> Figure:
    match fact:
        case FigureReported() | FigureCorrected():
            return replace(state, value=fact.value, compared=fact.compared)
        case FigureWithdrawn():
            return replace(state, withdrawn=True, headlined=False)
        case FigureHeadlined(shown=shown):
            return replace(state, headlined=shown)
        case FigureDisputed() | DiscrepancyNoted() | DiscrepancyExplained() | RateDefined():
            return state
        case _:
            assert_never(fact)


class _Needed(TypedDict):
    name: str
    value: Value
    unit: str


class FigureStatement(_Needed, total=False):
    """What is said of a figure, whether it is stated for the first time or put right.

    What is left out is unknown. The fields are those of ``FigureReported``.
    """

    period: Period | None
    as_at: PartialDate | None
    definition: str
    counts: Counts
    published_in: str
    out_of: Value | None
    counted_by: str
    stated_in: str
    compared: tuple[Comparator, ...]


def checked(**said: Unpack[FigureStatement]) -> dict[str, Any]:
    """The fields of a fact that says this.

    Raises ``Missing``, ``TwoTimes``, and ``UndefinedRate`` for a percentage without a definition.
    """
    definition, period, as_at = said.get("definition"), said.get("period"), said.get("as_at")
    if not said["name"]:
        raise Missing("Say what the figure counts.", field="name")
    is_rate = said["unit"] in PER_CENT | {"rate"} or said["value"].kind == "percentage"
    if is_rate and not definition:
        raise UndefinedRate
    if period and as_at:
        raise TwoTimes
    if said.get("counts") == "published" and not said.get("published_in"):
        raise Missing("Say where it is published already.", field="published_in")
    return {**said, "period": period, "as_at": as_at, "definition": definition or ""}
