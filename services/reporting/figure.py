"""Stating figures with their period and source, disputing them, and noting where two disagree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, assert_never
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
)
from events.value import Value
from services.change import Change, Decided
from services.command import Service, command, opening_command
from services.refusals import Missing, Refusal, SomebodyElseWasFirst
from services.state import State


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


def evolve(state: Figure, fact: FigureFact | DiscrepancyFact | RateFact) -> Figure:
    match fact:
        case FigureReported(value=value):
            return replace(state, value=value)
        case FigureDisputed() | DiscrepancyNoted() | DiscrepancyExplained() | RateDefined():
            return state
        case _:
            assert_never(fact)


def report_figure(
    figure: Figure,
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
        *figure.next(provenance),
        name=name,
        value=value,
        unit=unit,
        period=period,
        as_at=as_at,
        definition=definition,
        derived_from=derived_from,
    )


def dispute(figure: Figure, provenance: Provenance, *, by: str, why: str) -> FigureDisputed:
    if not by:
        raise Missing("Say which agency or role disputes it.", field="by")
    if not why:
        raise Missing("Say what is wrong with it.", field="why")
    return FigureDisputed(*figure.next(provenance), by=by, why=why)


def define_rate(
    figure: Figure, provenance: Provenance, *, name: str, part: UUID, whole: UUID, definition: str
) -> RateDefined:
    """Raises ``UndefinedRate``, and ``Missing`` where both figures are the same."""
    if not name:
        raise Missing("Say what the rate is of.", field="name")
    if part == whole:
        raise Missing("Choose two different figures.", field="whole")
    if not definition:
        raise UndefinedRate
    return RateDefined(
        *figure.next(provenance), name=name, part=part, whole=whole, definition=definition
    )


def note_discrepancy(
    figure: Figure, provenance: Provenance, *, about: str, one: str, other: str, note: str = ""
) -> DiscrepancyNoted:
    if not (one and other):
        raise Missing("Give both statements as they stand in the sources.", field="one")
    return DiscrepancyNoted(*figure.next(provenance), about=about, one=one, other=other, note=note)


def explain_discrepancy(
    discrepancy: Figure, provenance: Provenance, *, how: str
) -> DiscrepancyExplained:
    """Both statements stay as they were made."""
    if not how:
        raise Missing("Say how it came about.", field="how")
    return DiscrepancyExplained(*discrepancy.next(provenance), how=how)


class FigureService(Service[Figure]):
    evolve = staticmethod(evolve)
    report = opening_command(report_figure)
    dispute = command(dispute)
    define_rate = opening_command(define_rate)
    note_discrepancy = opening_command(note_discrepancy)
    explain_discrepancy = command(explain_discrepancy)


def taking_in(stream: UUID, provenance: Provenance, *, value: Value, **said: Any) -> Change:
    """``stream`` is the newest figure of that name and time, or the one that would follow it."""

    def decide(figure: Figure) -> Decided:
        stated: FigureReported = report_figure(figure, provenance, value=value, **said)
        if not figure.version:
            return stated
        if figure.value != value:
            raise SomebodyElseWasFirst
        return ()

    return Change(stream, provenance, evolve, decide)
