"""Appending through a service, against INSERT and COMMIT of the same bytes on the same server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import psycopg

from infra.storage.postgres.store import PostgresStore
from tests.bench.measure import Bench, Row, at_least, for_the_record, writers
from tests.bench.subject import RAW_TABLE, changing, inserting, opening, submitting

Way = Callable[[PostgresStore, str], Callable[[], object]]
_SLUGS = [f"place-{n}" for n in range(8)]


def rows(bench: Bench) -> Iterator[Row]:
    with bench.store(*_SLUGS) as store:
        url = store.url
        bench.server.run(RAW_TABLE, url.rpartition("/")[2])

        def raw(_: int) -> Callable[[], object]:
            return inserting(psycopg.connect(url, autocommit=True))

        def ours(way: Way, lanes: int, number: int) -> Callable[[], object]:
            return way(PostgresStore(url, 1), _SLUGS[number % lanes])

        def run(count: int, ready: Callable[[int], Callable[[], object]]) -> Callable[[], float]:
            return lambda: writers(count, bench.seconds, ready)

        found = bench.in_turn(
            {
                "raw 1": run(1, raw),
                "submit 1": run(1, partial(ours, submitting, 1)),
                "open 1": run(1, partial(ours, opening, 1)),
                "change 1": run(1, partial(ours, changing, 1)),
                "raw 8": run(8, raw),
                "submit 8 on 8": run(8, partial(ours, submitting, 8)),
                "submit 8 on 1": run(8, partial(ours, submitting, 1)),
                "change 8 on 8": run(8, partial(ours, changing, 8)),
            }
        )
    raw1, raw8 = found["raw 1"], found["raw 8"]
    for work, name, beside, target in (
        ("append through a service, 1 writer", "submit 1", raw1, 0.55),
        ("the same, 8 writers on 8 partnerships", "submit 8 on 8", raw8, 0.45),
        ("the same, 8 writers on one partnership", "submit 8 on 1", raw8, 0.25),
        ("append through what `opens` made, 1 writer", "open 1", raw1, 0.55),
    ):
        yield at_least(work, _figure(found[name], beside), found[name] / beside, target)
    for work, name, beside in (
        ("recall and append, 1 writer", "change 1", raw1),
        ("recall and append, 8 writers on 8 partnerships", "change 8 on 8", raw8),
    ):
        yield for_the_record(work, _figure(found[name], beside), found[name] / beside)


def _figure(ours: float, raw: float) -> str:
    return f"{ours:,.0f} per s, raw {raw:,.0f}"
