"""The letter of the day: what waits for each person, once per working day, by the outbox."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from events.fact import Provenance
from events.period import PartialDate
from events.uk_time import UK, in_words
from events.working_days import ENGLAND
from infra.outbox.letters import OutboxLetter
from infra.partnerships import Partnerships
from infra.worker.what_waits import what_waits
from projections.access.people import People, Person
from projections.deadlines.service_standards import ServiceStandards
from web.site.tenancy import Tenant

_SECONDS = 30.0
_log = logging.getLogger(__name__)
_WHOSE = Provenance("earshot", "told by the letter of the day")


@dataclass
class DigestSender:
    """Looks every half minute whether it is the hour, and remembers what it put out today."""

    partnerships: Partnerships
    looked_at: float = float("-inf")
    sent_on: dict[str, date] = field(default_factory=dict)

    def look(self, now: datetime) -> None:
        """Puts out the letters of every partnership that has reached its hour."""
        if now.timestamp() - self.looked_at < _SECONDS:
            return
        self.looked_at = now.timestamp()
        local = now.astimezone(UK)
        for slug in self.partnerships.served():
            try:
                self._tell_one(slug, local)
            except Exception:
                _log.exception("the letters of the day of %s could not be put out", slug)

    def _tell_one(self, slug: str, local: datetime) -> None:
        if self.sent_on.get(slug) == local.date() or not _is_time(self.partnerships, slug, local):
            return
        self.partnerships.outbox(slug).sweep(local.timestamp())
        for said in tell(self.partnerships, slug, local):
            _log.info("%s: %s", slug, said)
        self.sent_on[slug] = local.date()


def tell(partnerships: Partnerships, slug: str, now: datetime) -> Iterator[str]:
    """Puts today's letters into the outbox, each once, and says for whom."""
    tenant, day = partnerships.open(slug), now.astimezone(UK).date()
    if not ENGLAND.is_working(day):
        yield f"{in_words(day)} is no working day: no letters."
        return
    tenant.catch_up()
    with tenant.read(People) as view:
        people = [person for person in view.all() if person.role and person.wants_digest]
    told = [said for person in people if (said := _put(partnerships, tenant, person, now))]
    yield from told or ["Nothing waits for anybody: no letters."]


def _put(partnerships: Partnerships, tenant: Tenant, person: Person, now: datetime) -> str:
    """The row first, then the fact: killed in between, the next look finds the row there."""
    day = now.astimezone(UK).date()
    waits = what_waits(tenant, person, day)
    if not waits.lines:
        return ""
    key = f"digest:{person.id}:{day.isoformat()}"
    evening = datetime.combine(day + timedelta(days=1), time(), UK).timestamp()
    letter = OutboxLetter(
        key, "digest", "email", str(person.id), day.isoformat(), now.timestamp(), evening
    )
    partnerships.outbox(tenant.slug).put([letter])
    on = PartialDate(day.isoformat())
    counts = {"late": waits.late, "due": waits.due}
    if not tenant.digest.claim(_WHOSE, person=person.id, day=on, **counts):
        return f"a {person.role} was told already today."
    return f"a letter to a {person.role}: {waits.subject}."


def _is_time(partnerships: Partnerships, slug: str, local: datetime) -> bool:
    with partnerships.open(slug).read(ServiceStandards) as view:
        hour = view.now().digest_hour
    return hour is not None and local.hour >= hour
