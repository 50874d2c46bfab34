"""Case reviews as stated: counts in a state, claims of time, action plans, national learning."""

from __future__ import annotations

from typing import Literal, assert_never
from uuid import UUID

from events.fact import Provenance
from events.learning.national_learning import (
    NationalLearningAnswered,
    NationalLearningReceived,
    ReviewActionPlanRecorded,
    ReviewCountStated,
    ReviewFact,
    ReviewKind,
    ReviewState,
    ReviewTimelinessStated,
)
from events.period import Period
from events.reporting.figure import Value
from services.ledger import Service, State, decides, opens
from services.refusals import Missing


def evolve(review: State | None, fact: ReviewFact) -> State:
    match fact:
        case (
            ReviewCountStated()
            | ReviewTimelinessStated()
            | ReviewActionPlanRecorded()
            | NationalLearningReceived()
            | NationalLearningAnswered()
        ):
            return State(fact.originator_id, fact.originator_version)
        case _:
            assert_never(fact)


def state_count(
    stream: UUID,
    provenance: Provenance,
    *,
    kind: ReviewKind,
    state: ReviewState,
    value: Value,
    period: Period | None = None,
    note: str = "",
) -> ReviewCountStated:
    """How many reviews were in a state in a period; "all" stands where no number is given."""
    return ReviewCountStated(stream, 1, provenance, kind, state, value, period, note)


def state_timeliness(
    stream: UUID, provenance: Provenance, *, kind: ReviewKind, claim: str, note: str = ""
) -> ReviewTimelinessStated:
    return ReviewTimelinessStated(stream, 1, provenance, kind, claim, note)


def record_action_plan(
    stream: UUID,
    provenance: Provenance,
    *,
    name: str,
    status: Literal["agreed", "being embedded", "signed off"],
    overseen_by: str = "",
    impact: str = "",
) -> ReviewActionPlanRecorded:
    return ReviewActionPlanRecorded(stream, 1, provenance, name, status, overseen_by, impact)


def receive_learning(
    stream: UUID,
    provenance: Provenance,
    *,
    title: str,
    publisher: str,
    about: str,
    response: str = "",
) -> NationalLearningReceived:
    if not title:
        raise Missing("Give its title.", field="title")
    if not publisher:
        raise Missing("Say who published it.", field="publisher")
    return NationalLearningReceived(stream, 1, provenance, title, publisher, about, response)


def answer_learning(
    learning: State, provenance: Provenance, *, response: str, decided_by: str
) -> NationalLearningAnswered:
    """A later response leaves the earlier one standing."""
    if not response:
        raise Missing("Say what the partnership does about it.", field="response")
    if not decided_by:
        raise Missing("Say who decided it.", field="decided_by")
    return NationalLearningAnswered(
        learning.id, learning.version + 1, provenance, response, decided_by
    )


class NationalLearningService(Service[State]):
    evolve = staticmethod(evolve)
    state_count = opens(state_count)
    state_timeliness = opens(state_timeliness)
    record_action_plan = opens(record_action_plan)
    receive_learning = opens(receive_learning)
    answer_learning = decides(answer_learning)
