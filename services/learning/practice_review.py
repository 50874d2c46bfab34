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
    needed,
    once,
    sensible,
    still_open,
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
    decided = ReviewCommissioned(
        *once(case, ReviewCommissioned).next(provenance),
        commissioned_on=on,
        lead=lead,
    )
    months = deadline(case, provenance, 2, "practice review", "decision", on, calendar)
    return (decided, *months)


def complete(case: Case, provenance: Provenance, *, completed_on: PartialDate) -> ReviewCompleted:
    commissioned(case)
    on = sensible(completed_on, "completed_on", case.aware_on)
    return ReviewCompleted(*once(case, ReviewCompleted).next(provenance), completed_on=on)


def plan_publication(
    case: Case, provenance: Provenance, *, planned_on: PartialDate, calendar: Calendar = ENGLAND
) -> tuple[PublicationPlanned | DeadlineSet, ...]:
    """The full report is due 7 working days earlier; a later plan takes the place of this one."""
    _unpublished(case)
    on = sensible(planned_on, "planned_on", case.aware_on)
    planned = PublicationPlanned(
        *case.next(provenance),
        planned_on=on,
    )
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
    _unpublished(case)
    needed(why, "Say why it is not published yet.", "why")
    if until:
        sensible(until, "until", case.aware_on)
    deferred = PublicationDeferred(
        *case.next(provenance),
        why=why,
        until=until,
    )
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
    _unpublished(case)
    on = sensible(published_on, "published_on", case.aware_on)
    needed(where, "Say where it can be read.", "where")
    published = ReviewPublished(
        *case.next(provenance),
        published_on=on,
        where=where,
    )
    planned = case.clocks.get("copies before publication")
    if planned and planned.started_on == on:
        return (published,)
    return (published, *_copies(case, provenance, on, calendar, "publication"))


def recommend(case: Case, provenance: Provenance, *, recommendation: str) -> CaseRecommendationMade:
    needed(recommendation, "Write the recommendation.", "recommendation")
    return CaseRecommendationMade(*still_open(case).next(provenance), recommendation=recommendation)


def agree_plan(
    case: Case, provenance: Provenance, *, agreed_on: PartialDate, by: str
) -> ActionPlanAgreed:
    on = sensible(agreed_on, "agreed_on", case.aware_on)
    needed(by, "Say who agreed it.", "by")
    return ActionPlanAgreed(*once(case, ActionPlanAgreed).next(provenance), agreed_on=on, by=by)


def sign_off_plan(
    case: Case, provenance: Provenance, *, signed_on: PartialDate, by: str
) -> ActionPlanSignedOff:
    """Raises ``NotFound`` where no plan was agreed."""
    on = sensible(signed_on, "signed_on", case.aware_on)
    needed(by, "Say who signed it off.", "by")
    if ActionPlanAgreed not in case.done:
        raise NotFound("No action plan was agreed for this case yet. Record that first.")
    return ActionPlanSignedOff(
        *once(case, ActionPlanSignedOff).next(provenance), signed_on=on, by=by
    )


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
    return CaseActionAgreed(
        *still_open(case).next(provenance), action=action, text=text, owner=owner, due=due
    )


def complete_action(
    case: Case, provenance: Provenance, *, action: str, result: str
) -> CaseActionCompleted:
    if action not in case.open_actions:
        raise NotFound("That action is not open in this case.", field="action")
    needed(result, "Say what came of it.", "result")
    return CaseActionCompleted(*still_open(case).next(provenance), action=action, result=result)


def observe(
    case: Case, provenance: Provenance, *, impact: str, observed_by: str = ""
) -> CaseImpactObserved:
    needed(impact, "Say what changed for children.", "impact")
    return CaseImpactObserved(
        *still_open(case).next(provenance), impact=impact, observed_by=observed_by
    )


def recalculate(
    case: Case, provenance: Provenance, *, why: str, calendar: Calendar = ENGLAND
) -> tuple[DeadlineRecalculated, ...]:
    """Counts each open clock again by today's calendar. Raises ``SameDays``."""
    needed(why, "Say why, such as the holiday that was proclaimed.", "why")
    found = list[DeadlineRecalculated]()
    for clock, running in still_open(case).clocks.items():
        now = due(clock, running.started_on, calendar)
        if now != running.due and not case.is_met(clock):
            found.append(
                DeadlineRecalculated(
                    *case.next(provenance, len(found) + 1),
                    clock=clock,
                    was=running.due,
                    now=now,
                    why=why,
                    calendar=calendar.version,
                )
            )
    if not found:
        raise SameDays
    return tuple(found)


def _unpublished(case: Case) -> Case:
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
