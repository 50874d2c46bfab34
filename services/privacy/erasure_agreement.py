"""Agreeing to forget: by a second person, at once or some days later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from events.fact import Provenance
from events.period import PartialDate
from events.privacy.erasure import (
    ForgettingAgreed,
    ForgettingAsked,
    ForgettingConfirmed,
    Ground,
    Kind,
)
from services.four_eyes import NeverOutside, Outsider, refuse_alone, refuse_outsider
from services.let_in import LetIn
from services.privacy.erasure_state import (
    AgreedAlready,
    Forgetting,
    MayStillSignIn,
    NobodyAsked,
    SecondPersonNeeded,
    StillCooling,
    refuse_held,
)

COOLING = timedelta(days=7)  # between agreeing to forget an escalated concern and doing it


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
    refuse_held(forgetting)
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
    refuse_held(forgetting)
    if forgetting.cooling:
        raise AgreedAlready
    if not forgetting.asked:
        raise NobodyAsked
    if forgetting.can_sign_in:
        raise MayStillSignIn
    return forgetting.asked
