"""Signed checkpoints are kept beside the facts, where nothing is altered or deleted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete

from infra.proof.checkpoint import Checkpoint
from infra.proof.full_check import FullCheck
from infra.proof.signed_note import Signer
from infra.proof.tables import CHECKPOINTS
from infra.proof.transparency_log import TransparencyLog
from infra.storage.store import Store
from tests.infra.proof.logs import SEED, log_of, record
from tests.infra.storage.backdoor import Backdoor
from tests.infra.storage.conftest import backdoor

__all__ = ["backdoor"]


@pytest.fixture
def log(store: Store) -> TransparencyLog:
    made = log_of(store)
    for count in (3, 4):
        record(made, count)
        made.advance(at_once=True)
    return made


def notes(log: TransparencyLog) -> dict[int, str]:
    return {each.size: str(each.note) for each in log.checkpoints(9)}


def kept(log: TransparencyLog) -> dict[int, str]:
    return {size: log.recorder.kept_checkpoint(size) for size in log.recorder.kept_sizes()}


def test_each_is_kept_as_it_was_signed(log: TransparencyLog) -> None:
    assert kept(log) == notes(log)
    assert sorted(notes(log)) == [3, 7]


def test_those_that_are_deleted_come_back(log: TransparencyLog, store: Store) -> None:
    before = notes(log)
    with log.writing() as connection:
        connection.execute(delete(CHECKPOINTS))
    again = log_of(store)
    assert notes(again) == before
    assert FullCheck(again).whole("a test").size == 7


def signed_earlier(log: TransparencyLog, *seeds: bytes) -> dict[int, str]:
    """What lay in the read table alone, signed by the holders of these seeds."""
    now, made = datetime.now(UTC), {}
    for size, seed in enumerate(seeds, 1):
        signer = Signer(log.key.name, seed)
        made[size] = str(Checkpoint.made(signer, size, bytes(32), bytes(32), now).note)
    rows = [{"size": size, "note": note, "copied": ""} for size, note in made.items()]
    with log.writing() as connection:
        connection.execute(CHECKPOINTS.insert(), rows)
    return made


def test_a_record_of_an_earlier_release_has_its_own_kept_at_once(store: Store) -> None:
    """They lay in the read tables alone: the first look brings them to the ledger."""
    log = log_of(store, "surrey")
    written = signed_earlier(log, SEED, SEED)
    log_of(store, "surrey").newest()
    assert kept(log) == written


def test_what_somebody_else_signed_is_not_kept_for_ever(store: Store) -> None:
    log = log_of(store, "surrey")
    written = signed_earlier(log, SEED, bytes(32))
    log_of(store, "surrey").newest()
    assert kept(log) == {1: written[1]}


def test_the_first_one_of_a_size_stays(log: TransparencyLog) -> None:
    assert log.recorder.keep_checkpoint(3, "another") == notes(log)[3]
    assert log.recorder.kept_checkpoint(4) == ""


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM checkpoint", "UPDATE checkpoint SET note = 'x'"],
)
def test_none_is_altered_or_deleted(
    log: TransparencyLog, backdoor: Backdoor, statement: str
) -> None:
    with pytest.raises(Exception, match=r"append-only|for ever"):
        backdoor.run("norfolk", statement)
    assert len(kept(log)) == 2
