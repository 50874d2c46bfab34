"""Asking that something be forgotten, and declining it."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.fact import Provenance
from events.privacy.erasure import (
    ForgettingAsked,
    ForgettingDeclined,
    Ground,
    Kind,
)
from services.privacy.erasure_state import (
    AgreedAlready,
    AskedAlready,
    Forgetting,
    NobodyAsked,
    refuse_held,
)
from services.refusals import Missing


def ask(
    forgetting: Forgetting,
    provenance: Provenance,
    *,
    kind: Kind,
    ground: Ground,
    streams: tuple[UUID, ...],
) -> ForgettingAsked:
    """Raises ``Held``, ``AskedAlready``, ``Forgotten``."""
    refuse_held(forgetting)
    if ground not in get_args(Ground):
        raise Missing("Say why it is to be forgotten.", field="ground")
    if forgetting.asked or forgetting.cooling:
        raise AskedAlready
    return ForgettingAsked(
        *forgetting.next(provenance),
        subject=forgetting.subject,
        kind=kind,
        ground=ground,
        streams=streams,
    )


def decline(forgetting: Forgetting, provenance: Provenance, *, why: str) -> ForgettingDeclined:
    if forgetting.cooling:
        raise AgreedAlready
    if not forgetting.asked:
        raise NobodyAsked
    if not why:
        raise Missing("Say why not.", field="why")
    return ForgettingDeclined(*forgetting.next(provenance), subject=forgetting.subject, why=why)
