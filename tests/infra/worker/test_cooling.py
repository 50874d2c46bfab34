"""The worker forgets what was agreed once its day has come, though nothing else happens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from events.fact import FORGOTTEN, Provenance
from events.uk_time import uk_today
from infra.keys.store import KeyStore
from infra.mail import FolderMailer
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.storage.store import Store
from infra.worker.cooling import CooledErasures
from infra.worker.outbox_sender import deliver
from infra.worker.worker import Worker
from projections.privacy.erasures import Erasures
from services.let_in import who_let_in
from services.privacy.erasure_agreement import COOLING

AMAL, BO, CY = (Provenance(name, "a test") for name in ("amal", "bo", "cy"))
WORDS = "A canary in a cage"


@pytest.fixture
def partnerships(store: Store, tmp_path: Path) -> Iterator[Partnerships]:
    keys = KeyStore.kept_in(tmp_path / "keys")
    made = Partnerships(store, keys, FolderMailer(tmp_path / "post"), "http://localhost")
    yield made
    made.close()


@pytest.fixture
def agreed(partnerships: Partnerships) -> UUID:
    asked = Joining("norfolk", "Norfolk", "Norfolk", "", (), "", "")
    tenant = join_partnership(partnerships, asked)
    tenant.feedback.submit("a client", words=WORDS)
    id = tenant.feedback.id_of("a client")
    tenant.feedback.escalate(id, AMAL, to="a", escalated_at="b", reference="c")
    tenant.erasure.lift(id, BO, why="The case is closed.")
    tenant.erasure.ask(id, BO, kind="feedback", ground="kept long enough")
    tenant.erasure.confirm(id, CY)
    return id


def words(partnerships: Partnerships, id: UUID) -> str:
    [first, *_] = partnerships.open("norfolk").ledger.facts(id)
    return str(first.words)  # type: ignore[attr-defined]


def test_the_worker_waits_for_the_day_and_then_forgets(
    partnerships: Partnerships, agreed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker, tenant = Worker(partnerships), partnerships.open("norfolk")
    worker.look()
    assert words(partnerships, agreed) == WORDS
    monkeypatch.setattr(tenant.erasure, "today", lambda: uk_today() + COOLING)
    cooled, now = CooledErasures(partnerships), datetime.now(UTC)
    cooled.look(now)
    assert words(partnerships, agreed) == FORGOTTEN
    worker.look()
    with tenant.read(Erasures) as view:
        assert [each.subject for each in view.standing("forgotten")] == [agreed]
    worker.stop()


def test_what_is_held_meanwhile_is_left_alone_and_one_look_a_minute_is_enough(
    partnerships: Partnerships, agreed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    tenant, now = partnerships.open("norfolk"), datetime.now(UTC)
    tenant.catch_up()
    cooled = CooledErasures(partnerships)
    cooled.look(now)
    monkeypatch.setattr(tenant.erasure, "today", lambda: uk_today() + COOLING)
    cooled.look(now + timedelta(seconds=30))
    assert words(partnerships, agreed) == WORDS
    tenant.erasure.hold(agreed, AMAL, reason="Wait.")  # the list does not know it yet
    cooled.look(now + timedelta(seconds=61))
    assert words(partnerships, agreed) == WORDS


def test_a_partnership_that_is_joined_again_has_two_coordinators_whom_no_one_person_let_in(
    partnerships: Partnerships,
) -> None:
    for email in ("one@x.example", "two@x.example"):
        asked = Joining("norfolk", "Norfolk", "Norfolk", "", (), "", email)
        tenant = join_partnership(partnerships, asked)
    one, two = (str(tenant.access.id_of(f"{each}@x.example")) for each in ("one", "two"))
    let_in = who_let_in(tenant.ledger, (one, two))
    assert not let_in.are_kin(one, two)
    assert {tenant.access.recall(UUID(each)).role for each in (one, two)} == {"coordinator"}


def test_each_scrutineer_gets_a_letter_while_it_can_be_stopped(
    partnerships: Partnerships, tmp_path: Path
) -> None:
    asked = Joining("norfolk", "Norfolk", "Norfolk", "", (), "", "")
    tenant = join_partnership(partnerships, asked)
    for name in ("una", "vic"):
        tenant.access.give(AMAL, name=name, email=f"{name}@x.example", role="scrutineer")
    deliver(partnerships, "norfolk")
    tenant.feedback.submit("a client", words=WORDS)
    id = tenant.feedback.id_of("a client")
    tenant.feedback.escalate(id, AMAL, to="a", escalated_at="b", reference="c")
    tenant.erasure.lift(id, BO, why="The case is closed.")
    tenant.erasure.ask(id, BO, kind="feedback", ground="kept long enough")
    tenant.erasure.confirm(id, CY)
    deliver(partnerships, "norfolk")
    letters = [each.read_text() for each in (tmp_path / "post").iterdir()]
    told = [each for each in letters if "are to be deleted" in each]
    assert sorted(each.splitlines()[0] for each in told) == [
        "To: una@x.example",
        "To: vic@x.example",
    ]
    assert all("/norfolk/work/agreed-to-forget/" in each for each in told)
    assert not any("canary" in each for each in told)
