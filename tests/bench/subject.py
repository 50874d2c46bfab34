"""What the bench writes: a young person's words, as a fact, as a ledger, and as raw bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, cast
from uuid import UUID, uuid4

import psycopg
from eventsourcing.persistence import StoredEvent

from events.fact import Provenance
from events.feedback.feedback import FeedbackSubmitted
from infra.keys.store import KeyStore
from infra.storage.encryption import FieldCipher
from infra.storage.fact_mapper import FactMapper
from infra.storage.postgres.store import PostgresStore
from infra.storage.recorder import Recorder
from services.change import Change
from services.feedback.feedback import FeedbackService
from services.feedback.feedback_state import evolve
from services.feedback.receipt import ReceiptBook
from services.ledger import Ledger
from tests.keys import mapper_for

WORDS = "I told my worker about school and she listened, but nothing has changed since then. "
_KEY = bytes(32)
KEYS = Path(tempfile.gettempdir()) / "earshot-bench-keys"
_SAID: dict[str, Any] = {
    "feeling": "mixed",
    "about": "school",
    "words": WORDS.strip() * 3,
    "age_band": "13 to 15",
    "wants_answer": True,
    "demo": False,
}
RAW_TABLE = """CREATE TABLE raw_event (
    originator_id uuid NOT NULL, originator_version bigint NOT NULL, topic text, state bytea,
    n bigserial, PRIMARY KEY (originator_id, originator_version));
    CREATE UNIQUE INDEX ON raw_event (n)"""
_RAW = b"""INSERT INTO raw_event (originator_id, originator_version, topic, state)
    VALUES (%b, %b::bigint, %s, %b) RETURNING n"""


def provenance() -> Provenance:
    return Provenance("Ms Okafor", "web", key=uuid4().hex)


def submitted(stream: UUID | None = None, version: int = 1) -> FeedbackSubmitted:
    return FeedbackSubmitted(
        stream or uuid4(),
        version,
        provenance(),
        "web",
        "mixed",
        "school",
        WORDS * 3,
        "13 to 15",
        True,
        uuid4().hex,
        False,
    )


def stored() -> StoredEvent:
    """What ``submitting`` stores, to the byte but for the ids."""
    receipt = ReceiptBook(_KEY).hash_of(("five", "words", "of", "a", "kind"))
    return raw_mapper().to_stored_event(
        FeedbackSubmitted(
            uuid4(), 1, Provenance("young person", "web"), "web", receipt=receipt, **_SAID
        )
    )


def ledger(store: PostgresStore, slug: str) -> Ledger:
    return Ledger(slug, store.recorder(slug), mapper_of(store.recorder(slug)))


@cache
def raw_mapper() -> FactMapper:
    """Seals what begins a stream: no lane is asked for that."""
    keys = KeyStore.kept_in(KEYS)
    keys.create("raw")
    return FactMapper(FieldCipher("raw", keys.of("raw"), cast(Recorder, None)))


def mapper_of(recorder: Recorder) -> FactMapper:
    """What seals for a lane; every process of the bench has the same keys."""
    return mapper_for(recorder, KEYS)


def saving(store: PostgresStore, slug: str) -> Callable[[], object]:
    """Makes a fact, encodes it and appends it."""
    mine = ledger(store, slug)
    return lambda: mine.save(submitted())


def submitting(store: PostgresStore, slug: str) -> Callable[[], object]:
    """What a young person's Send does: ids, receipt, encoding, append."""
    service = FeedbackService(ledger(store, slug), ReceiptBook(_KEY))
    return lambda: service.submit(uuid4().hex, **_SAID)


def opening(store: PostgresStore, slug: str) -> Callable[[], object]:
    """What staff do when they start something new, through a method that ``opens`` made."""
    service = FeedbackService(ledger(store, slug), ReceiptBook(_KEY))
    words = _SAID["words"]
    return lambda: service.quote_statement(
        uuid4(), provenance(), words=words, who="a young person", theme="school"
    )


def changing(store: PostgresStore, slug: str) -> Callable[[], object]:
    """Recalls the stream first, as every service method does: two questions to the database."""
    mine = ledger(store, slug)

    def change() -> object:
        stream = uuid4()
        return mine.change(Change(stream, provenance(), evolve, lambda _: submitted(stream)))

    return change


def inserting(connection: psycopg.Connection) -> Callable[[], object]:
    """INSERT and COMMIT of the same bytes, and nothing else."""
    event = stored()

    def insert() -> object:
        values = (uuid4(), 1, event.topic, event.state)
        return connection.execute(_RAW, values, prepare=True).fetchone()

    return insert
