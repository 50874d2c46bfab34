"""Alerts about an urgent message: who is told, step by step, until somebody opens it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.feedback.alert import (
    AlertChannel,
    AlertFact,
    AlertOpened,
    AlertSent,
    AlertStep,
    AlertStepTaken,
)
from services.command import Service, lazy_command
from services.refusals import AlreadyThere
from services.state import State


@dataclass(frozen=True)
class AlertState(State):
    """By the moment at which the message became urgent: the steps taken, and if it was opened."""

    steps: frozenset[tuple[str, AlertStep]] = frozenset()
    sent: frozenset[tuple[str, AlertStep, str, AlertChannel]] = frozenset()
    opened: frozenset[str] = frozenset()


def evolve(state: AlertState, fact: AlertFact) -> AlertState:
    match fact:
        case AlertStepTaken(raised_at=raised, step=step):
            return replace(state, steps=state.steps | {(raised, step)})
        case AlertSent(raised_at=raised, step=step, to=to, channel=channel):
            return replace(state, sent=state.sent | {(raised, step, to, channel)})
        case AlertOpened(raised_at=raised):
            return replace(state, opened=state.opened | {raised})
        case _:
            assert_never(fact)


def take_step(
    alert: AlertState,
    provenance: Provenance,
    *,
    feedback: UUID,
    raised_at: str,
    step: AlertStep,
    recipients: tuple[str, ...],
) -> AlertStepTaken:
    """Raises ``AlreadyThere`` where the step was taken, or where somebody has opened it."""
    if (raised_at, step) in alert.steps or raised_at in alert.opened:
        raise AlreadyThere
    return AlertStepTaken(
        *alert.next(provenance),
        feedback=feedback,
        raised_at=raised_at,
        step=step,
        recipients=recipients,
    )


def record_sent(
    alert: AlertState,
    provenance: Provenance,
    *,
    feedback: UUID,
    raised_at: str,
    step: AlertStep,
    to: str,
    channel: AlertChannel,
    sent_at: datetime,
) -> AlertSent:
    """Raises ``AlreadyThere`` where this was recorded."""
    if (raised_at, step, to, channel) in alert.sent:
        raise AlreadyThere
    return AlertSent(
        *alert.next(provenance),
        feedback=feedback,
        raised_at=raised_at,
        step=step,
        to=to,
        channel=channel,
        sent_at=sent_at,
    )


def open_alert(
    alert: AlertState, provenance: Provenance, *, feedback: UUID, raised_at: str
) -> AlertOpened:
    """Raises ``AlreadyThere`` where somebody has opened it before."""
    if raised_at in alert.opened:
        raise AlreadyThere
    return AlertOpened(*alert.next(provenance), feedback=feedback, raised_at=raised_at)


class AlertService(Service[AlertState]):
    """One stream for each message, beside the message's own. A command's subject is the message."""

    evolve = staticmethod(evolve)
    take_step = lazy_command(take_step)
    record_sent = lazy_command(record_sent)
    open = lazy_command(open_alert)

    def stream_of(self, subject: UUID) -> UUID:
        return self.ledger.name_of("alert", str(subject))
