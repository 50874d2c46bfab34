"""Recording who looked: once an hour for each person and thing, however often a page is opened."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never
from uuid import UUID

from events.fact import Told
from events.privacy.access_log import DetailsOpened, Looked, LookedAt
from services.command import Service, lazy_command
from services.state import State


def evolve(state: State, fact: LookedAt | DetailsOpened) -> State:
    match fact:
        case LookedAt() | DetailsOpened():
            return state
        case _:
            assert_never(fact)


def look(shown: State, told: Told, *, subject: UUID, what: Looked) -> LookedAt:
    """Somebody opened this."""
    return LookedAt(*shown.next(told), subject=subject, what=what)


def look_at_details(shown: State, told: Told, *, subject: UUID) -> DetailsOpened:
    """Somebody opened the details of a case review."""
    return DetailsOpened(*shown.next(told), subject=subject)


class LookingService(Service[State]):
    """A stream for each thing looked at and each day, so that none grows without end."""

    evolve = staticmethod(evolve)
    _look = lazy_command(look)
    _look_at_details = lazy_command(look_at_details)

    def look(self, subject: UUID, told: Told, *, what: Looked, hour: str) -> None:
        """``hour`` is the one it is now, as 2026-11-21T14."""
        stream, told = self._once(subject, told, what, hour)
        self._look(stream, told, subject=subject, what=what)

    def look_at_details(self, subject: UUID, told: Told, *, hour: str) -> None:
        stream, told = self._once(subject, told, "details", hour)
        self._look_at_details(stream, told, subject=subject)

    def _once(self, subject: UUID, told: Told, what: str, hour: str) -> tuple[UUID, Told]:
        """The stream, and a key that is the same for the whole hour."""
        stream = self.ledger.name_of("looking", str(subject), hour.partition("T")[0])
        return stream, replace(told, key=f"{told.by}:{what}:{hour}")
