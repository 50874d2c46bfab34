"""Case reviews as stated: counts in a state, claims of time, action plans, national learning."""

from __future__ import annotations

from typing import Literal, assert_never
from uuid import UUID

from events.fact import Told
from events.figure import Value
from events.period import Period
from events.review import (
    NationalLearningReceived,
    ReviewActionPlanRecorded,
    ReviewCountStated,
    ReviewFact,
    ReviewKind,
    ReviewState,
    ReviewTimelinessStated,
)
from services.ledger import Service, State, opens


def evolve(review: State | None, fact: ReviewFact) -> State:
    match fact:
        case (
            ReviewCountStated()
            | ReviewTimelinessStated()
            | ReviewActionPlanRecorded()
            | NationalLearningReceived()
        ):
            return State(fact.originator_id, fact.originator_version)
        case _:
            assert_never(fact)


def state_count(
    stream: UUID,
    told: Told,
    *,
    kind: ReviewKind,
    state: ReviewState,
    value: Value,
    period: Period | None = None,
    note: str = "",
) -> ReviewCountStated:
    """How many reviews were in a state in a period; "all" stands where no number is given."""
    return ReviewCountStated(stream, 1, told, kind, state, value, period, note)


def state_timeliness(
    stream: UUID, told: Told, *, kind: ReviewKind, claim: str, note: str = ""
) -> ReviewTimelinessStated:
    return ReviewTimelinessStated(stream, 1, told, kind, claim, note)


def record_action_plan(
    stream: UUID,
    told: Told,
    *,
    name: str,
    status: Literal["agreed", "being embedded", "signed off"],
    overseen_by: str = "",
    impact: str = "",
) -> ReviewActionPlanRecorded:
    return ReviewActionPlanRecorded(stream, 1, told, name, status, overseen_by, impact)


def receive_learning(
    stream: UUID, told: Told, *, title: str, publisher: str, about: str, response: str = ""
) -> NationalLearningReceived:
    return NationalLearningReceived(stream, 1, told, title, publisher, about, response)


class ReviewService(Service[State]):
    evolve = staticmethod(evolve)
    state_count = opens(state_count)
    state_timeliness = opens(state_timeliness)
    record_action_plan = opens(record_action_plan)
    receive_learning = opens(receive_learning)
