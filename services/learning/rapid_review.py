"""From an incident that is considered to the Panel's reply to its rapid review."""

from __future__ import annotations

from uuid import UUID

from events.deadlines.deadline import Clock, ClockStart, DeadlineSet
from events.fact import Told
from events.learning.case_review import (
    CaseClosed,
    CaseConsidered,
    CaseLabel,
    IncidentNotified,
    PanelReplied,
    PanelView,
    RapidOutcome,
    RapidReviewCompleted,
    RapidReviewHeld,
    RapidReviewStarted,
    ReviewCommissioned,
)
from events.period import PartialDate
from events.working_days import ENGLAND, Calendar
from services.deadlines.deadline import deadline
from services.learning.case_review_state import Case, HasAReview, following, needed, once, sensible


def consider(
    stream: UUID,
    told: Told,
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
        stream, 1, told, reference, label, details, aware_on, to_notify, demo
    )
    if not to_notify:
        return (considered,)
    case = Case(stream, 1)
    clocks = deadline(case, 2, told, "notification", "awareness", aware_on, calendar)
    if rapid_from == "awareness":
        clocks += deadline(case, 3, told, "rapid review", "awareness", aware_on, calendar)
    return (considered, *clocks)


def notify(
    case: Case,
    told: Told,
    *,
    notified_on: PartialDate,
    to: str = "The national Child Safeguarding Practice Review Panel",
    calendar: Calendar = ENGLAND,
) -> tuple[IncidentNotified | DeadlineSet, ...]:
    """Starts the clocks that do not run yet: it may not have been known that it must be told."""
    on, version = sensible(notified_on, "notified_on", case.aware_on), once(case, IncidentNotified)
    facts: list[IncidentNotified | DeadlineSet] = [IncidentNotified(case.id, version, told, to, on)]
    starts: tuple[tuple[Clock, ClockStart, PartialDate | None], ...] = (
        ("notification", "awareness", case.aware_on),
        ("rapid review", "notification", on),
    )
    for clock, start, day in starts:
        if clock not in case.clocks:
            at = version + len(facts)
            facts += deadline(case, at, told, clock, start, day, calendar)
    return tuple(facts)


def start_rapid(case: Case, told: Told, *, started_on: PartialDate) -> RapidReviewStarted:
    on = sensible(started_on, "started_on", case.aware_on)
    return RapidReviewStarted(case.id, once(case, RapidReviewStarted), told, on)


def hold_rapid(case: Case, told: Told, *, held_on: PartialDate) -> RapidReviewHeld:
    on = sensible(held_on, "held_on", case.aware_on)
    return RapidReviewHeld(case.id, once(case, RapidReviewHeld), told, on)


def complete_rapid(
    case: Case, told: Told, *, completed_on: PartialDate, outcome: RapidOutcome, why: str
) -> RapidReviewCompleted:
    on = sensible(completed_on, "completed_on", case.aware_on)
    needed(why, "Say why, so that the Panel and anybody later can follow it.", "why")
    version = once(case, RapidReviewCompleted)
    return RapidReviewCompleted(case.id, version, told, on, outcome, why)


def panel_reply(
    case: Case, told: Told, *, replied_on: PartialDate, view: PanelView, reply: str = ""
) -> PanelReplied:
    """The Panel may reply more than once."""
    on = sensible(replied_on, "replied_on", case.aware_on)
    return PanelReplied(case.id, following(case), told, on, view, reply)


def close(case: Case, told: Told, *, closed_on: PartialDate, why: str) -> CaseClosed:
    """Closes a case that got no practice review. Raises ``HasAReview``."""
    on = sensible(closed_on, "closed_on", case.aware_on)
    needed(why, "Say why there is no review.", "why")
    if ReviewCommissioned in case.done:
        raise HasAReview
    return CaseClosed(case.id, following(case), told, on, why)
