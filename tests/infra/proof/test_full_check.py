"""A check says which fact was altered, and since which checkpoint, however it was done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from infra.proof.full_check import FullCheck
from infra.proof.public_checkpoints import Daily
from infra.proof.sweep import Held
from infra.proof.tables import CHECKPOINTS, DAYS, TILES
from infra.proof.transparency_log import LogBroken, TransparencyLog
from infra.storage.hash_chain import genesis, leaf, link, micros
from infra.storage.recorder import Recorder
from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store
from tests.infra.proof.logs import log_of, record
from tests.infra.storage.backdoor import Backdoor
from tests.infra.storage.conftest import backdoor
from web.site.formatting import today

__all__ = ["backdoor"]


@pytest.fixture
def log(store: Store) -> TransparencyLog:
    """Thirty facts and a checkpoint, ten more and another, five more and none yet."""
    made = log_of(store)
    for count in (30, 10):
        record(made, count)
        made.advance(at_once=True)
    record(made, 5)
    made.advance()
    return made


def test_a_whole_record_holds(log: TransparencyLog) -> None:
    held = FullCheck(log).whole("the command line")
    assert (held.size, held.by) == (45, "the command line")
    assert Held.read(log.state().held) == held
    assert log.state().broken == ""


@pytest.mark.parametrize("limit", [1, 7, 30, 44])
def test_a_check_may_be_made_in_steps(log: TransparencyLog, limit: int) -> None:
    audit, steps = FullCheck(log), 1
    assert not audit.step(limit)
    audit.begin("a coordinator")
    while FullCheck(log).step(limit):
        steps += 1
    assert steps == -(-45 // limit)
    held = Held.read(log.state().held)
    assert held is not None
    assert (held.size, held.by) == (45, "a coordinator")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (
            "UPDATE event SET state = hash WHERE n = 37",
            r"^Fact 37 \(test.stored\) is not as it was "
            r"written. Up to the checkpoint of .*\(30 facts\) all is as it was. "
            r"It was altered after it was signed for by the checkpoint of .*\(40 facts\).",
        ),
        ("UPDATE event SET state = hash WHERE n = 3", r"^Fact 3 .*signed for .*\(30 facts\)"),
        ("UPDATE event SET state = hash WHERE n = 43", r"^Fact 43 .*40 facts\) all is as it was.$"),
        ("DELETE FROM event WHERE n = 33", "^Fact 33 is missing."),
        ("DELETE FROM event WHERE n > 43", "^Fact 44 is missing."),
    ],
)
def test_what_was_altered_is_named(
    log: TransparencyLog, backdoor: Backdoor, statement: str, words: str
) -> None:
    backdoor.break_in("norfolk")
    backdoor.run("norfolk", statement)
    with pytest.raises(LogBroken, match=words):
        FullCheck(log).whole("nobody")
    assert log.state().broken
    assert log.state().held == ""


def rewritten(recorder: Recorder, backdoor: Backdoor, last: int) -> None:
    """Fact 37 altered, and every leaf and hash from there made to fit again."""
    chain, rows = genesis("norfolk"), recorder.read(0, last)
    backdoor.break_in("norfolk")
    literal = "x'{}'" if backdoor.a_day.isdigit() else "'\\x{}'::bytea"
    for n, stream, version, topic, state, at in rows:
        said = b'{"i":"nothing"}' if n == 37 else state
        found = leaf(n, stream, version, topic, said, micros(at))
        chain = link(chain, found)
        if n >= 37:
            values = [literal.format(each.hex()) for each in (said, found, chain)]
            backdoor.run(
                "norfolk",
                "UPDATE event SET state = {}, leaf = {}, hash = {} ".format(*values)
                + f"WHERE n = {n}",
            )
    backdoor.run("norfolk", f"UPDATE lane SET hash = {literal.format(chain.hex())}")
    assert recorder.verify_chain().n == last


def test_a_chain_made_to_fit_again_does_not_fit_the_log(
    log: TransparencyLog, backdoor: Backdoor
) -> None:
    rewritten(log.recorder, backdoor, 45)
    with pytest.raises(
        LogBroken, match=r"^Fact 37 is not the one that the log took in. Up to .*30"
    ):
        FullCheck(log).whole("nobody")


def test_tiles_made_to_fit_again_do_not_fit_what_was_signed(
    log: TransparencyLog, backdoor: Backdoor
) -> None:
    rewritten(log.recorder, backdoor, 45)
    log.forget_tiles()
    with pytest.raises(LogBroken, match="nothing new is signed"):
        log.advance(at_once=True)
    with pytest.raises(LogBroken, match=r"^One of the facts 31 to 40 is not as it was written."):
        FullCheck(log).whole("nobody")


def test_a_checkpoint_that_was_edited_is_noticed(log: TransparencyLog) -> None:
    newest = log.newest()
    assert newest is not None
    edited = str(newest.note).replace("time 20", "time 19")
    with log.writing() as connection:
        connection.execute(update(CHECKPOINTS).where(CHECKPOINTS.c.size == 40).values(note=edited))
    with pytest.raises(LogBroken, match="signature of the checkpoint"):
        FullCheck(log).whole("nobody")


def test_a_checkpoint_of_a_day_that_was_edited_is_noticed(log: TransparencyLog) -> None:
    Daily(log).turn(today() + timedelta(days=1))
    made = Daily(log).newest()
    assert made is not None
    FullCheck(log).whole("nobody")
    with log.writing() as connection:
        edited = str(made.note).replace("time 20", "time 19")
        connection.execute(update(DAYS).values(note=edited))
    with pytest.raises(LogBroken, match="signature of the checkpoint"):
        FullCheck(log).whole("nobody")


def test_a_tile_that_was_edited_is_noticed(log: TransparencyLog) -> None:
    with log.writing() as connection:
        held = connection.execute(TILES.select()).one().hashes
        spoilt = bytes(held)[:32] + bytes(32) + bytes(held)[64:]
        connection.execute(update(TILES).values(hashes=spoilt))
    with pytest.raises(LogBroken, match=r"^Fact 2 is not the one"):
        FullCheck(log).whole("nobody")


def test_a_record_found_well_again_is_no_longer_called_broken(
    log: TransparencyLog, backdoor: Backdoor, store: Store
) -> None:
    backdoor.break_in("norfolk")
    backdoor.run("norfolk", "UPDATE event SET topic = 'test.storee' WHERE n = 12")
    with pytest.raises(LogBroken):
        FullCheck(log).whole("nobody")
    backdoor.run("norfolk", "UPDATE event SET topic = 'test.stored' WHERE n = 12")
    assert FullCheck(log).whole("nobody").size == 45
    assert log.state().broken == ""
    assert isinstance(store, SQLiteStore) or log.recorder.verify_chain()
