"""Sees to it that a person opens every urgent message: takes each step when it is due."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from events.fact import Provenance
from events.feedback.alert import AlertStep
from infra.partnerships import Partnerships
from infra.worker.recipients import who_is_told
from projections.feedback.alerts import Alert, Alerts
from services.feedback.alert_plan import MINUTES, steps_by_now
from services.refusals import AlreadyThere
from web.site.tenancy import Tenant

_SECONDS = 1.0
_AT_ONCE = slice(0, 500)
_WHO = Provenance("earshot", "an urgent message waits")
_log = logging.getLogger(__name__)


class AlertWatch:
    """Looks at partnerships with new facts at once, and each second where a message waits."""

    def __init__(self, partnerships: Partnerships) -> None:
        self._partnerships = partnerships
        self._waiting: set[str] = set()
        self._looked = float("-inf")

    def look(self, moved: Iterable[str], now: datetime) -> None:
        """An error in one partnership is logged, and delays no other."""
        slugs = set(moved)
        if now.timestamp() - self._looked >= _SECONDS:
            self._looked = now.timestamp()
            slugs |= self._waiting
        for slug in slugs:
            try:
                self._see_to(slug, now)
            except Exception:
                self._waiting.add(slug)
                _log.exception("the urgent messages of %s could not be seen to", slug)

    def _see_to(self, slug: str, now: datetime) -> None:
        tenant = self._partnerships.open(slug)
        if take_steps(tenant, now):
            self._waiting.add(slug)
        else:
            self._waiting.discard(slug)


def take_steps(tenant: Tenant, now: datetime) -> int:
    """Takes every step that is due by ``now``. Gives how many messages wait to be opened."""
    with tenant.read(Alerts) as view:
        waiting = view.waiting(_AT_ONCE)
    if not waiting:
        return 0
    recipients, minutes, is_closed = who_is_told(tenant, now)
    for alert in waiting:
        raised = datetime.fromisoformat(alert.raised_at)
        due = steps_by_now(recipients, raised, now, minutes or MINUTES, is_closed=is_closed)
        for step in due:
            if step not in alert.steps:
                _take(tenant, alert, step, recipients.of(step))
    return len(waiting)


def _take(tenant: Tenant, alert: Alert, step: AlertStep, recipients: tuple[str, ...]) -> None:
    with suppress(AlreadyThere):
        tenant.alert.take_step(
            alert.feedback,
            _WHO,
            feedback=alert.feedback,
            raised_at=alert.raised_at,
            step=step,
            recipients=recipients,
        )
