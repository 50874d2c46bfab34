"""Facts as rows of a ledger's file, each with its hashes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from infra.storage.hash_chain import leaf, link


def chained(
    stored_events: Sequence[StoredEvent], n: int, at: int, chain: bytes, now: int
) -> list[tuple[int, bytes, int, str, bytes, int, bytes, bytes]]:
    at, rows = max(at, now), []
    for event in stored_events:
        n += 1
        stream, version = uuid_of(event.originator_id), event.originator_version
        found = leaf(n, stream, version, event.topic, event.state, at)
        chain = link(chain, found)
        rows.append((n, stream.bytes, version, event.topic, event.state, at, chain, found))
    return rows


def uuid_of(stream: UUID | str) -> UUID:
    return stream if isinstance(stream, UUID) else UUID(stream)
