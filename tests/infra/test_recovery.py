"""Backups that are older than a forgetting: what was forgotten stays so."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from events.fact import FORGOTTEN, LOST, Provenance
from infra.keys.root_key import BadKey
from infra.keys.store import KeyStore
from infra.mail import FolderMailer
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.recovery import destroy_listed, draw_again, forget_again, forgotten, lost
from infra.storage.sqlite.store import SQLiteStore
from infra.worker.worker import Worker
from projections.engine.as_of import AsOf
from projections.feedback.triage_queue import TriageQueue

AMAL, BO = Provenance("amal", "a test"), Provenance("bo", "a test")
WORDS = "A canary in a backup"
Open = Callable[[], Partnerships]


@pytest.fixture
def var(tmp_path: Path) -> Path:
    return tmp_path / "var"


@pytest.fixture
def opened(var: Path) -> Open:
    def open_() -> Partnerships:
        store = SQLiteStore(var / "partnerships")
        store.migrate()
        keys = KeyStore.kept_in(var / "keys")
        return Partnerships(store, keys, FolderMailer(var / "post"), "http://localhost")

    return open_


@pytest.fixture
def said(opened: Open) -> UUID:
    partnerships = opened()
    asked = Joining("norfolk", "Norfolk", "Norfolk", "", (), "", "")
    tenant, client = join_partnership(partnerships, asked), uuid4().hex
    tenant.feedback.submit(client, words=WORDS)
    partnerships.close()
    return tenant.feedback.id_of(client)


def forget(partnerships: Partnerships, id: UUID) -> None:
    forgetting = partnerships.open("norfolk").erasure
    forgetting.ask(id, AMAL, kind="feedback", ground="kept long enough")
    forgetting.confirm(id, BO)
    partnerships.close()


def words(partnerships: Partnerships, id: UUID) -> str:
    [first, *_] = partnerships.open("norfolk").ledger.facts(id)
    return str(first.words)  # type: ignore[attr-defined]


def test_keys_older_than_a_forgetting_open_nothing_before_the_first_request(
    opened: Open, said: UUID, var: Path, tmp_path: Path
) -> None:
    shutil.copytree(var / "keys", tmp_path / "backup")
    forget(opened(), said)
    shutil.rmtree(var / "keys")
    shutil.copytree(tmp_path / "backup", var / "keys")
    assert words(opened(), said) == WORDS  # it was brought back: else this shows nothing
    partnerships = opened()
    assert forget_again(partnerships) == {"norfolk": 1}
    assert words(partnerships, said) == FORGOTTEN
    assert forget_again(opened()) == {}


def test_views_older_than_a_forgetting_open_to_nothing(
    opened: Open, said: UUID, var: Path, tmp_path: Path
) -> None:
    views = var / "partnerships/norfolk/views.db"
    shutil.copy(views, tmp_path / "views.db")
    forget(opened(), said)
    shutil.copy(tmp_path / "views.db", views)
    for beside in views.parent.glob("views.db-*"):
        beside.unlink()
    tenant = opened().open("norfolk")
    tenant.catch_up()
    assert words(opened(), said) == FORGOTTEN


def test_where_ledger_and_keys_are_both_old_a_list_kept_elsewhere_helps(
    opened: Open, said: UUID, var: Path, tmp_path: Path
) -> None:
    shutil.copytree(var, tmp_path / "backup")
    forget(opened(), said)
    kept = list(forgotten(opened()))
    assert len(kept) == 1
    shutil.rmtree(var)
    shutil.copytree(tmp_path / "backup", var)
    assert words(opened(), said) == WORDS
    partnerships = opened()
    assert destroy_listed(partnerships, iter([*kept, ""])) == 1
    assert words(partnerships, said) == FORGOTTEN
    assert destroy_listed(opened(), iter(kept)) == 0


@pytest.mark.parametrize("line", ["norfolk", "norfolk xyz", "a b c"])
def test_what_is_no_list_of_keys_is_refused(opened: Open, said: UUID, line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        destroy_listed(opened(), iter([line]))


def test_a_forgetting_that_was_killed_half_way_is_done_at_the_next_start(
    opened: Open, said: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    partnerships = opened()
    forgetting = partnerships.open("norfolk").erasure
    monkeypatch.setattr(forgetting, "finish", lambda subject: None)
    forgetting.ask(said, AMAL, kind="feedback", ground="kept long enough")
    forgetting.confirm(said, BO)
    partnerships.close()
    again = opened()
    forget_again(again)
    assert words(again, said) == FORGOTTEN
    assert again.open("norfolk").erasure.of(said).done


def test_a_key_that_was_lost_is_told_apart_from_one_that_was_destroyed(
    opened: Open, said: UUID
) -> None:
    partnerships = opened()
    tenant, other = partnerships.open("norfolk"), uuid4().hex
    tenant.feedback.submit(other, words="Another")
    assert lost(partnerships, "norfolk") == []
    keyring = partnerships.keys.of("norfolk")
    [id] = partnerships.mapper("norfolk").sealing.key_ids(tenant.feedback.id_of(other))
    with keyring.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM data_key WHERE id = ?", (id,))
    forget(partnerships, said)
    assert lost(opened(), "norfolk") == [3]


def test_the_worker_goes_on_with_what_is_not_done(
    opened: Open, said: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    partnerships = opened()
    tenant = partnerships.open("norfolk")
    with monkeypatch.context() as away:
        away.setattr(tenant.erasure, "finish", lambda subject: None)
        tenant.erasure.ask(said, AMAL, kind="feedback", ground="kept long enough")
        tenant.erasure.confirm(said, BO)
    Worker(partnerships).look()
    assert tenant.erasure.of(said).done
    assert words(partnerships, said) == FORGOTTEN


@pytest.mark.parametrize("how", ["gone", "empty"])
def test_lost_keys_are_never_made_anew_over_a_record(
    opened: Open, said: UUID, var: Path, how: str
) -> None:
    (var / "keys/norfolk.db").unlink()
    if how == "empty":
        KeyStore.kept_in(var / "keys").create("norfolk")
    asked = Joining("norfolk", "Norfolk", "Norfolk", "", (), "", "")
    with pytest.raises(BadKey, match="put the backup"):
        join_partnership(opened(), asked)


def test_words_whose_key_is_lost_are_said_to_be_so_wherever_they_would_stand(
    opened: Open, said: UUID
) -> None:
    partnerships = opened()
    partnerships.open("norfolk").catch_up()
    [id] = partnerships.mapper("norfolk").sealing.key_ids(said)
    with partnerships.keys.of("norfolk").engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM data_key WHERE id = ?", (id,))
    partnerships.close()
    again = opened()
    tenant = again.open("norfolk")
    for rebuilt in (False, True):
        if rebuilt:
            again.projector("norfolk").rebuild(TriageQueue)
        with tenant.read(TriageQueue) as queue:
            assert [item.words for item in queue.waiting()] == [LOST]
    assert words(again, said) == LOST
    assert "norfolk.keys" in again.ready()


def test_a_ledger_that_was_put_back_and_went_another_way_has_another_past(
    opened: Open, said: UUID, var: Path, tmp_path: Path
) -> None:
    ledger = var / "partnerships/norfolk/ledger.db"
    shutil.copytree(ledger.parent, tmp_path / "backup")
    first = opened()
    before = provenance(first)
    assert then(first, 3) == {said, before}
    first.close()
    for part in ledger.parent.glob("ledger.db*"):
        part.unlink()
    for part in (tmp_path / "backup").glob("ledger.db*"):
        shutil.copy(part, ledger.parent)
    again = opened()
    another = provenance(again)
    assert "triage_queue" in list(draw_again(again, "norfolk"))
    assert then(again, 3) == {said, another}
    again.close()


def provenance(partnerships: Partnerships) -> UUID:
    """One more submission; the id of its stream."""
    feedback, client = partnerships.open("norfolk").feedback, uuid4().hex
    feedback.submit(client, words="One more")
    return feedback.id_of(client)


def then(partnerships: Partnerships, position: int) -> set[UUID]:
    """What stood in the queue as it was known at a position."""
    with partnerships.past("norfolk").read(TriageQueue, AsOf(position)) as view:
        return {item.id for item in view.waiting()}
