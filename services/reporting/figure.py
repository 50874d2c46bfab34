"""Stating figures with their period and source, putting them right, withdrawing them."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

from events.fact import Provenance
from events.reporting.figure import (
    FigureCorrected,
    FigureDisputed,
    FigureHeadlined,
    FigureReported,
    FigureWithdrawn,
)
from services.command import Service, command, opening_command
from services.refusals import AlreadyThere, Missing, NotFound
from services.reporting.figure_state import Figure, FigureStatement, Withdrawn, checked, evolve
from services.reporting.rates_and_discrepancies import (
    define_rate,
    explain_discrepancy,
    note_discrepancy,
)


def report_figure(
    figure: Figure,
    provenance: Provenance,
    *,
    derived_from: tuple[UUID, ...] = (),
    **said: Unpack[FigureStatement],
) -> FigureReported:
    """Raises what ``checked`` does."""
    return FigureReported(*figure.next(provenance), **checked(**said), derived_from=derived_from)


def correct(
    figure: Figure, provenance: Provenance, *, why: str, **said: Unpack[FigureStatement]
) -> FigureCorrected:
    """The newest statement stands. It keeps the figures compared, unless it gives others.

    Raises ``Withdrawn``, ``NotFound``, ``Missing``, and what ``checked`` does.
    """
    _refuse_withdrawn(figure)
    if not why:
        raise Missing("Say what was wrong with it.", field="why")
    stated = {"compared": figure.compared, **checked(**said)}
    return FigureCorrected(*figure.next(provenance), **stated, why=why)


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
