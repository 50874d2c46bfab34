"""Asking a group of young people, and not asking a similar group again without a reason."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.participation.engagement import (
    AskedAgain,
    EngagementCancelled,
    EngagementHeld,
    EngagementKind,
    EngagementPlanned,
    GroupSaid,
    WhatTheySaidUsed,
)
from events.period import PartialDate
from events.value import Value
from services.command import Service, command, opening_command
from services.participation.engagement_state import (
    AskedBefore,
    Engagement,
    GroupHeldAlready,
    evolve,
    going_on,
    held,
)
from services.refusals import Missing


def plan(
    engagement: Engagement,
    provenance: Provenance,
    *,
    kind: EngagementKind,
    group: str,
    theme: str,
    question: str,
    planned_on: PartialDate | None = None,
    before: tuple[UUID, ...] = (),
    why: str = "",
    demo: bool = False,
) -> tuple[EngagementPlanned | AskedAgain, ...]:
    """``before`` is when a like group was asked the like: then it needs a reason."""
    for field, given in (("group", group), ("theme", theme), ("question", question)):
        if not given:
            raise Missing("Say which group, about what, and what they will be asked.", field=field)
    planned = EngagementPlanned(
        *engagement.next(provenance),
        kind=kind,
        group=group,
        theme=theme,
        question=question,
        planned_on=planned_on,
        demo=demo,
    )
    if not before:
        return (planned,)
    if not why:
        raise AskedBefore
    return planned, AskedAgain(*engagement.next(provenance, 2), before=before, why=why)


def hold(
    engagement: Engagement,
    provenance: Provenance,
    *,
    held_on: PartialDate,
    venue: str = "",
    came: Value,
) -> EngagementHeld:
    of = going_on(engagement)
    if of.held:
        raise GroupHeldAlready
    return EngagementHeld(
        *of.next(provenance),
        group=of.group,
        theme=of.theme,
        question=of.question,
        held_on=held_on,
        venue=venue,
        came=came,
        demo=of.demo,
    )


def hear(
    engagement: Engagement,
    provenance: Provenance,
    *,
    words: str,
    theme: str = "",
    verbatim: bool = False,
) -> GroupSaid:
    """What they said together; under the theme they were asked about unless another is given."""
    if not words:
        raise Missing("Write what they said.", field="words")
    of = going_on(held(engagement))
    return GroupSaid(*of.next(provenance), theme=theme or of.theme, words=words, verbatim=verbatim)


def use(
    engagement: Engagement, provenance: Provenance, *, what: str, decision: UUID | None = None
) -> WhatTheySaidUsed:
    if not what:
        raise Missing("Say what was done with what they said.", field="what")
    of = going_on(held(engagement))
    return WhatTheySaidUsed(
        *of.next(provenance),
        group=of.group,
        theme=of.theme,
        what=what,
        decision=decision,
        demo=of.demo,
    )


def cancel(engagement: Engagement, provenance: Provenance, *, why: str) -> EngagementCancelled:
    if engagement.held:
        raise GroupHeldAlready
    if not why:
        raise Missing("Say why it will not be held.", field="why")
    return EngagementCancelled(*going_on(engagement).next(provenance), why=why)


class EngagementService(Service[Engagement]):
    evolve = staticmethod(evolve)
    plan = opening_command(plan)
    hold = command(hold)
    hear = command(hear)
    use = command(use)
    cancel = command(cancel)
