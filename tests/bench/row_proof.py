"""What the proof costs: leaves and proofs, the worker, the audit, and checking it offline."""

from __future__ import annotations

import io
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from infra.proof import verify
from infra.proof.bundle import Bundle
from infra.proof.full_check import FullCheck
from infra.proof.merkle_frontier import Frontier
from infra.proof.merkle_tree import Tree, grown
from infra.proof.transparency_log import TransparencyLog
from infra.storage.hash_chain import leaf
from infra.storage.sqlite.store import SQLiteStore
from tests.bench.measure import Bench, Row, at_least, at_most, for_the_record, rate

_STATE = b'{"words":"' + b"I told my worker about school and she listened. " * 9 + b'"}'
_TREES = (10**4, 10**5, 10**6)


def rows(bench: Bench) -> Iterator[Row]:
    yield _leaves(bench)
    yield from _proofs(10**5 if bench.facts < 10_000 else 10**6)
    count = bench.facts * 10
    with tempfile.TemporaryDirectory() as folder, bench.store("norfolk") as store:
        engine, schema = store.views("norfolk")
        log = TransparencyLog(store.recorder("norfolk"), engine, schema, lambda: bytes(32))
        _fill(log, count)
        yield from _following(log, "PostgreSQL", count)
        plain = SQLiteStore(Path(folder))
        plain.create("norfolk")
        log = TransparencyLog(plain.recorder("norfolk"), *plain.views("norfolk"), lambda: bytes(32))
        _fill(log, count)
        yield from _following(log, "SQLite", count)
        yield _offline(log, 10**6 if bench.facts >= 10_000 else count)
        plain.close()


def _leaves(bench: Bench) -> Row:
    stream, count = UUID(int=7), 100_000

    def raw() -> int:
        for _ in range(count):
            sha256(_STATE).digest()
        return count

    def ours() -> int:
        edge = Frontier()
        for n in range(count):
            edge.append(leaf(n, stream, 1, "feedback.submitted", _STATE, n))
        return count

    found = bench.in_turn({"raw": partial(rate, raw), "ours": partial(rate, ours)})
    figure = f"{found['ours']:,.0f} per s, SHA-256 alone {found['raw']:,.0f}"
    return for_the_record("leaf hash and place in the tree", figure, found["ours"] / found["raw"])


def _proofs(most: int) -> Iterator[Row]:
    times = {}
    for size in _TREES:
        if size <= most:
            tree = _tree(size)
            times[size] = (
                _each(lambda n, tree=tree, size=size: tree.inclusion(n * 7919 % size, size)),  # type: ignore[misc]
                _each(lambda n, tree=tree, size=size: tree.consistency(n * 7919 % size + 1, size)),  # type: ignore[misc]
            )
    low, high = min(times), max(times)
    for name, at in (("inclusion proof", 0), ("consistency proof", 1)):
        shown = ", ".join(f"{each[at] * 1e6:,.0f} µs at {size:,}" for size, each in times.items())
        growth = times[high][at] / times[low][at]
        # It grows in steps, a level of tiles at a time: so within twice of the logarithm.
        allowed = 2 * (high.bit_length() - 1) / (low.bit_length() - 1)
        yield at_most(f"{name}, largest against smallest", shown, growth, round(allowed, 2))


def _tree(size: int) -> Tree:
    tiles: dict[tuple[int, int], bytes] = {}
    leaves = [sha256(n.to_bytes(8, "big")).digest() for n in range(size)]
    tiles |= grown(lambda *place: tiles[place], 0, leaves)
    return Tree(lambda level, number: tiles[level, number])


def _each(work: Callable[[int], object], count: int = 300) -> float:
    """Seconds for one, of the best of five rounds."""
    best = float("inf")
    for _ in range(5):
        started = time.perf_counter()
        for n in range(1, count + 1):
            work(n)
        best = min(best, (time.perf_counter() - started) / count)
    return best


def _fill(log: TransparencyLog, count: int) -> None:
    for first in range(0, count, 1_000):
        log.recorder.insert_events(
            [
                StoredEvent(UUID(int=n // 4 + 1), n % 4 + 1, "test.stored", _STATE)
                for n in range(first, min(first + 1_000, count))
            ]
        )


def _following(log: TransparencyLog, store: str, count: int) -> Iterator[Row]:
    def follow() -> int:
        log.forget_tiles()
        log.advance(at_once=True)
        return count

    def audit() -> int:
        return FullCheck(log).whole("the bench").size

    followed = max(rate(follow) for _ in range(3))
    yield at_least(f"growing the tree, {store}", f"{followed:,.0f} facts per s", followed, 100_000)
    audited = max(rate(audit) for _ in range(3))
    yield at_least(f"full check, {store}", f"{audited:,.0f} facts per s", audited, 150_000)


def _offline(log: TransparencyLog, count: int) -> Row:
    held = log.recorder.head().n
    if held < count:
        _more(log, held, count)
    raw = "".join(islice(Bundle(log).lines(), None)).encode()

    def check() -> int:
        verify.checked(io.BytesIO(raw))
        return count

    found = rate(check)
    figure = f"{found:,.0f} facts per s, {count:,} facts of {len(raw) // count} bytes"
    return for_the_record("checking a bundle offline", figure, count / found)


def _more(log: TransparencyLog, held: int, count: int) -> None:
    for first in range(held, count, 10_000):
        log.recorder.insert_events(
            [
                StoredEvent(UUID(int=n // 4 + 1), n % 4 + 1, "test.stored", _STATE)
                for n in range(first, min(first + 10_000, count))
            ]
        )
