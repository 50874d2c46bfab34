"""Defining rates, and noting and explaining statements that do not agree."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.reporting.figure import DiscrepancyExplained, DiscrepancyNoted, RateDefined
from services.refusals import Missing
from services.reporting.figure_state import Figure, UndefinedRate


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
