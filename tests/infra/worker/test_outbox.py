"""The outbox: tried again, given up, sent once more rather than never, and let go."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

from infra.mail.texts import NoTexts
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.worker.alerts import take_steps
from infra.worker.consequences import fill
from infra.worker.outbox_sender import OutboxSender
from tests.infra.worker.urgent import (
    TOLD,
    WORDS,
    World,
    all_sent,
)
from web.site.tenancy import Tenant


def test_one_full_mailbox_keeps_nobody_else_waiting(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    """Not in this partnership, and not in another."""
    fen = join_partnership(
        partnerships, Joining("fen", "Fen SCP", "Fen", "", (), "", "lead@fen.example")
    )
    all_sent(partnerships, fen)
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
    all_sent(partnerships, moor)
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


def test_what_was_settled_a_month_ago_is_let_go_and_what_waits_is_not(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    outbox, now = partnerships.outbox("moor"), datetime.now(UTC)
    moor.feedback.submit("a", words=WORDS)
    all_sent(partnerships, moor)
    world.is_shut = True
    moor.feedback.submit("b", words=WORDS)
    all_sent(partnerships, moor)
    before = len(outbox.of("urgent", "invitation"))
    assert outbox.sweep(now.timestamp()) == 0
    gone = outbox.sweep((now + timedelta(days=31)).timestamp())
    assert gone == before - 2
    assert {row["state"] for row in outbox.of("urgent", "invitation")} == {"waiting"}
