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

    @property
    def may_go_together(self) -> bool:
        """Whether it may be set aside with others."""
        return not why_alone(self.item)


def is_first(item: TriageItem) -> bool:
    """Whether it stands in the group at the very top: they came by "Is someone hurting you?"."""
    return item.asks_help and item.status == "waiting"


def why_alone(item: TriageItem) -> str:
    """Why a message is never set aside with others. Empty where it may be."""
    if not item.needs_somebody:
        return "It is answered or taken back."
    if item.asks_help:
        return "It came by “Is someone hurting you?”."
    if item.raised or item.safe_now == "no":
        return "It raised itself: it may be urgent."
    if item.escalated_to:
        return "A concern was escalated."
    if item.taken_back:
        return "It was taken back, and is to be read first."
    if item.pictures:
        return "It has a picture, which somebody looks at by itself."
    return "A second reader decides already." if item.no_action_by else ""


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
