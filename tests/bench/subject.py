"""What the bench writes: a young person's words, as a fact, as a ledger, and as raw bytes."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid4

import psycopg
from eventsourcing.persistence import StoredEvent

from events.fact import Told
from events.feedback import FeedbackSubmitted
from infra.storage.mapper import FactMapper
from infra.storage.store import PostgresStore
from services.ledger import Ledger

_WORDS = "I told my worker about school and she listened, but nothing has changed since then. "
RAW_TABLE = """CREATE TABLE raw_event (
    originator_id uuid NOT NULL, originator_version bigint NOT NULL, topic text, state bytea,
    n bigserial, PRIMARY KEY (originator_id, originator_version));
    CREATE UNIQUE INDEX ON raw_event (n)"""
_RAW = b"""INSERT INTO raw_event (originator_id, originator_version, topic, state)
    VALUES (%b, %b::bigint, %s, %b) RETURNING n"""


def told() -> Told:
    return Told("Ms Okafor", "web", key=uuid4().hex)


def submitted(stream: UUID | None = None, version: int = 1) -> FeedbackSubmitted:
    return FeedbackSubmitted(
        stream or uuid4(), version, told(), "web", "mixed", "school", _WORDS * 3, "13 to 15",
        True, uuid4().hex, False,
    )  # fmt: skip


def stored() -> StoredEvent:
    return FactMapper().to_stored_event(submitted())


def ledger(store: PostgresStore, slug: str) -> Ledger:
    return Ledger(slug, store.recorder(slug), FactMapper())


def saving(store: PostgresStore, slug: str) -> Callable[[], object]:
    """Makes a fact, encodes it and appends it."""
    mine = ledger(store, slug)
    return lambda: mine.save(submitted())


def changing(store: PostgresStore, slug: str) -> Callable[[], object]:
    """Recalls the stream first, as every service method does: two questions to the database."""
    mine = ledger(store, slug)

    def change() -> object:
        stream = uuid4()
        return mine.change(stream, told(), lambda _: submitted(stream))

    return change


def inserting(connection: psycopg.Connection) -> Callable[[], object]:
    """INSERT and COMMIT of the same bytes, and nothing else."""
    event = stored()

    def insert() -> object:
        values = (uuid4(), 1, event.topic, event.state)
        return connection.execute(_RAW, values, prepare=True).fetchone()

    return insert
