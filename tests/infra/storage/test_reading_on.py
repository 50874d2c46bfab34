"""A reader of a ledger that many write to misses nothing and sees nothing out of order."""

from __future__ import annotations

import time
from collections import Counter
from itertools import pairwise

from infra.storage.ledger_rows import LedgerRow
from infra.storage.store import Store
from tests.infra.storage.facts import in_processes, stored

_WRITERS, _EACH = 6, 60


def test_a_reader_of_six_writers_misses_nothing(store: Store) -> None:
    store.create("norfolk")
    recorder, seen = store.recorder("norfolk"), list[LedgerRow]()

    def write(number: int) -> None:
        mine = store.recorder("norfolk")
        for i in range(_EACH):
            mine.insert_events([stored(state=b"%d" % number) for _ in range(1 + i % 3)])

    def follow() -> None:
        until = time.monotonic() + 30
        while len(seen) < _WRITERS * _EACH * 2 and time.monotonic() < until:
            seen.extend(recorder.read(seen[-1].n if seen else 0, 7))

    in_processes(_WRITERS, write, meanwhile=follow)
    assert [row.n for row in seen] == list(range(1, _WRITERS * _EACH * 2 + 1))
    assert Counter(row.state for row in seen) == {b"%d" % n: _EACH * 2 for n in range(_WRITERS)}
    assert all(one.at <= other.at for one, other in pairwise(seen))
