"""Appends to a ledger in PostgreSQL: in one round trip, once, and under the right time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import BoundedSemaphore
from uuid import UUID

import psycopg
from eventsourcing.persistence import OperationalError, StoredEvent

from infra.database import patience
from infra.database.clock import STEP, Clock, apart
from infra.database.patience import LOCK_SECONDS
from infra.database.postgres_sessions import Died, Sessions
from infra.storage.postgres.queries import LedgerQueries

Values = tuple[UUID | str, int, str, bytes]


class Appending:
    """Whoever waits for one partnership's row leaves connections for all others."""

    def __init__(self, slug: str, sessions: Sessions, queries: LedgerQueries, clock: Clock) -> None:
        self._slug, self._sessions, self._queries, self._clock = slug, sessions, queries, clock
        self._writers = BoundedSemaphore(max(1, sessions.size // 2))

    def append(self, events: Sequence[StoredEvent]) -> int:
        """The first position. Where the connection died it is asked again, and where the first
        attempt had been committed after all, the ledger itself gives the answer.

        Raises ``ClockJumped`` where a clock is watched and wrong.
        """
        values = [_values(event) for event in events]
        with self._a_turn():
            try:
                return self._append_once(values)
            except Died:
                patience.need_some()
                try:
                    return self._append_once(values)
                except psycopg.errors.UniqueViolation:
                    if first := self._already(values):
                        return first
                    raise

    @contextmanager
    def _a_turn(self) -> Iterator[None]:
        with patience.waiting(LOCK_SECONDS) as seconds:
            is_our_turn = self._writers.acquire(timeout=seconds)
        if not is_our_turn:
            raise OperationalError(f"others record in {self._slug}, and do not come to an end")
        try:
            yield
        finally:
            self._writers.release()

    def _append_once(self, values: Sequence[Values]) -> int:
        queries, bounds = self._queries, list[datetime]()
        one, every = queries.append_one, queries.append_all
        if self._clock.is_watched:
            one, every = queries.append_one_in_time, queries.append_all_in_time
            bounds = self._times()
        if len(values) == 1:
            done = self._sessions.run(one, [*values[0], *bounds])
        else:
            columns = [list(column) for column in zip(*values, strict=True)]
            done = self._sessions.run(every, [*columns, *bounds])
        if not done:
            raise apart()
        return int(done[0][0])

    def _times(self) -> list[datetime]:
        """Between which moments the database's clock is right."""
        return [self._clock.check() - STEP, self._clock.latest() + STEP]

    def _already(self, values: Sequence[Values]) -> int | None:
        """The position of exactly these events in the ledger. None if they are not there."""
        placed = self._sessions.read(self._queries.place, values[0][:2])
        first = int(placed[0][0]) if placed else 0
        rows = self._sessions.read(self._queries.read, (first - 1, len(values)))
        return first if [row[1:5] for row in rows] == list(values) else None


def _values(event: StoredEvent) -> Values:
    return event.originator_id, event.originator_version, event.topic, event.state
