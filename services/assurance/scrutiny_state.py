"""A scrutiny plan as far as decisions need it, and why something about it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar, assert_never

from events.assurance.scrutiny import (
    DisagreementEscalated,
    DisagreementOpened,
    DisagreementResolved,
    PartnershipAnswered,
    PartnershipAsked,
    ScrutinyActivityDone,
    ScrutinyConcluded,
    ScrutinyFact,
    ScrutinyFindingMade,
    ScrutinyPlanned,
    Stage,
)
from events.period import PartialDate
from services.refusals import NotFound, Refusal
from services.state import State

V = TypeVar("V")
MOST_YOUNG_PEOPLE = 500


class ScrutinyIsConcluded(Refusal):
    words = "This year's scrutiny is concluded. Plan the next year to go on."


class StillWaiting(Refusal):
    words = "A question has no answer yet, or a disagreement is open. Close those first."


class AnsweredBeforeAsked(Refusal):
    words = "The answer is dated before the question was asked. Look at the day again."
    field = "answered_on"


class NotFurther(Refusal):
    words = "It is at that stage already, or beyond it. Choose a further stage."
    field = "next_stage"


class NotSoMany(Refusal):
    words = f"Write how many young people took part, from 0 to {MOST_YOUNG_PEOPLE}."
    field = "young_people"


@dataclass(frozen=True)
class Scrutiny(State):
    """``asked`` are the open questions with their days, ``open`` the disagreements' stages."""

    asked: Mapping[str, PartialDate] = field(default_factory=dict)
    open: Mapping[str, Stage] = field(default_factory=dict)
    concluded: bool = False


def evolve(state: Scrutiny, fact: ScrutinyFact) -> Scrutiny:
    match fact:
        case PartnershipAsked():
            return replace(state, asked={**state.asked, fact.question: fact.asked_on})
        case PartnershipAnswered():
            return replace(state, asked=_without(state.asked, fact.question))
        case DisagreementOpened() | DisagreementEscalated():
            return replace(state, open={**state.open, fact.disagreement: fact.stage})
        case DisagreementResolved():
            return replace(state, open=_without(state.open, fact.disagreement))
        case ScrutinyConcluded():
            return replace(state, concluded=True)
        case ScrutinyPlanned() | ScrutinyActivityDone() | ScrutinyFindingMade():
            return state
        case _:
            assert_never(fact)


def stage_of(scrutiny: Scrutiny, disagreement: str) -> Stage:
    if disagreement not in scrutiny.open:
        raise NotFound("That disagreement is not open. It may have been resolved already.")
    return scrutiny.open[disagreement]


def _without(held: Mapping[str, V], name: str) -> dict[str, V]:
    return {key: value for key, value in held.items() if key != name}


def still_open(scrutiny: Scrutiny) -> Scrutiny:
    """Raises ``ScrutinyIsConcluded``."""
    if scrutiny.concluded:
        raise ScrutinyIsConcluded
    return scrutiny
