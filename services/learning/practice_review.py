"""A practice review from its commission to its publication, and what is done about it."""

from __future__ import annotations

from events.deadlines.deadline import ClockStart, DeadlineRecalculated, DeadlineSet
from events.fact import Provenance
from events.learning.case_review import (
    ActionPlanAgreed,
    ActionPlanSignedOff,
    CaseActionAgreed,
    CaseActionCompleted,
    CaseImpactObserved,
    CaseRecommendationMade,
    FullReportSent,
    PublicationDeferred,
    PublicationPlanned,
    ReviewCommissioned,
    ReviewCompleted,
    ReviewPublished,
)
from events.period import PartialDate
from events.working_days import ENGLAND, Calendar
from services.deadlines.deadline import deadline, due
from services.learning.case_review_state import (
    Case,
    DoneBefore,
    SameDays,
    commissioned,
    following,
    needed,
    once,
    sensible,
)
from services.refusals import NotFound


def commission(
    case: Case,
    provenance: Provenance,
    *,
    commissioned_on: PartialDate,
    lead: str = "",
    calendar: Calendar = ENGLAND,
) -> tuple[ReviewCommissioned | DeadlineSet, ...]:
    """Starts the six months. ``lead`` is the role or firm that leads the review."""
    on = sensible(commissioned_on, "commissioned_on", case.aware_on)
    version = once(case, ReviewCommissioned)
    decided = ReviewCommissioned(case.id, version, provenance, on, lead)
    months = deadline(case, version + 1, provenance, "practice review", "decision", on, calendar)
    return (decided, *months)


def complete(case: Case, provenance: Provenance, *, completed_on: PartialDate) -> ReviewCompleted:
    commissioned(case)
    on = sensible(completed_on, "completed_on", case.aware_on)
    return ReviewCompleted(case.id, once(case, ReviewCompleted), provenance, on)


def plan_publication(
    case: Case, provenance: Provenance, *, planned_on: PartialDate, calendar: Calendar = ENGLAND
) -> tuple[PublicationPlanned | DeadlineSet, ...]:
    """The full report is due 7 working days earlier; a later plan takes the place of this one."""
    version = _unpublished(case)
    on = sensible(planned_on, "planned_on", case.aware_on)
    planned = PublicationPlanned(case.id, version, provenance, on)
    return (planned, *_copies(case, version + 1, provenance, on, calendar))


def send_full_report(case: Case, provenance: Provenance, *, sent_on: PartialDate) -> FullReportSent:
    commissioned(case)
    on = sensible(sent_on, "sent_on", case.aware_on)
    return FullReportSent(case.id, once(case, FullReportSent), provenance, on)


def defer(
    case: Case,
    provenance: Provenance,
    *,
    why: str,
    until: PartialDate | None = None,
    calendar: Calendar = ENGLAND,
) -> tuple[PublicationDeferred | DeadlineSet, ...]:
    version = _unpublished(case)
    needed(why, "Say why it is not published yet.", "why")
    if until:
        sensible(until, "until", case.aware_on)
    deferred = PublicationDeferred(case.id, version, provenance, why, until)
    return (deferred, *_copies(case, version + 1, provenance, until, calendar))


def publish(
    case: Case,
    provenance: Provenance,
    *,
    published_on: PartialDate,
    where: str,
    calendar: Calendar = ENGLAND,
) -> tuple[ReviewPublished | DeadlineSet, ...]:
    """The full report was due 7 working days before the day it was published, planned or not."""
    version = _unpublished(case)
    on = sensible(published_on, "published_on", case.aware_on)
    needed(where, "Say where it can be read.", "where")
    published = ReviewPublished(case.id, version, provenance, on, where)
    planned = case.clocks.get("copies before publication")
    if planned and planned.started_on == on:
        return (published,)
    return (published, *_copies(case, version + 1, provenance, on, calendar, "publication"))


def recommend(case: Case, provenance: Provenance, *, recommendation: str) -> CaseRecommendationMade:
    needed(recommendation, "Write the recommendation.", "recommendation")
    return CaseRecommendationMade(case.id, following(case), provenance, recommendation)


def agree_plan(
    case: Case, provenance: Provenance, *, agreed_on: PartialDate, by: str
) -> ActionPlanAgreed:
    on = sensible(agreed_on, "agreed_on", case.aware_on)
    needed(by, "Say who agreed it.", "by")
    return ActionPlanAgreed(case.id, once(case, ActionPlanAgreed), provenance, on, by)


def sign_off_plan(
    case: Case, provenance: Provenance, *, signed_on: PartialDate, by: str
) -> ActionPlanSignedOff:
    """Raises ``NotFound`` where no plan was agreed."""
    on = sensible(signed_on, "signed_on", case.aware_on)
    needed(by, "Say who signed it off.", "by")
    if ActionPlanAgreed not in case.done:
        raise NotFound("No action plan was agreed for this case yet. Record that first.")
    return ActionPlanSignedOff(case.id, once(case, ActionPlanSignedOff), provenance, on, by)


def agree_action(
    case: Case,
    provenance: Provenance,
    *,
    action: str,
    text: str,
    owner: str,
    due: PartialDate | None = None,
) -> CaseActionAgreed:
    needed(text, "Say what will be done.", "text")
    needed(owner, "Say who will do it.", "owner")
    if due:
        sensible(due, "due")
    return CaseActionAgreed(case.id, following(case), provenance, action, text, owner, due)


def complete_action(
    case: Case, provenance: Provenance, *, action: str, result: str
) -> CaseActionCompleted:
    if action not in case.open_actions:
        raise NotFound("That action is not open in this case.", field="action")
    needed(result, "Say what came of it.", "result")
    return CaseActionCompleted(case.id, following(case), provenance, action, result)


def observe(
    case: Case, provenance: Provenance, *, impact: str, observed_by: str = ""
) -> CaseImpactObserved:
    needed(impact, "Say what changed for children.", "impact")
    return CaseImpactObserved(case.id, following(case), provenance, impact, observed_by)


def recalculate(
    case: Case, provenance: Provenance, *, why: str, calendar: Calendar = ENGLAND
) -> tuple[DeadlineRecalculated, ...]:
    """Counts each open clock again by today's calendar. Raises ``SameDays``."""
    needed(why, "Say why, such as the holiday that was proclaimed.", "why")
    version, found = following(case), list[DeadlineRecalculated]()
    for clock, running in case.clocks.items():
        now = due(clock, running.started_on, calendar)
        if now != running.due and not case.is_met(clock):
            found.append(
                DeadlineRecalculated(
                    case.id,
                    version + len(found),
                    provenance,
                    clock,
                    running.due,
                    now,
                    why,
                    calendar.version,
                )
            )
    if not found:
        raise SameDays
    return tuple(found)


def _unpublished(case: Case) -> int:
    commissioned(case)
    if ReviewPublished in case.done:
        raise DoneBefore("This review is published, so that can't be recorded any more.")
    return following(case)


def _copies(
    case: Case,
    version: int,
    provenance: Provenance,
    on: PartialDate | None,
    calendar: Calendar,
    start: ClockStart = "planned publication",
) -> tuple[DeadlineSet, ...]:
    return deadline(case, version, provenance, "copies before publication", start, on, calendar)
