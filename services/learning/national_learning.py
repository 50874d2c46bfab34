"""Case reviews as documents state them: counts, claims of time, action plans, national learning."""

from __future__ import annotations

from typing import Literal, assert_never

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
from events.value import Value
from services.command import Service, command, opening_command
from services.refusals import Missing
from services.state import State


def evolve(state: State, fact: ReviewFact) -> State:
    match fact:
        case (
            ReviewCountStated()
            | ReviewTimelinessStated()
            | ReviewActionPlanRecorded()
            | NationalLearningReceived()
            | NationalLearningAnswered()
        ):
            return state
        case _:
            assert_never(fact)


def state_count(
    review: State,
    provenance: Provenance,
    *,
    kind: ReviewKind,
    state: ReviewState,
    value: Value,
    period: Period | None = None,
    note: str = "",
) -> ReviewCountStated:
    """How many reviews were in a state in a period; "all" stands where no number is given."""
    return ReviewCountStated(
        *review.next(provenance), kind=kind, state=state, value=value, period=period, note=note
    )


def state_timeliness(
    review: State, provenance: Provenance, *, kind: ReviewKind, claim: str, note: str = ""
) -> ReviewTimelinessStated:
    return ReviewTimelinessStated(*review.next(provenance), kind=kind, claim=claim, note=note)


def record_action_plan(
    review: State,
    provenance: Provenance,
    *,
    name: str,
    status: Literal["agreed", "being embedded", "signed off"],
    overseen_by: str = "",
    impact: str = "",
) -> ReviewActionPlanRecorded:
    return ReviewActionPlanRecorded(
        *review.next(provenance), name=name, status=status, overseen_by=overseen_by, impact=impact
    )


def receive_learning(
    review: State,
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
    return NationalLearningReceived(
        *review.next(provenance), title=title, publisher=publisher, about=about, response=response
    )


def answer_learning(
    learning: State, provenance: Provenance, *, response: str, decided_by: str
) -> NationalLearningAnswered:
    """Records a response. Earlier responses stay on record."""
    if not response:
        raise Missing("Say what the partnership does about it.", field="response")
    if not decided_by:
        raise Missing("Say who decided it.", field="decided_by")
    return NationalLearningAnswered(
        *learning.next(provenance), response=response, decided_by=decided_by
    )


class NationalLearningService(Service[State]):
    evolve = staticmethod(evolve)
    state_count = opening_command(state_count)
    state_timeliness = opening_command(state_timeliness)
    record_action_plan = opening_command(record_action_plan)
    receive_learning = opening_command(receive_learning)
    answer_learning = command(answer_learning)
