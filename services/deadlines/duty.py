"""The duty rota: who is on duty for urgent messages, and who is told when nobody opens one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from events.deadlines.duty import (
    AlertTimeSet,
    DutyFact,
    DutyPatternSet,
    DutySwapped,
    DutyTeamSet,
    FrontDoorSet,
    OutOfHoursContactSet,
)
from events.deadlines.service_standard import Weekday
from events.fact import Provenance
from events.period import PartialDate
from services.command import Service, lazy_command
from services.ledger import Ledger
from services.phone_number import phone_number
from services.refusals import Missing, Refusal
from services.state import State

LEAST_MINUTES, MOST_MINUTES = 5, 240


class TwiceOnDuty(Refusal):
    words = "Choose two different people: the second is told when the first does not answer."
    field = "second"


class NoWayToReach(Refusal):
    words = "Give an e-mail address or a number for text messages, so that an alert reaches them."
    field = "email"


class BadAlertTime(Refusal):
    words = f"Choose between {LEAST_MINUTES} and {MOST_MINUTES} minutes."
    field = "minutes"


@dataclass(frozen=True)
class Duty(State):
    """Whether urgent messages reach somebody outside office hours."""

    has_out_of_hours: bool = False


def evolve(state: Duty, fact: DutyFact) -> Duty:
    match fact:
        case OutOfHoursContactSet():
            return Duty(state.id, state.version, True)
        case DutyPatternSet() | DutySwapped() | DutyTeamSet() | AlertTimeSet() | FrontDoorSet():
            return state
        case _:
            assert_never(fact)


def set_pattern(
    duty: Duty, provenance: Provenance, *, days: tuple[Weekday, ...], people: tuple[UUID, ...]
) -> DutyPatternSet:
    """Raises ``Missing`` without a day or a person, and ``TwiceOnDuty``."""
    if not days:
        raise Missing("Choose at least one day.", field="days")
    if not people:
        raise Missing("Choose who is on duty.", field="first")
    _refuse_twice(people)
    return DutyPatternSet(*duty.next(provenance), days=days, people=people)


def swap(
    duty: Duty, provenance: Provenance, *, day: PartialDate, people: tuple[UUID, ...]
) -> DutySwapped:
    """Nobody named means that the pattern holds on that day again. Raises ``TwiceOnDuty``."""
    _refuse_twice(people)
    return DutySwapped(*duty.next(provenance), day=day, people=people)


def set_team(duty: Duty, provenance: Provenance, *, email: str, phone: str) -> DutyTeamSet:
    """Raises ``NotANumber``, ``NoWayToReach``."""
    number = _reached_by(email, phone)
    return DutyTeamSet(*duty.next(provenance), email=email, phone=number)


def set_out_of_hours(
    duty: Duty, provenance: Provenance, *, name: str, email: str, phone: str
) -> OutOfHoursContactSet:
    """Raises ``Missing`` without a name, ``NotANumber``, ``NoWayToReach``."""
    if not name:
        raise Missing("Say which team answers outside office hours.", field="name")
    number = _reached_by(email, phone)
    return OutOfHoursContactSet(*duty.next(provenance), name=name, email=email, phone=number)


def set_alert_time(duty: Duty, provenance: Provenance, *, minutes: int) -> AlertTimeSet:
    """Raises ``BadAlertTime``."""
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise BadAlertTime
    return AlertTimeSet(*duty.next(provenance), minutes=minutes)


def set_front_door(duty: Duty, provenance: Provenance, *, name: str, phone: str) -> FrontDoorSet:
    if not name:
        raise Missing("Say what the team is called.", field="name")
    if not phone:
        raise Missing("Give the number that staff ring.", field="phone")
    return FrontDoorSet(*duty.next(provenance), name=name, phone=phone)


def _reached_by(email: str, phone: str) -> str:
    number = phone_number(phone)
    if not (email or number):
        raise NoWayToReach
    return number


def _refuse_twice(people: tuple[UUID, ...]) -> None:
    if len(set(people)) < len(people):
        raise TwiceOnDuty


class DutyService(Service[Duty]):
    evolve = staticmethod(evolve)
    set_pattern = lazy_command(set_pattern)
    swap = lazy_command(swap)
    set_team = lazy_command(set_team)
    set_out_of_hours = lazy_command(set_out_of_hours)
    set_alert_time = lazy_command(set_alert_time)
    set_front_door = lazy_command(set_front_door)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.id = ledger.name_of("duty")
