"""Opening 4 and many partnerships in one process: time, memory, threads, connections."""

from __future__ import annotations

import gc
import os
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from threading import active_count
from typing import NamedTuple

from infra.keys.file_root import FileRoot
from infra.partnerships import Partnerships
from infra.settings import Settings, load
from infra.storage.postgres.store import PostgresStore
from infra.stores import migrate_all
from projections.feedback.triage_queue import TriageQueue
from tests.bench.measure import Bench, Row, at_most, for_the_record, in_a_child

_OPENED = "SELECT count(*) - 1 FROM pg_stat_activity WHERE datname = current_database()"


def rows(bench: Bench) -> Iterator[Row]:
    every = bench.partnerships
    slugs = [f"place-{n:03}" for n in range(every)]
    with bench.store(*slugs) as store, tempfile.TemporaryDirectory() as folder:
        settings = load({"EARSHOT_VAR": folder, "EARSHOT_DATABASE_URL": store.url})
        FileRoot.kept_in(Path(folder) / "keys")
        migrate_all(settings)
        _draw_everything(settings, slugs)
        store.close()

        def opened(count: int) -> Opened:
            return _opened(settings, slugs[:count], bench)

        few, many = in_a_child(lambda: opened(4)), in_a_child(lambda: opened(every))
        traced = in_a_child(lambda: _traced(settings, slugs))
        polls = PostgresStore(store.url)
        polls.heads()
        poll = bench.in_turn({"poll": lambda: _milliseconds(polls)})["poll"]
        polls.close()
    each = (many.memory - few.memory) / (every - 4) * 1024
    yield for_the_record("open 4 partnerships and read a view of each", few.words, 1)
    yield for_the_record(f"open {every} and read a view of each", many.words, many.took / few.took)
    figure = f"{traced:.1f} KiB of objects, {each:.1f} KiB of the process"
    yield for_the_record("memory for each partnership more", figure, traced)
    yield at_most(
        f"connections for {every} partnerships", str(many.connections), many.connections, 4, ""
    )
    yield at_most(f"threads for {every} partnerships", str(many.threads), many.threads, 0, "")
    yield for_the_record(f"poll of all {every} heads", f"{poll:.2f} ms", 1)


class Opened(NamedTuple):
    took: float
    memory: float
    threads: int
    connections: int

    @property
    def words(self) -> str:
        return (
            f"{self.took * 1e3:.0f} ms, {self.memory:.1f} MiB, "
            f"{self.threads} threads, {self.connections} connections"
        )


def _opened(settings: Settings, slugs: list[str], bench: Bench) -> Opened:
    memory, threads, started = _memory(), active_count(), time.perf_counter()
    partnerships = Partnerships.of(settings)
    _read(partnerships, slugs)
    took = time.perf_counter() - started
    [(connections,)] = bench.server.run(_OPENED, settings.database_url.rpartition("/")[2])
    return Opened(took, _memory() - memory, active_count() - threads, connections)


def _traced(settings: Settings, slugs: list[str]) -> float:
    """KiB of Python's objects for each partnership, once what all share is there."""
    partnerships = Partnerships.of(settings)
    _read(partnerships, slugs[:4])
    gc.collect()
    tracemalloc.start()
    _read(partnerships, slugs)
    gc.collect()
    return tracemalloc.get_traced_memory()[0] / 1024 / (len(slugs) - 4)


def _read(partnerships: Partnerships, slugs: list[str]) -> None:
    for slug in slugs:
        tenant = partnerships.open(slug)
        tenant.ledger.recorder.max_notification_id()
        with tenant.read(TriageQueue) as view:
            view.count("waiting")


def _draw_everything(settings: Settings, slugs: list[str]) -> None:
    partnerships = Partnerships.of(settings)
    for slug in slugs:
        partnerships.keys.create(slug)
        partnerships.open(slug).catch_up()
    partnerships.close()


def _milliseconds(store: PostgresStore) -> float:
    started = time.perf_counter()
    for _ in range(20):
        store.heads()
    return (time.perf_counter() - started) / 20 * 1e3


def _memory() -> float:
    """MiB that this process has in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
