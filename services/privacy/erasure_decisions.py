"""Decisions on erasure: asked for, declined, agreed, confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args
from uuid import UUID

from events.fact import Provenance
from events.period import PartialDate
from events.privacy.erasure import (
    ForgettingAgreed,
    ForgettingAsked,
    ForgettingConfirmed,
    ForgettingDeclined,
    Ground,
    Kind,
)
from services.four_eyes import LetIn, NeverOutside, Outsider, refuse_alone, refuse_outsider
from services.privacy.erasure_state import (
    AgreedAlready,
    AskedAlready,
    Forgetting,
    Held,
    MayStillSignIn,
    NobodyAsked,
    SecondPersonNeeded,
    StillCooling,
)
from services.refusals import Forgotten, Missing

COOLING = timedelta(days=7)  # between agreeing to forget an escalated concern and doing it


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


def confirm(
    forgetting: Forgetting,
    provenance: Provenance,
    *,
    also: tuple[UUID, ...] = (),
    let_in: LetIn,
    today: date,
) -> ForgettingConfirmed | ForgettingAgreed:
    """By another person than the one who asked, and than the one it is about.

    With an escalated concern it is agreed first, and done some days later. Raises
    ``SecondPersonNeeded``, ``LetInByOther``, ``LetInByTheSame``, ``NobodyAsked``,
    ``AgreedAlready``, ``MayStillSignIn``, ``Held``, ``Forgotten``.
    """
    asked, by = _asked(forgetting), provenance.by
    if by == str(forgetting.subject):
        raise SecondPersonNeeded
    strict = forgetting.is_escalated
    own = SecondPersonNeeded()
    refuse_alone(let_in, by, [asked.provenance.by], own=own, strict=strict)
    streams = tuple(dict.fromkeys((*asked.streams, *also)))
    return forget(forgetting, provenance, asked.kind, asked.ground, streams, today=today)


def confirm_outside(
    forgetting: Forgetting,
    provenance: Provenance,
    *,
    also: tuple[UUID, ...] = (),
    outsider: Outsider,
    may: Mapping[str, str],
    let_in: LetIn,
) -> ForgettingConfirmed:
    """Somebody outside this service agreed, as nobody here may: ``may`` names who confirms.

    Raises ``NeverOutside`` where a concern was escalated, ``SomebodyHereMay``, and as ``confirm``.
    """
    asked = _asked(forgetting)
    if forgetting.is_escalated:
        raise NeverOutside
    refuse_outsider(let_in, may, [asked.provenance.by], outsider)
    streams = tuple(dict.fromkeys((*asked.streams, *also)))
    confirmed = _confirmed(forgetting, provenance, asked.kind, asked.ground, streams)
    return replace(confirmed, seconded_by=outsider.words, seconded_on=outsider.on)


def forget(
    forgetting: Forgetting,
    provenance: Provenance,
    kind: Kind,
    ground: Ground,
    streams: tuple[UUID, ...],
    *,
    today: date,
) -> ForgettingConfirmed | ForgettingAgreed:
    """At once; after ``COOLING`` where a concern was ever escalated because of it."""
    if not forgetting.is_escalated:
        return _confirmed(forgetting, provenance, kind, ground, streams)
    return ForgettingAgreed(
        *forgetting.next(provenance),
        subject=forgetting.subject,
        kind=kind,
        ground=ground,
        streams=streams,
        until=PartialDate((today + COOLING).isoformat()),
        escalations=len(forgetting.escalated_by),
    )


def carry_out(
    forgetting: Forgetting, provenance: Provenance, *, also: tuple[UUID, ...] = (), today: date
) -> ForgettingConfirmed:
    """What was agreed, on its day or later. Raises ``NobodyAsked``, ``Held``, ``StillCooling``."""
    _free(forgetting)
    agreed = forgetting.cooling
    if agreed is None:
        raise NobodyAsked
    if today < agreed.until.first:
        raise StillCooling
    streams = tuple(dict.fromkeys((*agreed.streams, *also)))
    return _confirmed(forgetting, provenance, agreed.kind, agreed.ground, streams)


def _confirmed(
    forgetting: Forgetting,
    provenance: Provenance,
    kind: Kind,
    ground: Ground,
    streams: tuple[UUID, ...],
) -> ForgettingConfirmed:
    return ForgettingConfirmed(
        *forgetting.next(provenance),
        subject=forgetting.subject,
        kind=kind,
        ground=ground,
        streams=streams,
    )


def _asked(forgetting: Forgetting) -> ForgettingAsked:
    _free(forgetting)
    if forgetting.cooling:
        raise AgreedAlready
    if not forgetting.asked:
        raise NobodyAsked
    if forgetting.can_sign_in:
        raise MayStillSignIn
    return forgetting.asked


def _free(forgetting: Forgetting) -> None:
    if forgetting.hold:
        raise Held(f"This is held, so it is not forgotten for now: {forgetting.hold}")
    if forgetting.confirmed:
        raise Forgotten
