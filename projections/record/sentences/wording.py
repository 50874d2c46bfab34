"""The words that every sentence is made with."""

from __future__ import annotations

from events.fact import Fact
from events.period import PartialDate, Period


def day(stated: PartialDate | None) -> str:
    return f" on {stated}" if stated else ", on a day the source does not state"


def due(stated: PartialDate | None) -> str:
    return f" by {stated}" if stated else ", with no day set"


def within(period: Period | None) -> str:
    return f" ({period})" if period else ""


def own_day(fact: Fact) -> PartialDate | None:
    """The day of what was told here; none where a document tells it, even if it gives a day."""
    return None if fact.provenance.document else fact.on


def outside(by: str, on: PartialDate | None) -> str:
    """That somebody outside this service agreed, as staff recorded. Empty where nobody did."""
    if not by:
        return ""
    return f" Agreed by {by}{day(on)}, outside this service, as recorded by staff here."
