"""The rows of the triage queue, each with its clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from projections.deadlines.service_standards import Promised
from projections.deadlines.standing import DeadlineStatus
from projections.feedback.triage_rows import TriageItem
from web.deadlines.standard_kept import read_standing, urgent_standing
from web.feedback.alerting import AlertStanding, alerts_of
from web.site.formatting import today


@dataclass(frozen=True)
class TriageLine:
    """One row of the queue: the message, and how its clocks stand."""

    item: TriageItem
    read: DeadlineStatus | None
    urgent: DeadlineStatus | None
    alert: AlertStanding | None


def is_first(item: TriageItem) -> bool:
    """Whether it stands in the group at the very top: they came by "Is someone hurting you?"."""
    return item.asks_help and item.status == "waiting"


def lines_of(items: list[TriageItem], promised: Promised) -> list[TriageLine]:
    alerts, now = alerts_of([item.id for item in items if item.raised]), datetime.now(UTC)
    return [
        TriageLine(
            item,
            read_standing(item, promised, today()),
            urgent_standing(item, promised, now),
            alerts.get(item.id),
        )
        for item in items
    ]
