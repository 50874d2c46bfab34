"""Stating figures with their period and source, disputing them, and noting where two disagree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
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
from services.command import Service, command, opening_command
from services.refusals import AlreadyThere, Missing, NotFound, Refusal
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
class Statement:
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

    def checked(self) -> Statement:
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
    counts: Counts = "",
    published_in: str = "",
    out_of: Value | None = None,
    counted_by: str = "",
    stated_in: str = "",
    compared: tuple[Comparator, ...] = (),
    derived_from: tuple[UUID, ...] = (),
) -> FigureReported:
    """Raises what ``Statement.checked`` does."""
    said = Statement(
        name,
        value,
        unit,
        period,
        as_at,
        definition,
        counts,
        published_in,
        out_of,
        counted_by,
        stated_in,
        compared,
    ).checked()
    return FigureReported(*figure.next(provenance), **vars(said), derived_from=derived_from)


def correct(
    figure: Figure,
    provenance: Provenance,
    *,
    name: str,
    value: Value,
    unit: str,
    why: str,
    period: Period | None = None,
    as_at: PartialDate | None = None,
    definition: str = "",
    counts: Counts = "",
    published_in: str = "",
    out_of: Value | None = None,
    counted_by: str = "",
    stated_in: str = "",
    compared: tuple[Comparator, ...] = (),
) -> FigureCorrected:
    """The newest statement stands. Raises ``Withdrawn`` and what ``Statement.checked`` does."""
    _refuse_withdrawn(figure)
    if not why:
        raise Missing("Say what was wrong with it.", field="why")
    said = Statement(
        name,
        value,
        unit,
        period,
        as_at,
        definition,
        counts,
        published_in,
        out_of,
        counted_by,
        stated_in,
        compared,
    ).checked()
    return FigureCorrected(*figure.next(provenance), **vars(said), why=why)


def withdraw(figure: Figure, provenance: Provenance, *, why: str) -> FigureWithdrawn:
    """Raises ``Withdrawn`` where it is withdrawn already."""
    _refuse_withdrawn(figure)
    if not why:
        raise Missing("Say why it is withdrawn.", field="why")
    return FigureWithdrawn(*figure.next(provenance), why=why)


def headline(figure: Figure, provenance: Provenance, *, shown: bool) -> FigureHeadlined:
    """Raises ``AlreadyThere`` where that is so already."""
    _refuse_withdrawn(figure)
    if figure.headlined == shown:
        raise AlreadyThere
    return FigureHeadlined(*figure.next(provenance), shown=shown)


def _refuse_withdrawn(figure: Figure) -> None:
    if figure.value is None:
        raise NotFound
    if figure.withdrawn:
        raise Withdrawn


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
    correct = command(correct)
    withdraw = command(withdraw)
    headline = command(headline)
    dispute = command(dispute)
    define_rate = opening_command(define_rate)
    note_discrepancy = opening_command(note_discrepancy)
    explain_discrepancy = command(explain_discrepancy)
