"""What hashing adds to a durable append: the same lane with chain and leaf, and without them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import uuid4

from eventsourcing.persistence import StoredEvent

from infra.storage.postgres.schema import APPEND_ONE
from infra.storage.postgres.store import PostgresStore
from tests.bench.measure import Bench, Row, at_most, writers

_STATE = bytes(range(256)) * 2


def rows(bench: Bench) -> Iterator[Row]:
    with bench.store("whole", "unproved", "unchained") as store:
        url = store.url
        name = url.rpartition("/")[2]
        bench.server.run(_without_leaf("p_unproved"), name)
        bench.server.run(_without_hashing("p_unchained"), name)

        def writing(slug: str) -> Callable[[], float]:
            return lambda: writers(1, bench.seconds, lambda _: _appending(url, slug))

        found = bench.in_turn({slug: writing(slug) for slug in ("whole", "unproved", "unchained")})
    whole = found["whole"]
    for work, slug in (("chain and leaf", "unchained"), ("the stored leaf alone", "unproved")):
        figure = f"{whole:,.0f} per s, without {found[slug]:,.0f}"
        yield at_most(f"{work}, of a durable append", figure, found[slug] / whole, 1.10)


def _appending(url: str, slug: str) -> Callable[[], object]:
    recorder = PostgresStore(url, 1).recorder(slug)
    return lambda: recorder.insert_events([StoredEvent(uuid4(), 1, "test.stored", _STATE)])


def _without_leaf(schema: str) -> str:
    """The chain as it was: no leaf is kept, as it is not worked out a second time."""
    start = APPEND_ONE.index(", sha256(", APPEND_ONE.index("RETURNING n, at"))
    end = APPEND_ONE.index("INTO STRICT")
    body = APPEND_ONE[:start] + "\n        " + APPEND_ONE[end:].replace(", h, f;", ", h;")
    body = body.replace("body, a, h, f)", "body, a, h, '')")
    return _replacing(body.replace("body, a, h;", "body, a, h, '');"), schema)


def _without_hashing(schema: str) -> str:
    start = APPEND_ONE.index("hash = sha256(")
    end = APPEND_ONE.index("RETURNING n, at")
    body = APPEND_ONE[:start] + "hash = hash\n        " + APPEND_ONE[end:]
    start = body.index(", sha256(")
    end = body.index("INTO STRICT")
    return _replacing(f"{body[:start]}, ''::bytea\n        {body[end:]}", schema)


def _replacing(body: str, schema: str) -> str:
    return body.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").replace("{schema}", schema)
