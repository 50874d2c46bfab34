"""The duty rota in sentences. They name nobody."""

from __future__ import annotations

from typing import assert_never
from uuid import UUID

from events.deadlines import duty


def sentence(fact: duty.DutyFact) -> str:
    match fact:
        case duty.DutyPatternSet():
            return f"On duty for urgent messages on {', '.join(fact.days)}: {_people(fact.people)}."
        case duty.DutySwapped():
            return _duty_swapped(fact)
        case duty.DutyTeamSet():
            return "The duty team's shared address for urgent messages was set."
        case duty.OutOfHoursContactSet():
            return f"Outside office hours urgent messages go to: {fact.name}."
        case duty.AlertTimeSet():
            return (
                f"The next is told when an urgent message is not opened in {fact.minutes} minutes."
            )
        case duty.FrontDoorSet():
            return f"Concerns about a child are reported to {fact.name}, {fact.phone}."
        case _:
            assert_never(fact)


def _duty_swapped(fact: duty.DutySwapped) -> str:
    if not fact.people:
        return f"On {fact.day} the usual people are on duty again."
    return f"On {fact.day} others are on duty: {_people(fact.people)}."


def _people(people: tuple[UUID, ...]) -> str:
    return "one person" if len(people) == 1 else f"{len(people)} people in order"
