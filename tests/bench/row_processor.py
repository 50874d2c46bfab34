"""The processor time of an append, client and server together, against a raw INSERT and COMMIT."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg

from infra.storage.postgres.store import PostgresStore
from tests.bench.measure import Bench, Row, at_most
from tests.bench.subject import RAW_TABLE, inserting, saving, submitting

Way = Callable[[PostgresStore, str], Callable[[], object]]
# The newest: that of the round before may not be gone yet.
_PIDS = """SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND backend_type = 'client backend' ORDER BY backend_start DESC LIMIT 1"""


def rows(bench: Bench) -> Iterator[Row]:
    with bench.store("norfolk") as made:
        database = made.url.rpartition("/")[2]
        bench.server.run(RAW_TABLE, database)
        made.close()

        def spent(work: Callable[[], object]) -> float:
            for _ in range(50):
                work()
            [(pid,)] = bench.server.run(_PIDS, database)
            count, before = max(200, bench.facts // 10), _on_cpu(pid)
            for _ in range(count):
                work()
            return (_on_cpu(pid) - before) / count * 1e6

        def raw() -> float:
            with psycopg.connect(made.url, autocommit=True) as connection:
                return spent(inserting(connection))

        def ours(way: Way) -> float:
            store = PostgresStore(made.url, 1)
            try:
                return spent(way(store, "norfolk"))
            finally:
                store.close()

        found = bench.in_turn(
            {"raw": raw, "submit": lambda: ours(submitting), "save": lambda: ours(saving)}
        )
    for work, name in (
        ("processor time per append through a service", "submit"),
        ("processor time per append of one fact", "save"),
    ):
        figure = f"{found[name]:.0f} µs, raw {found['raw']:.0f} µs"
        yield at_most(work, figure, found[name] / found["raw"], 2.5)


def _on_cpu(backend: int) -> float:
    """Seconds that this process and its backend have been on a processor."""
    nanoseconds = int(Path(f"/proc/{backend}/schedstat").read_text().split()[0])
    return time.process_time() + nanoseconds / 1e9
