"""Recording who looked: once per hour, person and thing, however often a page is opened."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.privacy.access_log import DetailsOpened, Looked, LookedAt
from services.command import Service, lazy_command
from services.state import State


def evolve(state: State, fact: LookedAt | DetailsOpened) -> State:
    match fact:
        case LookedAt() | DetailsOpened():
            return state
        case _:
            assert_never(fact)


def look(shown: State, provenance: Provenance, *, subject: UUID, what: Looked) -> LookedAt:
    """Somebody opened this."""
    return LookedAt(*shown.next(provenance), subject=subject, what=what)


def look_at_details(shown: State, provenance: Provenance, *, subject: UUID) -> DetailsOpened:
    """Somebody opened the details of a case review."""
    return DetailsOpened(*shown.next(provenance), subject=subject)


class AccessLogService(Service[State]):
    """A stream for each thing looked at and each day, so that none grows without end."""

    evolve = staticmethod(evolve)
    _look = lazy_command(look)
    _look_at_details = lazy_command(look_at_details)

    def look(self, subject: UUID, provenance: Provenance, *, what: Looked, hour: str) -> None:
        """``hour`` is the one it is now, as 2026-11-21T14."""
        stream, provenance = self._once(subject, provenance, what, hour)
        self._look(stream, provenance, subject=subject, what=what)

    def look_at_details(self, subject: UUID, provenance: Provenance, *, hour: str) -> None:
        stream, provenance = self._once(subject, provenance, "details", hour)
        self._look_at_details(stream, provenance, subject=subject)

    def _once(
        self, subject: UUID, provenance: Provenance, what: str, hour: str
    ) -> tuple[UUID, Provenance]:
        """The stream, and a key that is the same for the whole hour."""
        stream = self.ledger.name_of("looking", str(subject), hour.partition("T")[0])
        return stream, replace(provenance, key=f"{provenance.by}:{what}:{hour}")
