"""An urgent message reaches a person, on both stores, whatever happens to the mail meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from infra.partnerships import Partnerships
from infra.worker.alerts import AlertWatch, take_steps
from projections.feedback.alerts import Alerts
from services.ports import Letter
from tests.infra.worker.urgent import (
    TOLD,
    WORDS,
    World,
    alert_of,
    all_sent,
    let_in,
    named_in,
    open_hours,
)
from web.site.tenancy import Tenant


def test_the_person_on_duty_is_told_at_once_and_no_word_goes_out(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    world.sent.clear()
    moor.feedback.submit("a", words=WORDS, asks_help=True)
    all_sent(partnerships, moor)
    assert sorted(world.to()) == ["+447700900123", "ann@moor.example"]
    said = " ".join(f"{getattr(each, 'subject', '')} {each.text}" for each in world.sent)
    assert "urgent message waits" in said
    assert f"https://earshot.example/moor/work/feedback/{moor.feedback.id_of('a')}" in said
    for word in ("hits", "die", "Zebedee", moor.feedback.submit("a", words=WORDS, asks_help=True)):
        assert word not in said
    assert alert_of(moor, "a").sent_at


def test_words_on_the_list_are_enough_and_others_wake_nobody(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    world.sent.clear()
    moor.feedback.submit("b", words="the football pitch floods")
    all_sent(partnerships, moor)
    assert world.sent == []
    moor.feedback.submit("c", words="my uncle hits me")
    all_sent(partnerships, moor)
    assert "ann@moor.example" in world.to()


def test_one_that_nobody_opens_reaches_the_second_the_team_and_the_coordinator(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    moor.feedback.submit("a", words=WORDS)
    all_sent(partnerships, moor)
    for hours, told in ((1, "bob@"), (2, "duty@"), (3, "lead@")):
        world.sent.clear()
        later = datetime.now(UTC) + timedelta(hours=hours, minutes=1)
        take_steps(moor, later)
        all_sent(partnerships, moor)
        assert world.to() == [f"{told}moor.example"]
    assert alert_of(moor, "a").steps == ("on duty", "next on duty", "team", "coordinator")


def test_opening_it_ends_the_alert(partnerships: Partnerships, moor: Tenant, world: World) -> None:
    moor.feedback.submit("a", words=WORDS)
    all_sent(partnerships, moor)
    alert = alert_of(moor, "a")
    moor.alert.open(alert.feedback, TOLD, feedback=alert.feedback, raised_at=alert.raised_at)
    moor.catch_up()
    world.sent.clear()
    assert take_steps(moor, datetime.now(UTC) + timedelta(hours=9)) == 0
    all_sent(partnerships, moor)
    assert world.sent == []
    assert alert_of(moor, "a").opened_at


def test_words_that_are_added_later_tell_again(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    moor.feedback.submit("a", words=WORDS)
    all_sent(partnerships, moor)
    id = moor.feedback.id_of("a")
    moor.feedback.read(id, TOLD, reader="triage")
    moor.feedback.say_more(id, TOLD, words="it is tonight")
    moor.catch_up()
    world.sent.clear()
    all_sent(partnerships, moor)
    assert "ann@moor.example" in world.to()


def test_outside_office_hours_the_out_of_hours_contact_is_told_at_once(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    opens = datetime.now(UTC) + timedelta(hours=3)
    open_hours(moor, f"{opens:%H}:00", f"{opens:%H}:59")
    moor.catch_up()
    world.sent.clear()
    moor.feedback.submit("a", words=WORDS)
    all_sent(partnerships, moor)
    assert {"ann@moor.example", "edt@moor.example", "duty@moor.example"} <= set(world.to())


def test_while_the_mail_is_down_nothing_is_lost_and_then_all_go_out(
    partnerships: Partnerships, moor: Tenant, world: World
) -> None:
    world.sent.clear()
    world.is_shut = True
    for number in range(60):
        moor.feedback.submit(f"m{number}", words=WORDS)
    all_sent(partnerships, moor)
    assert world.sent == []
    assert partnerships.outbox("moor").counts().waiting == 120
    world.is_shut = False
    all_sent(partnerships, moor, datetime.now(UTC) + timedelta(seconds=60))
    letters = [each for each in world.sent if isinstance(each, Letter)]
    told = [id for each in letters for id in named_in(each.text)]
    assert sorted(told) == sorted(str(moor.feedback.id_of(f"m{n}")) for n in range(60))
    assert len(letters) <= 4
    assert partnerships.outbox("moor").counts().waiting == 0


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


def test_where_nobody_is_on_duty_everybody_who_reads_is_told(
    partnerships: Partnerships, world: World
) -> None:
    moor = partnerships.open("moor")
    let_in(moor, "cat")
    all_sent(partnerships, moor)
    world.sent.clear()
    moor.feedback.submit("a", words=WORDS)
    all_sent(partnerships, moor)
    assert world.to() == ["cat@moor.example"]


def test_a_coordinator_alone_is_told(partnerships: Partnerships, world: World) -> None:
    moor = partnerships.open("moor")
    all_sent(partnerships, moor)
    world.sent.clear()
    moor.feedback.submit("a", words=WORDS)
    all_sent(partnerships, moor)
    assert world.to() == ["lead@moor.example"]
