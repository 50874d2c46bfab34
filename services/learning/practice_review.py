"""The practice review of a case (LCSPR): commissioned, completed, and its actions."""

from __future__ import annotations

from events.deadlines.deadline import DeadlineRecalculated, DeadlineSet
from events.fact import Provenance
from events.learning.case_review import (
    ActionPlanAgreed,
    ActionPlanSignedOff,
    CaseActionAgreed,
    CaseActionCompleted,
    CaseImpactObserved,
    CaseRecommendationMade,
)
from events.learning.practice_review import ReviewCommissioned, ReviewCompleted
from events.period import PartialDate
from events.working_days import ENGLAND, Calendar
from services.deadlines.deadline import deadline, due
from services.learning.case_review_days import needed, sensible
from services.learning.case_review_state import Case, SameDays, commissioned, once, still_open
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
        *once(case, ReviewCommissioned).next(provenance), commissioned_on=on, lead=lead
    )
    months = deadline(case, provenance, 2, "practice review", "decision", on, calendar)
    return (decided, *months)


def complete(case: Case, provenance: Provenance, *, completed_on: PartialDate) -> ReviewCompleted:
    commissioned(case)
    on = sensible(completed_on, "completed_on", case.aware_on)
    return ReviewCompleted(*once(case, ReviewCompleted).next(provenance), completed_on=on)


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
