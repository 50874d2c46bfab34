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

_SECONDS = 5.0
_PAGE = slice(0, 200)  # the next look, a tenth of a second later, takes the next
_WHO = Provenance("earshot", "an urgent message waits")
_log = logging.getLogger(__name__)


class AlertWatch:
    """Looks at partnerships with new facts at once, and every few seconds where a message waits."""

    def __init__(self, partnerships: Partnerships) -> None:
        self._partnerships = partnerships
        self._waiting: set[str] = set()
        self._looked = float("-inf")

    def look(self, moved: Iterable[str], now: datetime) -> None:
        """An error in one partnership is logged, and delays no other."""
        is_time = now.timestamp() - self._looked >= _SECONDS
        if is_time:
            self._looked = now.timestamp()
        for slug in {*moved, *(self._waiting if is_time else ())}:
            try:
                self._see_to(slug, now, all_of_them=is_time)
            except Exception:
                self._waiting.add(slug)
                _log.exception("the urgent messages of %s could not be seen to", slug)

    def _see_to(self, slug: str, now: datetime, *, all_of_them: bool) -> None:
        tenant = self._partnerships.open(slug)
        if not all_of_them:
            self._waiting |= {slug} if tell_first(tenant, now) else set()
        elif take_steps(tenant, now):
            self._waiting.add(slug)
        else:
            self._waiting.discard(slug)


def tell_first(tenant: Tenant, now: datetime) -> int:
    """Takes the first steps of messages that nobody was told of. Gives how many there were."""
    with tenant.read(Alerts) as view:
        untold = view.untold(_PAGE)
    _take_due(tenant, untold, now)
    return len(untold)


def take_steps(tenant: Tenant, now: datetime) -> int:
    """Takes every step that is due by ``now``. Gives how many messages wait to be opened."""
    with tenant.read(Alerts) as view:
        waiting = view.waiting()
    _take_due(tenant, waiting, now)
    return len(waiting)


def _take_due(tenant: Tenant, alerts: list[Alert], now: datetime) -> None:
    if not alerts:
        return
    recipients, minutes, is_closed = who_is_told(tenant, now)
    for alert in alerts:
        raised = datetime.fromisoformat(alert.raised_at)
        due = steps_by_now(recipients, raised, now, minutes or MINUTES, is_closed=is_closed)
        for step in due:
            if step not in alert.steps:
                _take(tenant, alert, step, recipients.of(step))


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
