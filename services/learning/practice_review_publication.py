"""Publication of a practice review: planned, deferred, done; and the full report to the Panel."""

from __future__ import annotations

from events.deadlines.deadline import ClockStart, DeadlineSet
from events.fact import Provenance
from events.learning.practice_review import (
    FullReportSent,
    PublicationDeferred,
    PublicationPlanned,
    ReviewPublished,
)
from events.period import PartialDate
from events.working_days import ENGLAND, Calendar
from services.deadlines.deadline import deadline
from services.learning.case_review_days import needed, sensible
from services.learning.case_review_state import Case, DoneBefore, commissioned, once, still_open


def plan_publication(
    case: Case, provenance: Provenance, *, planned_on: PartialDate, calendar: Calendar = ENGLAND
) -> tuple[PublicationPlanned | DeadlineSet, ...]:
    """The full report is due 7 working days earlier; a later plan takes the place of this one."""
    unpublished(case)
    on = sensible(planned_on, "planned_on", case.aware_on)
    planned = PublicationPlanned(*case.next(provenance), planned_on=on)
    return (planned, *_copies(case, provenance, on, calendar))


def send_full_report(case: Case, provenance: Provenance, *, sent_on: PartialDate) -> FullReportSent:
    commissioned(case)
    on = sensible(sent_on, "sent_on", case.aware_on)
    return FullReportSent(*once(case, FullReportSent).next(provenance), sent_on=on)


def defer(
    case: Case,
    provenance: Provenance,
    *,
    why: str,
    until: PartialDate | None = None,
    calendar: Calendar = ENGLAND,
) -> tuple[PublicationDeferred | DeadlineSet, ...]:
    unpublished(case)
    needed(why, "Say why it is not published yet.", "why")
    if until:
        sensible(until, "until", case.aware_on)
    deferred = PublicationDeferred(*case.next(provenance), why=why, until=until)
    return (deferred, *_copies(case, provenance, until, calendar))


def publish(
    case: Case,
    provenance: Provenance,
    *,
    published_on: PartialDate,
    where: str,
    calendar: Calendar = ENGLAND,
) -> tuple[ReviewPublished | DeadlineSet, ...]:
    """The full report was due 7 working days before the day it was published, planned or not."""
    unpublished(case)
    on = sensible(published_on, "published_on", case.aware_on)
    needed(where, "Say where it can be read.", "where")
    published = ReviewPublished(*case.next(provenance), published_on=on, where=where)
    planned = case.clocks.get("copies before publication")
    if planned and planned.started_on == on:
        return (published,)
    return (published, *_copies(case, provenance, on, calendar, "publication"))


def unpublished(case: Case) -> Case:
    commissioned(case)
    if ReviewPublished in case.done:
        raise DoneBefore("This review is published, so that can't be recorded any more.")
    return still_open(case)


def _copies(
    case: Case,
    provenance: Provenance,
    on: PartialDate | None,
    calendar: Calendar,
    start: ClockStart = "planned publication",
) -> tuple[DeadlineSet, ...]:
    return deadline(case, provenance, 2, "copies before publication", start, on, calendar)
