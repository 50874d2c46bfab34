"""Opening 4 and 150 partnerships in one process: time, memory, threads, connections."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import active_count

from infra.storage.store import PostgresStore
from tests.bench.measure import Bench, Row, at_most, for_the_record, in_a_child

_MANY = 150
_OPENED = "SELECT count(*) - 1 FROM pg_stat_activity WHERE datname = current_database()"


def rows(bench: Bench) -> Iterator[Row]:
    slugs = [f"place-{n:03}" for n in range(_MANY)]
    with bench.store(*slugs) as store:
        url = store.url
        store.close()

        def opened(count: int) -> tuple[float, float, int, int]:
            memory, threads, started = _memory(), active_count(), time.perf_counter()
            mine = PostgresStore(url)
            for slug in slugs[:count]:
                mine.recorder(slug).head()
            took = time.perf_counter() - started
            [(connections,)] = bench.server.run(_OPENED, url.rpartition("/")[2])
            return took, _memory() - memory, active_count() - threads, connections

        few = in_a_child(lambda: opened(4))
        many = in_a_child(lambda: opened(_MANY))
        polls = PostgresStore(url)
        polls.heads()
        poll = bench.in_turn({"poll": lambda: _milliseconds(polls)})["poll"]
        polls.close()
    yield for_the_record("open 4 partnerships", _figure(few), 1)
    yield for_the_record("open 150 partnerships", _figure(many), many[0] / few[0])
    yield at_most("connections for 150 partnerships", str(many[3]), many[3], 4, "")
    yield at_most("threads for 150 partnerships", str(many[2]), many[2], 0, "")
    yield for_the_record("poll of all 150 heads", f"{poll:.2f} ms", 1)


def _milliseconds(store: PostgresStore) -> float:
    started = time.perf_counter()
    for _ in range(20):
        store.heads()
    return (time.perf_counter() - started) / 20 * 1e3


def _memory() -> float:
    """MiB that this process has in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _figure(found: tuple[float, float, int, int]) -> str:
    took, memory, threads, connections = found
    return f"{took * 1e3:.0f} ms, {memory:.1f} MiB, {threads} threads, {connections} connections"
