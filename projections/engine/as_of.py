"""Where one stands in the record: at what was known by then, at what was in force on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from events.fact import Fact, Told
from events.governance.decision import DecisionMade
from events.governance.partnership import InitiativeRecorded, PartnershipRegistered
from events.learning.national_learning import ReviewCountStated
from events.learning.training_totals import TrainingTotalsReported
from events.period import PartialDate, Period
from events.reporting.figure import FigureReported
from events.reporting.report import ReportDrafted
from projections.entries.entry import document_of

_DAYS = (
    "published_on", "presented_on", "approved_on", "sent_on", "held_on", "visited_on",
    "starts_on", "ends_on", "made_on", "as_at", "notified_on", "aware_on", "started_on",
    "completed_on", "replied_on", "commissioned_on", "agreed_on", "signed_on", "closed_on",
)  # fmt: skip
_TRUE_AT_THE_END = (FigureReported, ReportDrafted, ReviewCountStated, TrainingTotalsReported)


@dataclass(frozen=True)
class Standing:
    """Up to which position the record is known, and on which day it is to be in force.

    ``in_force`` is none where facts of any day count.
    """

    position: int
    in_force: date | None = None

    def holds(self, fact: Fact) -> bool:
        """Whether a fact that is known counts: what no source gives a day for always does."""
        if self.in_force is None:
            return True
        day = day_of(fact)
        return day is None or day.first <= self.in_force


def day_of(fact: Fact) -> PartialDate | None:
    """The day a fact is true for: as told, else the day it states itself.

    What happened here happened when it was recorded; a document may state no day: then none.
    A plan is true from when it was told, and not only from the day that it is for.
    That a partnership joined Earshot on a day says nothing about since when there is one.
    """
    if isinstance(fact, InitiativeRecorded) and fact.status == "planned":
        return None if document_of(fact) else replace(fact, told=_undated(fact)).on
    stated = fact.told.effective_on or _stated(fact)
    undated = document_of(fact) or isinstance(fact, PartnershipRegistered)
    return stated or (None if undated else fact.on)


def _undated(fact: Fact) -> Told:
    return replace(fact.told, effective_on=None)


def _stated(fact: Fact) -> PartialDate | None:
    if isinstance(fact, DecisionMade):
        return fact.effective_on or fact.made_on
    for name in _DAYS:
        day = getattr(fact, name, None)
        if isinstance(day, PartialDate):
            return day
    period = getattr(fact, "period", None)
    if isinstance(period, Period):
        return period.end if isinstance(fact, _TRUE_AT_THE_END) else period.start
    return None
