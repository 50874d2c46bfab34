"""Facts as a ledger gives them: rows, and the library's events and notifications."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from eventsourcing.persistence import Notification


class LedgerRow(NamedTuple):
    """A stored fact as the projector reads it, cheap to make."""

    n: int
    originator_id: UUID
    version: int
    topic: str
    state: bytes
    at: datetime


class StoredFact(NamedTuple):
    """A stored fact of a stream, with the moment at which the ledger recorded it.

    The library's ``StoredEvent``, field for field, as a tuple: streams are replayed in thousands.
    """

    originator_id: UUID
    originator_version: int
    topic: str
    state: bytes
    at: datetime


@dataclass(frozen=True)
class StoredNotification(Notification):
    """A stored fact of the whole ledger, with the moment at which it was recorded."""

    at: datetime


def notifications(
    rows: Sequence[LedgerRow] | Sequence[tuple[Any, ...]],
) -> list[StoredNotification]:
    return [
        StoredNotification(stream, version, topic, state, n, at)
        for n, stream, version, topic, state, at in rows
    ]
