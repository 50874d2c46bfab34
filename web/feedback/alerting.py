"""The alert of an urgent message on its page and in the queue: opened, and how long it may wait."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from events.fact import Provenance
from events.uk_time import UK
from projections.deadlines.duty import DutyContacts, DutyRota
from projections.feedback.alerts import Alert, Alerts
from services.feedback.alert_plan import MINUTES
from services.refusals import AlreadyThere
from web.site.authentication import who
from web.site.permissions import is_offered
from web.site.tenancy import here
from web.site.time_travel import is_past


@dataclass(frozen=True)
class AlertStanding:
    """How an alert stands, in words. ``minutes`` are left until the next people are told."""

    words: str
    is_late: bool


def record_opened(id: UUID) -> None:
    """Ends the alert of this message, if it has one and the user may act on it."""
    if is_past() or not is_offered("handle feedback"):
        return
    with here.read(Alerts) as view:
        alert = view.of(id)
    if alert is None or not alert.is_waiting:
        return
    with suppress(AlreadyThere):
        provenance = Provenance(str(who.id), f"opened by {who.role}")
        here.alert.open(id, provenance, feedback=id, raised_at=alert.raised_at)
    here.catch_up()


def alerts_of(ids: list[UUID]) -> dict[UUID, AlertStanding]:
    """How the alerts of these messages stand, of those that wait to be opened."""
    with here.read(Alerts) as view:
        known = [alert for id in ids if (alert := view.of(id)) and alert.is_waiting]
    minutes, now = duty_contacts().minutes or MINUTES, datetime.now(UTC)
    return {alert.feedback: _standing(alert, minutes, now) for alert in known}


def duty_contacts() -> DutyContacts:
    """The front door, the team and the out-of-hours contact."""
    with here.read(DutyRota) as rota:
        return rota.now()


def _standing(alert: Alert, minutes: int, now: datetime) -> AlertStanding:
    raised = datetime.fromisoformat(alert.raised_at)
    by = raised + timedelta(minutes=minutes)
    left = (by - now) // timedelta(minutes=1)
    if left >= 0:
        return AlertStanding(f"Open it by {by.astimezone(UK):%H:%M} ({left} minutes left)", False)
    late = now - by
    since = f"{late.days} days" if late.days else f"{late // timedelta(minutes=1)} minutes"
    return AlertStanding(f"Nobody has opened it: {since} late", True)
