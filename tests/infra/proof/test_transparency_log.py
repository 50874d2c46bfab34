"""A log grows with its ledger, signs what it holds, and never signs two histories."""

from __future__ import annotations

import pytest

from infra.proof.checkpoint import Checkpoint
from infra.proof.merkle_check import is_grown, is_included
from infra.proof.merkle_frontier import Frontier
from infra.proof.tables import CHECKPOINTS
from infra.proof.transparency_log import LogBroken
from infra.storage.store import Store
from tests.infra.proof.logs import log_of, record
from tests.infra.storage.backdoor import Backdoor
from tests.infra.storage.conftest import backdoor
from tests.infra.storage.facts import in_processes

__all__ = ["backdoor"]


def test_an_empty_record_has_no_checkpoint(store: Store) -> None:
    log = log_of(store)
    assert not log.advance(at_once=True)
    assert log.newest() is None
    assert log.covering(1) is None


def test_a_checkpoint_says_the_root_of_the_leaves_and_the_head_of_the_chain(store: Store) -> None:
    log = log_of(store)
    record(log, 300)
    assert log.advance()
    assert log.newest() is None
    assert not log.advance(at_once=True)
    made = log.newest()
    assert made is not None
    frontier = Frontier()
    for leaf in log.recorder.leaves(0, 300):
        frontier.append(leaf)
    assert (made.size, made.root, made.chain) == (300, frontier.root(), log.recorder.head().hash)
    assert Checkpoint.read(str(made.note), log.key) == made
    assert not log.advance()


@pytest.mark.parametrize("topic", ["decision.made", "report.published"])
def test_a_decision_or_a_publication_is_signed_for_at_once(store: Store, topic: str) -> None:
    log = log_of(store)
    record(log, 3)
    assert log.advance()
    record(log, 1, topic)
    assert not log.advance()
    record(log, 1)
    assert log.advance()
    assert log.sizes(0, 99) == [4]


def test_later_checkpoints_are_proved_to_grow_from_earlier_ones(store: Store) -> None:
    log = log_of(store)
    for count in (1, 254, 2, 700):
        record(log, count)
        log.advance(at_once=True)
    new, *old = log.checkpoints(10)
    assert [each.size for each in (new, *old)] == [957, 257, 255, 1]
    leaves = list(log.recorder.leaves(0, 957))
    with log.tree() as tree:
        for each in old:
            assert is_grown(each.size, 957, tree.consistency(each.size, 957), each.root, new.root)
        for index in (0, 1, 255, 256, 956):
            path = tree.inclusion(index, 957)
            assert is_included(index, 957, leaves[index], path, new.root)
    covering = log.covering(256)
    assert covering is not None
    assert covering.size == 257
    assert log.checkpoint(256) is None


def test_tiles_can_be_made_again(store: Store) -> None:
    log = log_of(store)
    record(log, 600)
    log.advance(at_once=True)
    with log.tree() as tree:
        before = tree.root(600)
    log.forget_tiles()
    assert log.count() == 1
    log.advance()
    with log.tree() as tree:
        assert tree.root(600) == before


def test_several_workers_make_one_log(store: Store) -> None:
    log = log_of(store)
    record(log, 5)

    def work(number: int) -> None:
        mine = log_of(store)
        for _ in range(10):
            record(mine, 7)
            mine.advance(at_once=True)

    in_processes(3, work)
    log.advance(at_once=True)
    sizes = log.sizes(0, 1_000)
    assert sizes[-1] == 215
    frontier = Frontier()
    roots = {}
    for leaf in log.recorder.leaves(0, 215):
        frontier.append(leaf)
        roots[frontier.size] = frontier.root()
    assert all(each.root == roots[each.size] for each in log.checkpoints(100))


def test_a_record_that_was_cut_is_not_signed_for(store: Store, backdoor: Backdoor) -> None:
    log = log_of(store)
    record(log, 40)
    log.advance(at_once=True)
    backdoor.break_in("norfolk")
    backdoor.run("norfolk", "DELETE FROM event WHERE n > 30")
    backdoor.run("norfolk", "UPDATE lane SET n = 30")
    with pytest.raises(LogBroken, match=r"ends at fact 30, but 40 were recorded by the checkpoint"):
        log.advance(at_once=True)
    assert log.sizes(0, 99) == [40]


def test_a_log_that_was_changed_signs_nothing_new(store: Store) -> None:
    log = log_of(store)
    record(log, 40)
    log.advance(at_once=True)
    log.forget_tiles()
    other = log_of(store, "suffolk")
    record(other, 41)
    other.advance(at_once=True)
    with other.reading() as connection:
        theirs = connection.execute(CHECKPOINTS.select()).one().note
    with log.writing() as connection:
        connection.execute(CHECKPOINTS.update().values(note=theirs.replace("\n41\n", "\n40\n")))
    record(log, 2)
    with pytest.raises(LogBroken, match="nothing new is signed"):
        log.advance(at_once=True)
