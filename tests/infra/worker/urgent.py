"""What tests of urgent messages share: the world outside, and what the worker does, by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from events.deadlines.service_standard import Weekday
from events.fact import Provenance
from infra.partnerships import Partnerships
from infra.worker.alerts import take_steps
from infra.worker.consequences import fill
from infra.worker.outbox_sender import CHANNELS, OutboxSender
from projections.feedback.alerts import Alert, Alerts
from services.ports import Letter, NotSent, TextMessage
from web.site.tenancy import Tenant

TOLD = Provenance("a tester", "a test")
WORDS = "he hits me every night and I want to die, at Zebedee House"
EVERY_DAY: tuple[Weekday, ...] = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
ALWAYS = ("00:00", "23:59")


class World:
    """Letters and text messages that went out; while it is shut, none do."""

    def __init__(self) -> None:
        self.sent: list[Letter | TextMessage] = []
        self.is_shut, self.full = False, ""

    def send(self, message: Letter | TextMessage) -> None:
        if self.is_shut:
            raise NotSent("the mail server is down", is_down=True)
        if message.to == self.full:
            raise NotSent("the mailbox is full")
        self.sent.append(message)

    def to(self) -> list[str]:
        return [each.to for each in self.sent]


def all_sent(partnerships: Partnerships, tenant: Tenant, given: datetime | None = None) -> None:
    """What the worker does, until nothing is left to do."""
    now = given or datetime.now(UTC) + timedelta(seconds=1)  # later than what it is about
    tenant.catch_up()
    take_steps(tenant, now)
    fill(partnerships, tenant.slug)
    senders = [OutboxSender(partnerships, channel, lambda: now) for channel in CHANNELS]
    while any(sender.round() for sender in senders):
        pass
    tenant.catch_up()


def let_in(tenant: Tenant, name: str) -> UUID:
    return tenant.access.give(TOLD, name=name, email=f"{name}@moor.example", role="triage")


def open_hours(tenant: Tenant, opens: str, closes: str) -> None:
    standard = tenant.service_standard
    standard.set_hours(standard.id, TOLD, days=EVERY_DAY, opens=opens, closes=closes)


def alert_of(tenant: Tenant, client_id: str) -> Alert:
    with tenant.read(Alerts) as view:
        found = view.of(tenant.feedback.id_of(client_id))
    assert found is not None
    return found


def named_in(text: str) -> list[str]:
    return [line.rpartition("/")[2] for line in text.splitlines() if "/feedback/" in line]
