"""A case review as far as decisions need it, and why something about it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from events.deadlines.deadline import Clock, DeadlineFact, DeadlineRecalculated, DeadlineSet
from events.fact import Fact
from events.learning import case_review as happened
from events.learning import practice_review, rapid_review
from events.learning.case_review import (
    CaseActionAgreed,
    CaseActionCompleted,
    CaseClosed,
    CaseConsidered,
    CaseFact,
    IncidentNotified,
)
from events.learning.practice_review import FullReportSent, PublicationDeferred, ReviewPublished
from events.learning.rapid_review import RapidReviewCompleted
from events.period import PartialDate
from services.deadlines.deadline import Running
from services.refusals import Refusal
from services.state import State

MET_BY: dict[Clock, type[Fact]] = {
    "notification": IncidentNotified,
    "rapid review": RapidReviewCompleted,
    "practice review": ReviewPublished,
    "copies before publication": FullReportSent,
}
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


class CaseIsClosed(Refusal):
    words = "This case was closed without a review. Record a new case to look at it again."


class DoneBefore(Refusal):
    words = "This step is recorded already. Read what happened below; it can't happen twice."


class NotCommissioned(Refusal):
    words = "No practice review was commissioned for this case yet. Record that first."


class HasAReview(Refusal):
    words = "A practice review was commissioned, so this can't be closed without one."


class SameDays(Refusal):
    words = "Today's calendar gives the same days, so there is nothing to record."


@dataclass(frozen=True)
class Case(State):
    aware_on: PartialDate | None = None
    done: frozenset[type[Fact]] = frozenset()
    clocks: Mapping[Clock, Running] = field(default_factory=dict)
    open_actions: frozenset[str] = frozenset()

    def is_met(self, clock: Clock) -> bool:
        return MET_BY[clock] in self.done


def evolve(state: Case, fact: CaseFact | DeadlineFact) -> Case:
    state = replace(state, done=state.done | {type(fact)})
    match fact:
        case CaseConsidered():
            return replace(state, aware_on=fact.aware_on)
        case DeadlineSet(clock=clock):
            return _running(state, Running(clock, fact.started_on, fact.due))
        case DeadlineRecalculated(clock=clock):
            return _running(state, replace(state.clocks[clock], due=fact.now))
        case PublicationDeferred():
            return _stopped(state, "copies before publication")
        case CaseActionAgreed():
            return replace(state, open_actions=state.open_actions | {fact.action})
        case CaseActionCompleted():
            return replace(state, open_actions=state.open_actions - {fact.action})
        case (
            happened.IncidentNotified()
            | rapid_review.RapidReviewStarted()
            | rapid_review.RapidReviewHeld()
            | rapid_review.RapidReviewCompleted()
            | rapid_review.PanelReplied()
            | practice_review.ReviewCommissioned()
            | practice_review.ReviewCompleted()
            | practice_review.PublicationPlanned()
            | practice_review.FullReportSent()
            | practice_review.ReviewPublished()
            | happened.CaseRecommendationMade()
            | happened.ActionPlanAgreed()
            | happened.ActionPlanSignedOff()
            | happened.CaseImpactObserved()
            | happened.CaseClosed()
        ):
            return state
        case _:
            assert_never(fact)


def still_open(case: Case) -> Case:
    """Gives the case. Raises ``CaseIsClosed``."""
    if CaseClosed in case.done:
        raise CaseIsClosed
    return case


def once(case: Case, kind: type[Fact]) -> Case:
    """For a step that happens once. Raises ``DoneBefore``."""
    if kind in case.done:
        raise DoneBefore
    return still_open(case)


def commissioned(case: Case) -> None:
    """Raises ``NotCommissioned`` if the case has no practice review."""
    if practice_review.ReviewCommissioned not in case.done:
        raise NotCommissioned


def _stopped(state: Case, clock: Clock) -> Case:
    return replace(state, clocks={c: each for c, each in state.clocks.items() if c != clock})


def _running(state: Case, running: Running) -> Case:
    return replace(state, clocks={**state.clocks, running.clock: running})
