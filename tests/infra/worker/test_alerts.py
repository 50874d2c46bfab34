"""An urgent message reaches a person, on both stores, whatever happens to the mail meanwhile."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from events.deadlines.service_standard import Weekday
from events.fact import Provenance
from infra.keys.store import KeyStore
from infra.mail.texts import NoTexts
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.storage.store import Store
from infra.worker.alerts import AlertWatch, take_steps
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
_ALWAYS = ("00:00", "23:59")


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


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def partnerships(store: Store, world: World, tmp_path: Path) -> Partnerships:
    keys = KeyStore.kept_in(tmp_path / "keys")
    made = Partnerships(store, keys, world, "https://earshot.example", texter=world)
    join_partnership(made, Joining("moor", "Moor SCP", "Moor", "", (), "", "lead@moor.example"))
    return made


@pytest.fixture
def moor(partnerships: Partnerships) -> Tenant:
    """Ann is on duty every day, then Bob; Ann has a number; the office never closes."""
    tenant = partnerships.open("moor")
    ann, bob = (_let_in(tenant, name) for name in ("ann", "bob"))
    tenant.access.give_text_number(ann, TOLD, phone="07700 900123")
    duty = tenant.duty
    duty.set_pattern(duty.id, TOLD, days=EVERY_DAY, people=(ann, bob))
    duty.set_team(duty.id, TOLD, email="duty@moor.example", phone="")
    duty.set_out_of_hours(duty.id, TOLD, name="EDT", email="edt@moor.example", phone="")
    _open(tenant, *_ALWAYS)
    _all_sent(partnerships, tenant)
    return tenant


def test_the_person_on_duty_is_told_at_once_and_no_word_goes_out(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    world.sent.clear()
    moor.feedback.submit("a", words=WORDS, asks_help=True)
    _all_sent(partnerships, moor)
    assert sorted(world.to()) == ["+447700900123", "ann@moor.example"]
    said = " ".join(f"{getattr(each, 'subject', '')} {each.text}" for each in world.sent)
    assert "urgent message waits" in said
    assert f"https://earshot.example/moor/work/feedback/{moor.feedback.id_of('a')}" in said
    for word in ("hits", "die", "Zebedee", moor.feedback.submit("a", words=WORDS, asks_help=True)):
        assert word not in said
    assert _alert(moor, "a").sent_at


def test_words_on_the_list_are_enough_and_others_wake_nobody(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    world.sent.clear()
    moor.feedback.submit("b", words="the football pitch floods")
    _all_sent(partnerships, moor)
    assert world.sent == []
    moor.feedback.submit("c", words="my uncle hits me")
    _all_sent(partnerships, moor)
    assert "ann@moor.example" in world.to()


def test_one_that_nobody_opens_reaches_the_second_the_team_and_the_coordinator(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    moor.feedback.submit("a", words=WORDS)
    _all_sent(partnerships, moor)
    for hours, told in ((1, "bob@"), (2, "duty@"), (3, "lead@")):
        world.sent.clear()
        later = datetime.now(UTC) + timedelta(hours=hours, minutes=1)
        take_steps(moor, later)
        _all_sent(partnerships, moor)
        assert world.to() == [f"{told}moor.example"]
    assert _alert(moor, "a").steps == ("on duty", "next on duty", "team", "coordinator")


def test_opening_it_ends_the_alert(partnerships: Partnerships, moor: Tenant, world: World) -> None:
    moor.feedback.submit("a", words=WORDS)
    _all_sent(partnerships, moor)
    alert = _alert(moor, "a")
    moor.alert.open(alert.feedback, TOLD, feedback=alert.feedback, raised_at=alert.raised_at)
    moor.catch_up()
    world.sent.clear()
    assert take_steps(moor, datetime.now(UTC) + timedelta(hours=9)) == 0
    _all_sent(partnerships, moor)
    assert world.sent == []
    assert _alert(moor, "a").opened_at


def test_words_that_are_added_later_tell_again(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    moor.feedback.submit("a", words=WORDS)
    _all_sent(partnerships, moor)
    id = moor.feedback.id_of("a")
    moor.feedback.read(id, TOLD, reader="triage")
    moor.feedback.say_more(id, TOLD, words="it is tonight")
    moor.catch_up()
    world.sent.clear()
    _all_sent(partnerships, moor)
    assert "ann@moor.example" in world.to()


def test_outside_office_hours_the_out_of_hours_contact_is_told_at_once(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    opens = datetime.now(UTC) + timedelta(hours=3)
    _open(moor, f"{opens:%H}:00", f"{opens:%H}:59")
    moor.catch_up()
    world.sent.clear()
    moor.feedback.submit("a", words=WORDS)
    _all_sent(partnerships, moor)
    assert {"ann@moor.example", "edt@moor.example", "duty@moor.example"} <= set(world.to())


def test_while_the_mail_is_down_nothing_is_lost_and_then_all_go_out(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    world.sent.clear()
    world.is_shut = True
    for number in range(60):
        moor.feedback.submit(f"m{number}", words=WORDS)
    _all_sent(partnerships, moor)
    assert world.sent == []
    assert partnerships.outbox("moor").counts().waiting == 120
    world.is_shut = False
    _all_sent(partnerships, moor, datetime.now(UTC) + timedelta(seconds=60))
    letters = [each for each in world.sent if isinstance(each, Letter)]
    told = [id for each in letters for id in _named_in(each.text)]
    assert sorted(told) == sorted(str(moor.feedback.id_of(f"m{n}")) for n in range(60))
    assert len(letters) <= 4
    assert partnerships.outbox("moor").counts().waiting == 0


def test_one_full_mailbox_keeps_nobody_else_waiting(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    """Not in this partnership, and not in another."""
    fen = join_partnership(
        partnerships, Joining("fen", "Fen SCP", "Fen", "", (), "", "lead@fen.example")
    )
    _all_sent(partnerships, fen)
    world.sent.clear()
    world.full = "ann@moor.example"
    moor.feedback.submit("a", words=WORDS)
    fen.feedback.submit("b", words=WORDS)
    now = datetime.now(UTC) + timedelta(seconds=1)
    sender = OutboxSender(partnerships, "email", lambda: now)
    for tenant in (moor, fen):
        tenant.catch_up()
        take_steps(tenant, now)
        fill(partnerships, tenant.slug)
    for _ in range(3):
        sender.round()
        now += timedelta(seconds=20)
    assert world.to() == ["lead@fen.example"]
    assert partnerships.outbox("moor").counts().trouble == "the mailbox is full"


def test_a_link_that_did_not_go_out_at_first_is_the_same_later(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    world.sent.clear()
    world.is_shut = True
    moor.outbox.ask_for_link(moor.access.id_of("ann@moor.example"), "k")
    now = datetime.now(UTC) + timedelta(seconds=1)
    sender = OutboxSender(partnerships, "email", lambda: now)
    sender.round()
    world.is_shut = False
    now += timedelta(seconds=60)
    sender.round()
    [letter] = world.sent
    found = re.search(r"/sign-in/([0-9a-f-]+)/(\S+)", letter.text)
    assert found
    person, secret = UUID(found[1]), found[2]
    moor.access.sign_in(person, TOLD, secret=secret, at=datetime.now(UTC))


def test_a_text_message_that_is_refused_is_no_silence_where_a_letter_went_out(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    partnerships.texter = NoTexts()
    moor.feedback.submit("a", words=WORDS)
    _all_sent(partnerships, moor)
    assert partnerships.outbox("moor").counts("urgent").given_up == 0
    assert partnerships.outbox("moor").trouble() == ""


def test_a_letter_that_went_out_and_was_not_recorded_has_the_same_key(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    """A worker that dies after sending sends once more, and mail servers can tell."""
    moor.feedback.submit("a", words=WORDS)
    moor.catch_up()
    take_steps(moor, datetime.now(UTC))
    fill(partnerships, "moor")
    outbox, now = partnerships.outbox("moor"), datetime.now(UTC)
    [died] = outbox.claim("email", now.timestamp(), urgent=True)
    assert outbox.claim("email", now.timestamp(), urgent=True) == []
    [again] = outbox.claim("email", now.timestamp() + 31, urgent=True)
    assert again.batch == died.batch == again.key


def test_however_many_come_none_is_left_out(partnerships: Partnerships, world: World) -> None:
    """More than one look takes at a time."""
    moor = partnerships.open("moor")
    for number in range(410):
        moor.feedback.submit(f"m{number}", words=WORDS)
    moor.catch_up()
    watch, now = AlertWatch(partnerships), datetime.now(UTC)
    watch.look(["moor"], now - timedelta(hours=1))  # its look at everything is over
    for tenth in range(4):
        watch.look(["moor"], now + timedelta(seconds=tenth / 10))
        moor.catch_up()
    with moor.read(Alerts) as view:
        assert {alert.steps for alert in view.waiting()} == {("on duty",)}


def test_what_was_settled_a_month_ago_is_let_go_and_what_waits_is_not(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    outbox, now = partnerships.outbox("moor"), datetime.now(UTC)
    moor.feedback.submit("a", words=WORDS)
    _all_sent(partnerships, moor)
    world.is_shut = True
    moor.feedback.submit("b", words=WORDS)
    _all_sent(partnerships, moor)
    before = len(outbox.of("urgent", "invitation"))
    assert outbox.sweep(now.timestamp()) == 0
    gone = outbox.sweep((now + timedelta(days=31)).timestamp())
    assert gone == before - 2
    assert {row["state"] for row in outbox.of("urgent", "invitation")} == {"waiting"}


def test_where_nobody_is_on_duty_everybody_who_reads_is_told(
    partnerships: Partnerships, world: World
) -> None:
    moor = partnerships.open("moor")
    _let_in(moor, "cat")
    _all_sent(partnerships, moor)
    world.sent.clear()
    moor.feedback.submit("a", words=WORDS)
    _all_sent(partnerships, moor)
    assert world.to() == ["cat@moor.example"]


def test_a_coordinator_alone_is_told(partnerships: Partnerships, world: World) -> None:
    moor = partnerships.open("moor")
    _all_sent(partnerships, moor)
    world.sent.clear()
    moor.feedback.submit("a", words=WORDS)
    _all_sent(partnerships, moor)
    assert world.to() == ["lead@moor.example"]


def _all_sent(partnerships: Partnerships, tenant: Tenant, given: datetime | None = None) -> None:
    """What the worker does, until nothing is left to do."""
    now = given or datetime.now(UTC) + timedelta(seconds=1)  # later than what it is about
    tenant.catch_up()
    take_steps(tenant, now)
    fill(partnerships, tenant.slug)
    senders = [OutboxSender(partnerships, channel, lambda: now) for channel in CHANNELS]
    while any(sender.round() for sender in senders):
        pass
    tenant.catch_up()


def _let_in(tenant: Tenant, name: str) -> UUID:
    return tenant.access.give(TOLD, name=name, email=f"{name}@moor.example", role="triage")


def _open(tenant: Tenant, opens: str, closes: str) -> None:
    standard = tenant.service_standard
    standard.set_hours(standard.id, TOLD, days=EVERY_DAY, opens=opens, closes=closes)


def _alert(tenant: Tenant, client_id: str) -> Alert:
    with tenant.read(Alerts) as view:
        found = view.of(tenant.feedback.id_of(client_id))
    assert found is not None
    return found


def _named_in(text: str) -> list[str]:
    return [line.rpartition("/")[2] for line in text.splitlines() if "/feedback/" in line]
