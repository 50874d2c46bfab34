"""One row of a table of figures: stated anew where the record says something else now."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from events.fact import Provenance
from events.reporting.figure import FigureReported
from events.value import Value
from services.ledger import Change, Decided
from services.refusals import SomebodyElseWasFirst
from services.reporting.figure import Figure, evolve, report_figure


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
