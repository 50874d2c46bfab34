"""Letters about what is due: once a working day, to each coordinator, with no private words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from events.fact import Provenance
from events.period import PartialDate
from infra.keys.store import KeyStore
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.storage.sqlite.store import SQLiteStore
from infra.worker.digest import DigestSender, tell
from infra.worker.outbox_sender import OutboxSender
from services.ports import Letter, NotSent

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
TOLD = Provenance("a tester", "a test")


class Box:
    """Keeps letters; lets none out while it is shut."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.shut = False

    def send(self, letter: Letter) -> None:
        if self.shut:
            raise NotSent("the post is shut", is_down=True)
        self.letters.append(letter)


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def partnerships(tmp_path: Path, box: Box) -> Iterator[Partnerships]:
    """One partnership, whose case is late and whose private words nobody is to be mailed."""
    store = SQLiteStore(tmp_path / "partnerships")
    store.migrate()
    made = Partnerships(store, KeyStore.kept_in(tmp_path / "keys"), box, "https://earshot.example")
    asked = Joining("moor", "Moor SCP", "Moor", "", (), "", "lead@moor.example")
    tenant = join_partnership(made, asked)
    for email, role in (("two@moor.example", "coordinator"), ("read@moor.example", "triage")):
        tenant.access.give(TOLD, name="Somebody", email=email, role=role)  # type: ignore[arg-type]
    case = tenant.ledger.name_of("case", "one")
    aware = PartialDate("2026-11-09")
    tenant.case_review.consider(
        case, TOLD, reference="MOOR 1", details="private", aware_on=aware, to_notify=True
    )
    due = PartialDate("2026-12-01")
    tenant.case_review.agree_action(
        case, TOLD, action="a", text="ring Ann", owner="Health", due=due
    )
    far = PartialDate("2027-12-01")
    tenant.case_review.agree_action(case, TOLD, action="b", text="far off", owner="Health", due=far)
    tenant.catch_up()
    yield made
    made.close()


def send(partnerships: Partnerships, now: datetime) -> list[str]:
    """Puts out the letters of that day, and sends what is due a second later."""
    said = list(tell(partnerships, "moor", now))
    _sent(partnerships, now)
    return said


def test_each_coordinator_is_told_once_a_day(partnerships: Partnerships, box: Box) -> None:
    send(partnerships, TUESDAY)
    said = send(partnerships, TUESDAY + timedelta(hours=3))
    assert {letter.to for letter in box.letters} == {"lead@moor.example", "two@moor.example"}
    assert len(box.letters) == 2
    assert all("already" in each for each in said)
    send(partnerships, TUESDAY + timedelta(days=1))
    assert len(box.letters) == 4


def test_a_letter_says_what_is_late_and_due_and_none_of_the_words(
    partnerships: Partnerships, box: Box
) -> None:
    send(partnerships, TUESDAY)
    letter = box.letters[0]
    assert letter.subject == "Earshot: 1 late, 1 due soon"
    assert "Notify the national Panel: MOOR 1, 16 November 2026" in letter.text
    assert "6 working days late" in letter.text
    assert "1 December 2026: due in 5 working days" in letter.text
    assert "https://earshot.example/moor/work/deadlines/" in letter.text
    assert not any(word in letter.text for word in ("Ann", "private", "far off"))


def test_who_turned_the_letter_down_gets_none(partnerships: Partnerships, box: Box) -> None:
    moor = partnerships.open("moor")
    moor.access.choose_digest(moor.access.id_of("two@moor.example"), TOLD, wanted=False)
    send(partnerships, TUESDAY)
    assert [letter.to for letter in box.letters] == ["lead@moor.example"]


def test_triage_is_told_how_many_messages_wait_and_not_what_they_say(
    partnerships: Partnerships, box: Box
) -> None:
    moor = partnerships.open("moor")
    for number in range(3):
        moor.feedback.submit(f"m{number}", words="the bus is always late")
    send(partnerships, TUESDAY)
    [letter] = [each for each in box.letters if each.to == "read@moor.example"]
    assert letter.subject == "Earshot: 3 messages to read"
    assert "https://earshot.example/moor/work/" in letter.text
    assert "bus" not in letter.text


def test_an_agency_is_told_of_the_actions_that_it_owns_and_of_no_other(
    partnerships: Partnerships, box: Box
) -> None:
    moor = partnerships.open("moor")
    for email, agency in (("a@health.example", "health"), ("b@police.example", "Police")):
        moor.access.give(TOLD, name="Somebody", email=email, role="agency", agency=agency)
    moor.catch_up()
    send(partnerships, TUESDAY)
    agencies = {"a@health.example", "b@police.example"}
    [letter] = [each for each in box.letters if each.to in agencies]
    assert letter.to == "a@health.example"
    assert letter.subject == "Earshot: 1 action to do"
    assert "Actions of case reviews: one, 1 December 2026: due in 5 working days" in letter.text
    assert "https://earshot.example/moor/returns/" in letter.text
    assert not any(word in letter.text for word in ("Ann", "private", "far off"))


def test_the_letter_is_of_the_moment_when_it_goes_out(partnerships: Partnerships, box: Box) -> None:
    """What was done while the mail was down is not asked for again."""
    moor = partnerships.open("moor")
    moor.feedback.submit("m", words="the bus is always late")
    list(tell(partnerships, "moor", TUESDAY))
    moor.feedback.read(moor.feedback.id_of("m"), TOLD, reader="triage")
    moor.catch_up()
    _sent(partnerships, TUESDAY)
    assert "read@moor.example" not in {each.to for each in box.letters}


def test_no_letter_goes_out_on_a_day_that_is_not_worked(
    partnerships: Partnerships, box: Box
) -> None:
    assert "no working day" in next(tell(partnerships, "moor", SATURDAY))
    assert box.letters == []


def test_a_letter_that_does_not_go_out_is_tried_again_that_day(
    partnerships: Partnerships, box: Box
) -> None:
    box.shut = True
    send(partnerships, TUESDAY)
    assert box.letters == []
    assert partnerships.outbox("moor").counts().trouble == "the post is shut"
    box.shut = False
    _sent(partnerships, TUESDAY + timedelta(minutes=2))
    assert len(box.letters) == 2


def test_the_worker_tells_at_the_hour_that_was_set_and_only_then(
    partnerships: Partnerships, box: Box
) -> None:
    DigestSender(partnerships).look(TUESDAY)
    _sent(partnerships, TUESDAY)
    assert box.letters == []
    tenant = partnerships.open("moor")
    tenant.service_standard.set_digest_hour(tenant.service_standard.id, TOLD, hour=10)
    tenant.catch_up()
    teller = DigestSender(partnerships)
    for minutes, letters in ((0, 0), (1, 0), (31, 2), (45, 2)):
        teller.look(TUESDAY + timedelta(minutes=minutes))
        _sent(partnerships, TUESDAY + timedelta(minutes=minutes))
        assert len(box.letters) == letters


def _sent(partnerships: Partnerships, now: datetime) -> None:
    sender = OutboxSender(partnerships, "email", lambda: now + timedelta(seconds=1))
    while sender.round():
        pass
