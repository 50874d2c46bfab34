"""Erasures: asked for, held and why, done. Two people decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.privacy.erasure import (
    ForgettingAsked,
    ForgettingConfirmed,
    ForgettingDeclined,
    Forgot,
    HoldLifted,
    HoldPlaced,
)
from projections.engine.encryption import Personal
from projections.engine.projection import Projection
from projections.engine.tables import TableOf

Standing = Literal["", "asked", "declined", "confirmed", "forgotten"]


@dataclass(frozen=True)
class ErasureEntry:
    """One subject. ``by`` and ``on`` are of the last step; ``hold`` is why it is held."""

    subject: UUID
    kind: str = ""
    ground: str = ""
    standing: Standing = ""
    asked_by: str = ""
    by: str = ""
    on: str = ""
    hold: Personal = ""
    why: Personal = ""


class Erasures(Projection):
    name = "forgetting_list"
    entries = TableOf(ErasureEntry, index=("standing",))

    def apply(self, fact: Fact) -> None:
        match fact:
            case ForgettingAsked(subject=subject, kind=kind, ground=ground):
                self._step(
                    fact,
                    subject,
                    standing="asked",
                    kind=kind,
                    ground=ground,
                    asked_by=fact.provenance.by,
                )
            case ForgettingDeclined(subject=subject, why=why):
                self._step(fact, subject, standing="declined", why=why)
            case ForgettingConfirmed(subject=subject, kind=kind, ground=ground):
                self._step(fact, subject, standing="confirmed", kind=kind, ground=ground)
            case Forgot(subject=subject):
                known = self._of(subject)
                self.entries.put(replace(known, standing="forgotten"))
            case HoldPlaced(subject=subject, reason=reason):
                self._step(fact, subject, hold=reason)
            case HoldLifted(subject=subject):
                self._step(fact, subject, hold="")
            case _:
                pass

    def standing(self, standing: Standing) -> list[ErasureEntry]:
        """Those that stand so, the newest first."""
        found = self.entries.where(standing=standing)
        return sorted(found, key=lambda entry: entry.on, reverse=True)

    def held(self) -> list[ErasureEntry]:
        return [entry for entry in self.entries.where() if entry.hold]

    def of(self, subject: UUID) -> ErasureEntry:
        return self._of(subject)

    def _of(self, subject: UUID) -> ErasureEntry:
        return self.entries.get(subject) or ErasureEntry(subject)

    def _step(self, fact: Fact, subject: UUID, **changes: str) -> None:
        moment = fact.recorded_at.isoformat(timespec="seconds")
        row = replace(self._of(subject), by=fact.provenance.by, on=moment, **changes)  # type: ignore[arg-type]
        self.entries.put(row)
