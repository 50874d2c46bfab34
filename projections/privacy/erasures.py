"""Erasures: asked for, held and why, done. Two people decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.feedback.triage import ConcernEscalated
from events.privacy.erasure import (
    ForgettingAgreed,
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

Standing = Literal["", "asked", "declined", "agreed", "confirmed", "forgotten"]


@dataclass(frozen=True)
class ErasureEntry:
    """One subject. ``by`` and ``on`` are of the last step; ``hold`` is why it is held.

    It is agreed ``until`` a day (ISO 8601), on which it is done. ``seconded_by`` is who outside
    this service confirmed it.
    """

    subject: UUID
    kind: str = ""
    ground: str = ""
    standing: Standing = ""
    asked_by: str = ""
    by: str = ""
    on: str = ""
    hold: Personal = ""
    why: Personal = ""
    until: str = ""
    seconded_by: str = ""


class Erasures(Projection):
    name = "forgetting_list"
    version = 2
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
            case ForgettingAgreed(subject=subject, kind=kind, ground=ground, until=until):
                day = until.first.isoformat()
                self._step(fact, subject, standing="agreed", kind=kind, ground=ground, until=day)
            case ForgettingConfirmed(subject=subject, kind=kind, ground=ground):
                self._step(
                    fact,
                    subject,
                    standing="confirmed",
                    kind=kind,
                    ground=ground,
                    seconded_by=fact.seconded_by,
                )
            case ConcernEscalated():
                self.entries.change(fact.originator_id, _stopped)
            case Forgot(subject=subject):
                known = self._of(subject)
                self.entries.put(replace(known, standing="forgotten"))
            case HoldPlaced(subject=subject, reason=reason):
                self._step(fact, subject, hold=reason)
                self.entries.change(subject, _stopped)
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


def _stopped(row: ErasureEntry) -> ErasureEntry:
    """What was agreed is no longer: where somebody asked, a second person decides again."""
    if row.standing != "agreed":
        return row
    return replace(row, standing="asked" if row.asked_by else "", until="")
