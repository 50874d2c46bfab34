"""E-mails that tell each coordinator what is late and what is due, once per working day."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from events.fact import Provenance
from events.period import PartialDate
from events.uk_time import UK, in_words
from events.working_days import ENGLAND
from infra.partnerships import Partnerships
from projections.access.people import People, Person
from projections.deadlines.service_standards import ServiceStandards
from services.ports import Letter, NotSent
from web.deadlines.deadline_lines import DeadlineLine, lines_of
from web.site.tenancy import Tenant

AHEAD_WORKING_DAYS = 10
_SECONDS = 30.0
_log = logging.getLogger(__name__)
_WHOSE = Provenance("earshot", "told by the letter of the day")


@dataclass
class DigestSender:
    """Looks every half minute whether it is the hour, and remembers what it sent today."""

    partnerships: Partnerships
    record_access: float = float("-inf")
    sent_on: dict[str, date] = field(default_factory=dict)

    def look(self, now: datetime) -> None:
        """Sends the digest of every partnership that has reached its hour, and logs failures."""
        if now.timestamp() - self.record_access < _SECONDS:
            return
        self.record_access = now.timestamp()
        local = now.astimezone(UK)
        for slug in self.partnerships.store.slugs():
            if self.sent_on.get(slug) != local.date() and _is_time(self.partnerships, slug, local):
                self.sent_on[slug] = local.date()
                for said in tell(self.partnerships, slug, now):
                    _log.info("%s: %s", slug, said)


def tell(partnerships: Partnerships, slug: str, now: datetime) -> Iterator[str]:
    """Sends today's letters that were not sent yet, and says what happened to each."""
    tenant, day = partnerships.open(slug), now.astimezone(UK).date()
    if not ENGLAND.is_working(day):
        yield f"{in_words(day)} is no working day: no letters."
        return
    tenant.catch_up()
    late, due = what_is_due(tenant, day)
    if not (late or due):
        yield "Nothing is due: no letters."
        return
    address = f"{partnerships.public_url}/{slug}/work/deadlines/"
    with tenant.read(People) as view:
        people = [person for person in view.all() if person.role == "coordinator"]
    for person in people:
        yield _send(partnerships, tenant, person, day, late, due, address)


def what_is_due(tenant: Tenant, day: date) -> tuple[list[DeadlineLine], list[DeadlineLine]]:
    """What is late, and what is due within the next ten working days."""
    until = ENGLAND.after(day, AHEAD_WORKING_DAYS)
    lines = lines_of(tenant, day)
    late = [line for line in lines if line.stands.shape == "late"]
    ahead = [line for line in lines if line.due and day <= line.due.last <= until]
    return late, ahead


def _send(
    partnerships: Partnerships,
    tenant: Tenant,
    person: Person,
    day: date,
    late: list[DeadlineLine],
    due: list[DeadlineLine],
    address: str,
) -> str:
    on = PartialDate(day.isoformat())
    counts = {"late": len(late), "due": len(due)}
    if not tenant.digest.claim(_WHOSE, person=person.id, day=on, **counts):
        return f"a {person.role} was told already today."
    try:
        partnerships.mailer.send(_letter(person, day, late, due, address))
    except NotSent as error:
        return f"the letter to a {person.role} did not go out, and is not sent again today: {error}"
    return f"a letter to a {person.role}: {len(late)} late, {len(due)} due."


def _letter(
    person: Person, day: date, late: list[DeadlineLine], due: list[DeadlineLine], address: str
) -> Letter:
    parts = [f"What is due, {in_words(day)}", ""]
    for title, lines in (("Late", late), ("Due in the next 10 working days", due)):
        if lines:
            parts += [f"{title}:", *_listed(lines), ""]
    parts += [f"All of it: {address}", "", "You get this once a day. Your team sets the hour."]
    subject = f"Earshot: {len(late)} late, {len(due)} due soon"
    return Letter(person.email, subject, "\n".join(parts))


def _listed(lines: list[DeadlineLine]) -> Iterator[str]:
    """One line per deadline. Equal lines are written once, with their number."""
    for words, times in Counter(map(_words, lines)).items():
        yield f"- {words}" + (f" ({times} of them)" if times > 1 else "")


def _words(line: DeadlineLine) -> str:
    return f"{line.plainly}, {line.due}: {line.stands.words}"


def _is_time(partnerships: Partnerships, slug: str, local: datetime) -> bool:
    with partnerships.open(slug).read(ServiceStandards) as view:
        hour = view.now().digest_hour
    return hour is not None and local.hour >= hour
