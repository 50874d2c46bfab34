"""Stating figures with their period and source, and noting where two sources disagree."""

from __future__ import annotations

from typing import assert_never
from uuid import UUID

from events.fact import Told
from events.figure import DiscrepancyFact, DiscrepancyNoted, FigureFact, FigureReported, Value
from events.period import PartialDate, Period
from services.ledger import Service, State, opens
from services.refusals import Missing, Refusal


class UndefinedRate(Refusal):
    words = "A rate needs its definition: what is counted, out of what. Record that first."
    field = "definition"


class TwoTimes(Refusal):
    words = "A figure is for a period or as at a day, not both."
    field = "as_at"


def evolve(figure: State | None, fact: FigureFact | DiscrepancyFact) -> State:
    match fact:
        case FigureReported() | DiscrepancyNoted():
            return State(fact.originator_id, fact.originator_version)
        case _:
            assert_never(fact)


def report_figure(
    stream: UUID,
    told: Told,
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
        stream, 1, told, name, value, unit, period, as_at, definition, derived_from
    )


def note_discrepancy(
    stream: UUID, told: Told, *, about: str, one: str, other: str, note: str = ""
) -> DiscrepancyNoted:
    if not (one and other):
        raise Missing("Give both statements as they stand in the sources.", field="one")
    return DiscrepancyNoted(stream, 1, told, about, one, other, note)


class FigureService(Service[State]):
    evolve = staticmethod(evolve)
    report = opens(report_figure)
    note_discrepancy = opens(note_discrepancy)
