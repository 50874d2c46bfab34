"""Alerts: who was told that an urgent message waits, how, and when somebody opened it.

``raised_at`` is the moment (ISO 8601, UTC) at which the message became urgent. A message that
becomes urgent again, by words that are added, is alerted again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from events.fact import Fact

AlertStep = Literal["on duty", "next on duty", "out of hours", "team", "coordinator"]
AlertChannel = Literal["email", "text"]


@dataclass(frozen=True)
class AlertStepTaken(Fact):
    """These are to be told now. Each is a person's id, or ``team``, or ``out of hours``."""

    TOPIC = "alert.step_taken"
    PERSONAL = frozenset()
    feedback: UUID
    raised_at: str
    step: AlertStep
    recipients: tuple[str, ...]


@dataclass(frozen=True)
class AlertSent(Fact):
    """The provider took the letter or text message at ``sent_at``."""

    TOPIC = "alert.sent"
    PERSONAL = frozenset()
    DAY = ""
    feedback: UUID
    raised_at: str
    step: AlertStep
    to: str
    channel: AlertChannel
    sent_at: datetime


@dataclass(frozen=True)
class AlertOpened(Fact):
    """Somebody who may act on it opened the message. Nobody else is told from then on."""

    TOPIC = "alert.opened"
    PERSONAL = frozenset()
    feedback: UUID
    raised_at: str


AlertFact = AlertStepTaken | AlertSent | AlertOpened
