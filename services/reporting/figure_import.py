"""One row of a table of figures: stated for the first time, or corrected by a later table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from events.fact import Provenance
from events.value import Value
from services.change import Change, Decided
from services.reporting.figure import correct, report_figure
from services.reporting.figure_state import Figure, evolve

_LATER_TABLE = "A table that was brought in later says otherwise."


def taking_in(stream: UUID, provenance: Provenance, *, value: Value, **said: Any) -> Change:
    """A row of a table: a figure of that name and time is stated once, then put right."""

    def decide(figure: Figure) -> Decided:
        if not figure.version:
            return report_figure(figure, provenance, value=value, **said)
        if figure.value == value:
            return ()
        return correct(figure, provenance, value=value, why=_LATER_TABLE, **said)

    return Change(stream, provenance, evolve, decide)
