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
            raise NotSent("the post is shut")
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


def test_each_coordinator_is_told_once_a_day(partnerships: Partnerships, box: Box) -> None:
    list(tell(partnerships, "moor", TUESDAY))
    said = list(tell(partnerships, "moor", TUESDAY + timedelta(hours=3)))
    assert {letter.to for letter in box.letters} == {"lead@moor.example", "two@moor.example"}
    assert len(box.letters) == 2
    assert all("already" in each for each in said)
    list(tell(partnerships, "moor", TUESDAY + timedelta(days=1)))
    assert len(box.letters) == 4


def test_a_letter_says_what_is_late_and_due_and_none_of_the_words(
    partnerships: Partnerships, box: Box
) -> None:
    list(tell(partnerships, "moor", TUESDAY))
    letter = box.letters[0]
    assert letter.subject == "Earshot: 1 late, 1 due soon"
    assert "Notify the national Panel: MOOR 1, 16 November 2026" in letter.text
    assert "6 working days late" in letter.text
    assert "1 December 2026: due in 5 working days" in letter.text
    assert "https://earshot.example/moor/work/deadlines/" in letter.text
    assert not any(word in letter.text for word in ("Ann", "private", "far off"))


def test_no_letter_goes_out_on_a_day_that_is_not_worked(
    partnerships: Partnerships, box: Box
) -> None:
    assert "no working day" in next(tell(partnerships, "moor", SATURDAY))
    assert box.letters == []


def test_a_letter_that_does_not_go_out_is_said_and_not_sent_twice(
    partnerships: Partnerships, box: Box
) -> None:
    box.shut = True
    assert all("did not go out" in said for said in tell(partnerships, "moor", TUESDAY))
    box.shut = False
    list(tell(partnerships, "moor", TUESDAY))
    assert box.letters == []


def test_the_worker_tells_at_the_hour_that_was_set_and_only_then(
    partnerships: Partnerships, box: Box
) -> None:
    DigestSender(partnerships).look(TUESDAY)
    assert box.letters == []
    tenant = partnerships.open("moor")
    tenant.service_standard.set_digest_hour(tenant.service_standard.id, TOLD, hour=10)
    tenant.catch_up()
    teller = DigestSender(partnerships)
    teller.look(TUESDAY)
    assert box.letters == []
    teller.look(TUESDAY + timedelta(seconds=1))
    for minutes in (31, 45):
        teller.look(TUESDAY + timedelta(minutes=minutes))
    assert len(box.letters) == 2
