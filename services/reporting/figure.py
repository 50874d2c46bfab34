"""Stating figures with their period and source, disputing them, and noting where two disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.period import PartialDate, Period
from events.reporting.figure import (
    DiscrepancyExplained,
    DiscrepancyFact,
    DiscrepancyNoted,
    FigureDisputed,
    FigureFact,
    FigureReported,
    RateDefined,
    RateFact,
    Value,
)
from services.ledger import Service, State, decides, opens
from services.refusals import Missing, Refusal


class UndefinedRate(Refusal):
    words = "A rate needs its definition: what is counted, out of what. Record that first."
    field = "definition"


class TwoTimes(Refusal):
    words = "A figure is for a period or as at a day, not both."
    field = "as_at"


@dataclass(frozen=True)
class Figure(State):
    """``value`` is none of what is no figure: a rate, a discrepancy."""

    value: Value | None = None


def evolve(figure: Figure | None, fact: FigureFact | DiscrepancyFact | RateFact) -> Figure:
    known = figure.value if figure else None
    match fact:
        case FigureReported(value=value):
            return Figure(fact.originator_id, fact.originator_version, value)
        case FigureDisputed() | DiscrepancyNoted() | DiscrepancyExplained() | RateDefined():
            return Figure(fact.originator_id, fact.originator_version, known)
        case _:
            assert_never(fact)


def report_figure(
    stream: UUID,
    provenance: Provenance,
    *,
    name: str,
    value: Value,
    unit: str,
    period: Period | None = None,
    as_at: PartialDate | None = None,
    definition: str = "",
    derived_from: tuple[UUID, ...] = (),
) -> FigureReported:
    """Raises ``UndefinedRate`` for a percentage without a definition, and ``TwoTimes``."""
    if not name:
        raise Missing("Say what the figure counts.", field="name")
    if unit in {"%", "per cent", "rate"} and not definition:
        raise UndefinedRate
    if period and as_at:
        raise TwoTimes
    return FigureReported(
        stream, 1, provenance, name, value, unit, period, as_at, definition, derived_from
    )


def dispute(figure: Figure, provenance: Provenance, *, by: str, why: str) -> FigureDisputed:
    if not by:
        raise Missing("Say which agency or role disputes it.", field="by")
    if not why:
        raise Missing("Say what is wrong with it.", field="why")
    return FigureDisputed(figure.id, figure.version + 1, provenance, by, why)


def define_rate(
    stream: UUID, provenance: Provenance, *, name: str, part: UUID, whole: UUID, definition: str
) -> RateDefined:
    """Raises ``UndefinedRate``, and ``Missing`` where both figures are the same."""
    if not name:
        raise Missing("Say what the rate is of.", field="name")
    if part == whole:
        raise Missing("Choose two different figures.", field="whole")
    if not definition:
        raise UndefinedRate
    return RateDefined(stream, 1, provenance, name, part, whole, definition)


def note_discrepancy(
    stream: UUID, provenance: Provenance, *, about: str, one: str, other: str, note: str = ""
) -> DiscrepancyNoted:
    if not (one and other):
        raise Missing("Give both statements as they stand in the sources.", field="one")
    return DiscrepancyNoted(stream, 1, provenance, about, one, other, note)


def explain_discrepancy(
    discrepancy: Figure, provenance: Provenance, *, how: str
) -> DiscrepancyExplained:
    """Both statements stay as they were made."""
    if not how:
        raise Missing("Say how it came about.", field="how")
    return DiscrepancyExplained(discrepancy.id, discrepancy.version + 1, provenance, how)


class FigureService(Service[Figure]):
    evolve = staticmethod(evolve)
    report = opens(report_figure)
    dispute = decides(dispute)
    define_rate = opens(define_rate)
    note_discrepancy = opens(note_discrepancy)
    explain_discrepancy = decides(explain_discrepancy)
