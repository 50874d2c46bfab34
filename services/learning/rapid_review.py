"""The rapid review of a case: considered, notified, held, completed, and the Panel's reply."""

from __future__ import annotations

from events.deadlines.deadline import Clock, ClockStart, DeadlineSet
from events.fact import Provenance
from events.learning.case_review import CaseClosed, CaseConsidered, CaseLabel, IncidentNotified
from events.learning.practice_review import ReviewCommissioned
from events.learning.rapid_review import (
    PanelReplied,
    PanelView,
    RapidOutcome,
    RapidReviewCompleted,
    RapidReviewHeld,
    RapidReviewStarted,
)
from events.period import PartialDate
from events.working_days import ENGLAND, Calendar
from services.deadlines.deadline import deadline
from services.learning.case_review_days import needed, sensible
from services.learning.case_review_state import Case, HasAReview, once, still_open


def consider(
    case: Case,
    provenance: Provenance,
    *,
    reference: str,
    label: CaseLabel = "Child Safeguarding Practice Review",
    details: str = "",
    aware_on: PartialDate | None = None,
    to_notify: bool = False,
    demo: bool = False,
    rapid_from: ClockStart = "notification",
    calendar: Calendar = ENGLAND,
) -> tuple[CaseConsidered | DeadlineSet, ...]:
    """``rapid_from`` is the day that the partnership counts a rapid review from."""
    needed(reference, "Give the case a reference, such as NSCP 2021/03, and no name.", "reference")
    if aware_on:
        sensible(aware_on, "aware_on")
    considered = CaseConsidered(
        *case.next(provenance),
        reference=reference,
        label=label,
        details=details,
        aware_on=aware_on,
        to_notify=to_notify,
        demo=demo,
    )
    if not to_notify:
        return (considered,)
    clocks = deadline(case, provenance, 2, "notification", "awareness", aware_on, calendar)
    if rapid_from == "awareness":
        clocks += deadline(case, provenance, 3, "rapid review", "awareness", aware_on, calendar)
    return (considered, *clocks)


def notify(
    case: Case,
    provenance: Provenance,
    *,
    notified_on: PartialDate,
    to: str = "The national Child Safeguarding Practice Review Panel",
    calendar: Calendar = ENGLAND,
) -> tuple[IncidentNotified | DeadlineSet, ...]:
    """Starts the clocks that do not run yet: it may not have been known that it must be told."""
    on = sensible(notified_on, "notified_on", case.aware_on)
    facts: list[IncidentNotified | DeadlineSet] = [
        IncidentNotified(*once(case, IncidentNotified).next(provenance), to=to, notified_on=on)
    ]
    starts: tuple[tuple[Clock, ClockStart, PartialDate | None], ...] = (
        ("notification", "awareness", case.aware_on),
        ("rapid review", "notification", on),
    )
    for clock, start, day in starts:
        if clock not in case.clocks:
            facts += deadline(case, provenance, len(facts) + 1, clock, start, day, calendar)
    return tuple(facts)


def start_rapid(
    case: Case, provenance: Provenance, *, started_on: PartialDate
) -> RapidReviewStarted:
    on = sensible(started_on, "started_on", case.aware_on)
    return RapidReviewStarted(*once(case, RapidReviewStarted).next(provenance), started_on=on)


def hold_rapid(case: Case, provenance: Provenance, *, held_on: PartialDate) -> RapidReviewHeld:
    on = sensible(held_on, "held_on", case.aware_on)
    return RapidReviewHeld(*once(case, RapidReviewHeld).next(provenance), held_on=on)


def complete_rapid(
    case: Case,
    provenance: Provenance,
    *,
    completed_on: PartialDate,
    outcome: RapidOutcome,
    why: str,
) -> RapidReviewCompleted:
    on = sensible(completed_on, "completed_on", case.aware_on)
    needed(why, "Say why, so that the Panel and anybody later can follow it.", "why")
    return RapidReviewCompleted(
        *once(case, RapidReviewCompleted).next(provenance),
        completed_on=on,
        outcome=outcome,
        why=why,
    )


def panel_reply(
    case: Case, provenance: Provenance, *, replied_on: PartialDate, view: PanelView, reply: str = ""
) -> PanelReplied:
    """The Panel may reply more than once."""
    on = sensible(replied_on, "replied_on", case.aware_on)
    return PanelReplied(*still_open(case).next(provenance), replied_on=on, view=view, reply=reply)


def close(case: Case, provenance: Provenance, *, closed_on: PartialDate, why: str) -> CaseClosed:
    """Closes a case that got no practice review. Raises ``HasAReview``."""
    on = sensible(closed_on, "closed_on", case.aware_on)
    needed(why, "Say why there is no review.", "why")
    if ReviewCommissioned in case.done:
        raise HasAReview
    return CaseClosed(*still_open(case).next(provenance), closed_on=on, why=why)
