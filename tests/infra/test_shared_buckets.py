"""Two processes count together, and a broken file lets everybody through."""

from __future__ import annotations

from multiprocessing import get_context
from pathlib import Path

from infra.shared_buckets import SharedBuckets
from web.site.buckets import Bucket

MANY = Bucket("many", 40, 1e9)
FEW = Bucket("few", 3, 1e9)


def taken(file: Path) -> int:
    """How many of fifty tries one process was allowed."""
    buckets = SharedBuckets(file)
    return sum(all(buckets.take([MANY], 1)) for _ in range(50))


def test_processes_share_what_there_is(tmp_path: Path) -> None:
    with get_context("spawn").Pool(2) as pool:
        assert sum(pool.map(taken, [tmp_path / "buckets.db"] * 2)) == MANY.most


def test_nothing_is_taken_where_one_that_is_needed_has_none(tmp_path: Path) -> None:
    buckets = SharedBuckets(tmp_path / "buckets.db")
    assert [buckets.take([FEW, MANY], 2) for _ in range(4)][3] == [False, True]
    assert [all(buckets.take([MANY], 1)) for _ in range(40)].count(True) == MANY.most - FEW.most
    assert not buckets.has(FEW)


def test_what_may_run_out_does_not_hinder(tmp_path: Path) -> None:
    buckets = SharedBuckets(tmp_path / "buckets.db")
    answers = [buckets.take([MANY, FEW], 1) for _ in range(5)]
    assert answers[2:] == [[True, True], [True, False], [True, False]]


def test_a_file_that_cannot_be_used_keeps_nobody_out(tmp_path: Path) -> None:
    buckets = SharedBuckets(tmp_path / "nowhere" / "buckets.db")
    assert all(all(buckets.take([FEW], 1)) for _ in range(9))
    assert buckets.has(FEW)
