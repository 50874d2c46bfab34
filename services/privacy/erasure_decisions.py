"""Decisions on erasure: asked for, declined, confirmed, held for a legal reason."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.fact import Provenance
from events.privacy.erasure import (
    ForgettingAsked,
    ForgettingConfirmed,
    ForgettingDeclined,
    Ground,
    HoldLifted,
    HoldPlaced,
    Kind,
)
from services.privacy.erasure_state import (
    AskedAlready,
    Forgetting,
    Held,
    MayStillSignIn,
    NobodyAsked,
    SecondPersonNeeded,
)
from services.refusals import Forgotten, Missing


def ask(
    forgetting: Forgetting,
    provenance: Provenance,
    *,
    kind: Kind,
    ground: Ground,
    streams: tuple[UUID, ...],
) -> ForgettingAsked:
    """Raises ``Held``, ``AskedAlready``, ``Forgotten``."""
    _free(forgetting)
    if ground not in get_args(Ground):
        raise Missing("Say why it is to be forgotten.", field="ground")
    if forgetting.asked:
        raise AskedAlready
    return ForgettingAsked(
        *forgetting.next(provenance),
        subject=forgetting.subject,
        kind=kind,
        ground=ground,
        streams=streams,
    )


def decline(forgetting: Forgetting, provenance: Provenance, *, why: str) -> ForgettingDeclined:
    if not forgetting.asked:
        raise NobodyAsked
    if not why:
        raise Missing("Say why not.", field="why")
    return ForgettingDeclined(*forgetting.next(provenance), subject=forgetting.subject, why=why)


def confirm(
    forgetting: Forgetting, provenance: Provenance, *, also: tuple[UUID, ...] = ()
) -> ForgettingConfirmed:
    """By another person than the one who asked, and than the one it is about.

    Raises ``SecondPersonNeeded``, ``NobodyAsked``, ``MayStillSignIn``, ``Held``, ``Forgotten``.
    """
    _free(forgetting)
    if not forgetting.asked:
        raise NobodyAsked
    if provenance.by in {forgetting.asked.provenance.by, str(forgetting.subject)}:
        raise SecondPersonNeeded
    if forgetting.can_sign_in:
        raise MayStillSignIn
    it, streams = forgetting.asked, dict.fromkeys((*forgetting.asked.streams, *also))
    return ForgettingConfirmed(
        *forgetting.next(provenance),
        subject=it.subject,
        kind=it.kind,
        ground=it.ground,
        streams=tuple(streams),
    )


def hold(forgetting: Forgetting, provenance: Provenance, *, reason: str) -> HoldPlaced:
    if forgetting.confirmed:
        raise Forgotten
    if not reason:
        raise Missing("Say why it must be kept.", field="reason")
    return HoldPlaced(*forgetting.next(provenance), subject=forgetting.subject, reason=reason)


def lift(forgetting: Forgetting, provenance: Provenance, *, why: str) -> HoldLifted:
    """A hold by hand first; one by escalation only by somebody else than who escalated it."""
    if not forgetting.hold:
        raise Missing("There is no hold on this.", field="why")
    if not why:
        raise Missing("Say why the hold ends.", field="why")
    escalations = 0 if forgetting.by_hand else len(forgetting.escalated_by)
    if escalations and provenance.by in forgetting.escalated_by[forgetting.freed :]:
        raise SecondPersonNeeded("You escalated this. Another person must lift the hold.")
    return HoldLifted(
        *forgetting.next(provenance), subject=forgetting.subject, why=why, escalations=escalations
    )


def _free(forgetting: Forgetting) -> None:
    if forgetting.hold:
        raise Held(f"This is held, so it is not forgotten for now: {forgetting.hold}")
    if forgetting.confirmed:
        raise Forgotten
