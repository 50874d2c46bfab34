"""A visit as far as decisions need it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from events.inspections.visit import (
    FollowedUp,
    RecommendationMade,
    ServiceReplied,
    VisitFact,
    VisitFindingMade,
    VisitRecorded,
    VisitTakenOff,
)
from services.refusals import Refusal
from services.state import State


class TakenOff(Refusal):
    words = "This visit was taken off the record. Nothing can be added to it."


@dataclass(frozen=True)
class Visit(State):
    replied: bool = False
    taken_off: bool = False


def evolve_visit(state: Visit, fact: VisitFact) -> Visit:
    match fact:
        case ServiceReplied():
            return replace(state, replied=True)
        case VisitTakenOff():
            return replace(state, taken_off=True)
        case VisitRecorded() | VisitFindingMade() | RecommendationMade() | FollowedUp():
            return state
        case _:
            assert_never(fact)


def not_taken_off(visit: Visit) -> None:
    if visit.taken_off:
        raise TakenOff
