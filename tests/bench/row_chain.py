"""What the hash chain adds to a durable append: the same lane with and without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from infra.storage.postgres_schema import APPEND_ONE
from infra.storage.store import PostgresStore
from tests.bench.measure import Bench, Row, at_most, writers
from tests.bench.subject import saving


def rows(bench: Bench) -> Iterator[Row]:
    with bench.store("chained", "unchained") as store:
        url = store.url
        bench.server.run(_without_hashing("p_unchained"), url.rpartition("/")[2])

        def writing(slug: str) -> Callable[[], float]:
            ready = lambda _: saving(PostgresStore(url, 1), slug)  # noqa: E731
            return lambda: writers(1, bench.seconds, ready)

        found = bench.in_turn({slug: writing(slug) for slug in ("chained", "unchained")})
    cost = (found["unchained"] / found["chained"] - 1) * 100
    figure = f"{found['chained']:,.0f} per s, without {found['unchained']:,.0f}"
    yield at_most("the chain, of a durable append", figure, cost, 10, " %")


def _without_hashing(schema: str) -> str:
    start = APPEND_ONE.index("hash = sha256(")
    end = APPEND_ONE.index("RETURNING n, at")
    body = APPEND_ONE[:start] + "hash = hash\n        " + APPEND_ONE[end:]
    return body.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").replace("{lane}", schema)
