"""Letters to youth inspectors: a visit is planned, changed, called off, or is tomorrow."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import cast
from uuid import UUID

from events.fact import Fact
from events.inspections.planned_visit import VisitCalledOff, VisitPlanChanged, VisitPlanned
from events.period import PartialDate
from events.uk_time import UK, uk_today
from infra.outbox.letters import OutboxLetter
from infra.partnerships import Partnerships
from infra.worker.recipients import person_of
from infra.worker.visit_words import News, visit_words
from projections.inspections.planned_visits import PlannedVisits
from services.ports import Letter
from web.site.tenancy import Tenant

ABOUT_VISITS = (VisitPlanned, VisitPlanChanged, VisitCalledOff)
_SECONDS = 30.0
_HOUR = 16  # of the day before: after school, and before the evening
_log = logging.getLogger(__name__)


@dataclass
class VisitReminders:
    """Looks every half minute whether it is the hour, and remembers whom it reminded today."""

    partnerships: Partnerships
    looked_at: float = float("-inf")
    reminded_on: dict[str, date] = field(default_factory=dict)

    def look(self, now: datetime) -> None:
        """Puts out the reminders of tomorrow's visits, once a day in each partnership."""
        local = now.astimezone(UK)
        if local.hour < _HOUR or now.timestamp() - self.looked_at < _SECONDS:
            return
        self.looked_at = now.timestamp()
        for slug in self.partnerships.served():
            try:
                self._remind(slug, local)
            except Exception:
                _log.exception("the reminders of visits of %s could not be put out", slug)

    def _remind(self, slug: str, local: datetime) -> None:
        if self.reminded_on.get(slug) == local.date():
            return
        tenant, tomorrow = self.partnerships.open(slug), local.date() + timedelta(days=1)
        with tenant.read(PlannedVisits) as view:
            plans = view.on(tomorrow)
        rows = [
            row for each in plans for row in _reminders(tenant, each.id, each.inspectors, local)
        ]
        self.partnerships.outbox(slug).put(rows)
        self.reminded_on[slug] = local.date()


def visit_rows(tenant: Tenant, fact: Fact) -> Iterator[OutboxLetter]:
    """A letter for each inspector whom a fact about a planned visit concerns."""
    at, id = fact.recorded_at.timestamp(), fact.originator_id
    match fact:
        case VisitPlanned(day=day, inspectors=going):
            yield from _rows(tenant, id, "planned", going, fact.key, at, day)
        case VisitPlanChanged(day=day, joined=joined, left=left):
            stay = [each for each in fact.inspectors if each not in joined]
            for news, whom in (("planned", joined), ("changed", stay), ("off", left)):
                yield from _rows(tenant, id, cast(News, news), whom, fact.key, at, day)
        case VisitCalledOff():
            plan = tenant.planned_visit.known(id).plan
            if plan:
                yield from _rows(tenant, id, "off", plan.inspectors, fact.key, at, plan.day)
        case _:
            return


def visit_letter(tenant: Tenant, name: str, row: OutboxLetter, to: str, url: str) -> Letter | None:
    """The letter, if it is still true when it is sent."""
    id, inspector, said = row.about.split("|")
    news = cast(News, said)
    if not to or not _is_true(tenant, UUID(id), UUID(inspector), news):
        return None
    subject, text = visit_words(name, news, f"{url.removesuffix('work/')}visits/")
    return Letter(to, subject, text, key=row.key)


def _is_true(tenant: Tenant, id: UUID, inspector: UUID, news: News) -> bool:
    """Asks the ledger: the views may be behind."""
    visit = tenant.planned_visit.known(id)
    if visit.plan is None or visit.plan.day.last < uk_today():
        return False
    goes = inspector in visit.plan.inspectors and not visit.called_off
    if news == "tomorrow":
        return goes and not visit.visits and visit.plan.day.first > uk_today()
    return goes != (news == "off")


def _reminders(
    tenant: Tenant, id: UUID, inspectors: Iterable[UUID], local: datetime
) -> Iterator[OutboxLetter]:
    """For whoever has not turned the letter of the day down."""
    day = PartialDate((local.date() + timedelta(days=1)).isoformat())
    key, at = f"{id}:{day.text}", local.timestamp()
    for row in _rows(tenant, id, "tomorrow", inspectors, key, at, day):
        person = person_of(tenant, row.recipient)
        if person and person.wants_digest:
            yield row


def _rows(
    tenant: Tenant,
    id: UUID,
    news: News,
    inspectors: Iterable[UUID],
    key: str,
    at: float,
    day: PartialDate,
) -> Iterator[OutboxLetter]:
    """None of a day that has gone by. A reminder is of no use once its day begins."""
    end = day.last + timedelta(days=0 if news == "tomorrow" else 1)
    until = datetime.combine(end, time(), UK).timestamp()
    for each in inspectors if at < until else ():
        if access := tenant.inspector.known(each).access:
            name, about = f"visit:{news}:{key}:{each}", f"{id}|{each}|{news}"
            yield OutboxLetter(name, "visit", "email", str(access), about, at, until)
