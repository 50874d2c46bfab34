"""Reading a log and replaying a stream, decoded into facts."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg

from infra.storage.recorder import Recorder
from tests.bench.library import audited
from tests.bench.measure import Bench, Row, at_least, for_the_record, rate
from tests.bench.replaying import fill, of_one_stream
from tests.bench.subject import ledger, mapper_of, submitted

_PAGE = 1_000
_RAW = b"""SELECT n, originator_id, originator_version, topic, state, at FROM p_norfolk.event
    WHERE n > %s ORDER BY n LIMIT 1000"""


def rows(bench: Bench) -> Iterator[Row]:
    with bench.store("norfolk", "suffolk") as store:
        recorder = store.recorder("norfolk")
        mine = ledger(store, "norfolk")
        for _ in range(bench.facts // _PAGE):
            mine.save(*(submitted() for _ in range(_PAGE)))
        with psycopg.connect(store.url, autocommit=True) as connection:
            found = bench.in_turn(
                {
                    "raw": lambda: rate(lambda: _raw(connection)),
                    "ours": lambda: rate(lambda: _streamed(recorder)),
                    "paged": lambda: rate(lambda: _paged(recorder)),
                    "verify": lambda: rate(lambda: recorder.verify_chain().n),
                }
            )
        yield from _log(found)
        other = ledger(store, "suffolk")
        stream = fill(other, _PAGE)
        library = audited(bench.server, store.url.rpartition("/")[2], _PAGE)
        found = bench.in_turn(
            {
                "library": lambda: rate(library),
                "ours": lambda: rate(lambda: of_one_stream(other, stream)),
            }
        )
    figure = f"{found['ours']:,.0f} facts per s, library {found['library']:,.0f}"
    yield at_least("replay of a 1,000-fact stream", figure, found["ours"] / found["library"], 6)


def _log(found: dict[str, float]) -> Iterator[Row]:
    raw = found["raw"]
    yield at_least(
        "log read, decoded",
        f"{found['ours']:,.0f} facts per s, raw {raw:,.0f}",
        found["ours"] / raw,
        0.7,
    )
    yield for_the_record(
        "log read in pages, decoded", f"{found['paged']:,.0f} facts per s", found["paged"] / raw
    )
    yield at_least(
        "full audit of the chain, against 150,000 facts per s",
        f"{found['verify']:,.0f} facts per s",
        found["verify"] / 150_000,
        1,
    )


def _raw(connection: psycopg.Connection) -> int:
    after = 0
    while page := connection.execute(_RAW, (after,), prepare=True, binary=True).fetchall():
        after = page[-1][0]
    return int(after)


def _paged(recorder: Recorder) -> int:
    after, facts = 0, mapper_of(recorder).facts
    while page := recorder.read(after, _PAGE):
        facts(page)
        after = page[-1].n
    return after


def _streamed(recorder: Recorder) -> int:
    last = 0
    for fact in mapper_of(recorder).stream(recorder.rows(0)):
        last += fact.originator_version > 0
    return last
