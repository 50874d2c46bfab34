"""Youth inspectors: invited, trained, their time recorded, stood down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.inspections.inspector import (
    InspectorEntryTakenOff,
    InspectorFact,
    InspectorHelped,
    InspectorInvited,
    InspectorStoodDown,
    InspectorTrained,
)
from services.command import Service, command, opening_command
from services.refusals import Missing, Refusal
from services.state import State

LONGEST_MINUTES = 24 * 60


class StoodDown(Refusal):
    words = "This inspector has stood down."


class NoSuchEntry(Refusal):
    words = "This is not in their record, or it was taken off already."


class TooLong(Refusal):
    words = "That is longer than a day. Give the hours of one day, such as 2 or 1.5."
    field = "minutes"


@dataclass(frozen=True)
class Inspector(State):
    access: UUID | None = None
    stood_down: bool = False
    entries: frozenset[int] = frozenset()


def evolve_inspector(state: Inspector, fact: InspectorFact) -> Inspector:
    match fact:
        case InspectorStoodDown():
            return replace(state, stood_down=True)
        case InspectorTrained() | InspectorHelped():
            return replace(state, entries=state.entries | {fact.originator_version})
        case InspectorEntryTakenOff(entry=entry):
            return replace(state, entries=state.entries - {entry})
        case InspectorInvited(access=access):
            return replace(state, access=access)
        case _:
            assert_never(fact)


def invite(
    inspector: Inspector, provenance: Provenance, *, name: str, access: UUID
) -> InspectorInvited:
    if not name:
        raise Missing("Give the inspector's first name.", field="name")
    return InspectorInvited(*inspector.next(provenance), name=name, access=access)


def train(
    inspector: Inspector,
    provenance: Provenance,
    *,
    training: str,
    minutes: int = 0,
    skills: tuple[str, ...] = (),
) -> InspectorTrained:
    """Raises ``Missing``, ``StoodDown`` or ``TooLong``."""
    if inspector.stood_down:
        raise StoodDown
    if not training:
        raise Missing("Say which training it was.", field="training")
    taken = minutes_checked(minutes)
    return InspectorTrained(
        *inspector.next(provenance), training=training, minutes=taken, skills=skills
    )


def help_out(
    inspector: Inspector, provenance: Provenance, *, what: str, minutes: int
) -> InspectorHelped:
    """Raises ``Missing``, ``StoodDown`` or ``TooLong``."""
    if inspector.stood_down:
        raise StoodDown
    if not what:
        raise Missing("Say what they helped with.", field="what")
    if not minutes:
        raise Missing("Say how many hours it took.", field="minutes")
    given = minutes_checked(minutes)
    return InspectorHelped(*inspector.next(provenance), what=what, minutes=given)


def take_off(
    inspector: Inspector, provenance: Provenance, *, entry: int, why: str
) -> InspectorEntryTakenOff:
    """Raises ``Missing`` without a reason, ``NoSuchEntry`` for one that is not there any more."""
    if entry not in inspector.entries:
        raise NoSuchEntry
    if not why:
        raise Missing("Say what was wrong with it.", field="why")
    return InspectorEntryTakenOff(*inspector.next(provenance), entry=entry, why=why)


def stand_down(
    inspector: Inspector, provenance: Provenance, *, why: str = ""
) -> InspectorStoodDown:
    if inspector.stood_down:
        raise StoodDown
    return InspectorStoodDown(*inspector.next(provenance), why=why)


def minutes_checked(minutes: int) -> int:
    """Raises ``TooLong`` for more than a day."""
    if minutes > LONGEST_MINUTES:
        raise TooLong
    return minutes


class InspectorService(Service[Inspector]):
    evolve = staticmethod(evolve_inspector)
    invite = opening_command(invite)
    train = command(train)
    help_out = command(help_out)
    take_off = command(take_off)
    stand_down = command(stand_down)
