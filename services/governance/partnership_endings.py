"""Ending a priority, a development area, a period declared by mistake, or what began before."""

from __future__ import annotations

from dataclasses import replace

from events.fact import Provenance
from events.governance.partnership import PeriodWithdrawn
from events.governance.priority import DevelopmentAreaClosed, PriorityEnded
from events.period import PartialDate, Period
from services.governance.partnership_state import Partnership
from services.refusals import Missing, NotFound, Refusal


class EndsBeforeItStarts(Refusal):
    words = "It can't end before it starts. Look at both days again."
    field = "until"


def ending(provenance: Provenance, until: PartialDate) -> Provenance:
    """Who tells the end of what began with ``provenance``. Raises ``EndsBeforeItStarts``."""
    start = provenance.effective_on
    if start and until.last < start.first:
        raise EndsBeforeItStarts
    return replace(provenance, effective_on=until, is_day_unknown=False)


def end_priority(
    partnership: Partnership, provenance: Provenance, *, priority: str, label: str, why: str
) -> PriorityEnded:
    """Raises ``NotFound`` where no such priority is in force."""
    if priority not in partnership.priorities - partnership.ended:
        raise NotFound("That priority is not in force. Choose one of the list.", field="priority")
    _needed(why, "Say why it ends, such as: reached, or replaced by another.")
    return PriorityEnded(*partnership.next(provenance), priority=priority, label=label, why=why)


def close_development_area(
    partnership: Partnership, provenance: Provenance, *, label: str, why: str
) -> DevelopmentAreaClosed:
    """Raises ``NotFound`` where no such aim is open."""
    if label not in partnership.aims:
        raise NotFound("That aim is not open. Choose one of the list.", field="label")
    _needed(why, "Say what was reached, or why it is given up.")
    return DevelopmentAreaClosed(*partnership.next(provenance), label=label, why=why)


def withdraw_period(
    partnership: Partnership, provenance: Provenance, *, label: str, period: Period | None, why: str
) -> PeriodWithdrawn:
    """Reports that were drafted for it stay as they are. Raises ``NotFound``."""
    if (label, period) not in partnership.periods:
        raise NotFound("That period is not declared. Choose one of the list.", field="period")
    _needed(why, "Say why it is withdrawn.")
    return PeriodWithdrawn(*partnership.next(provenance), label=label, period=period, why=why)


def _needed(why: str, words: str) -> None:
    if not why:
        raise Missing(words, field="why")
