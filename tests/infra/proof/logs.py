"""A log over a store of the tests."""

from __future__ import annotations

from uuid import UUID, uuid4

from eventsourcing.persistence import StoredEvent

from infra.proof.transparency_log import TransparencyLog
from infra.storage.store import Store

SEED = bytes(range(32))


def log_of(store: Store, slug: str = "norfolk") -> TransparencyLog:
    if slug not in store.slugs():
        store.create(slug)
    engine, schema = store.views(slug)
    return TransparencyLog(store.recorder(slug), engine, schema, lambda: SEED)


def record(
    log: TransparencyLog, count: int, topic: str = "test.stored", stream: UUID | None = None
) -> UUID:
    """So many facts of one stream, in one go."""
    stream = stream or uuid4()
    start = len(log.recorder.of_stream(stream))
    log.recorder.insert_events(
        [StoredEvent(stream, start + i, topic, b'{"i":%d}' % i) for i in range(1, count + 1)]
    )
    return stream
