"""A ledger in a PostgreSQL schema of its own: one round trip to append, by functions only."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from functools import partial
from typing import Any, cast
from uuid import UUID

import psycopg
from eventsourcing.persistence import StoredEvent

from infra.database.clock import UNWATCHED, Clock
from infra.database.postgres_sessions import Sessions
from infra.errors import library_errors
from infra.storage.hash_chain import Head, Link
from infra.storage.ledger_rows import LedgerRow, StoredFact, StoredNotification, notifications
from infra.storage.postgres.appending import Appending
from infra.storage.postgres.queries import LedgerQueries
from infra.storage.recorder import Recorder, after_of

_LAST, _LEAF = 2**63 - 1, 32
_row, _recorded = partial(tuple.__new__, LedgerRow), partial(tuple.__new__, StoredFact)


class PostgresRecorder(Recorder):
    """Writers of one partnership queue for its one row; those of others do not meet them."""

    def __init__(self, slug: str, sessions: Sessions, clock: Clock = UNWATCHED) -> None:
        super().__init__(slug, clock)
        self._sessions = sessions
        self._queries = LedgerQueries(slug)
        self._appending = Appending(slug, sessions, self._queries, clock)

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> list[int]:
        if not stored_events:
            return []
        with library_errors(psycopg.Error):
            first = self._appending.append(stored_events)
        return list(range(first, first + len(stored_events)))

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> list[StoredEvent]:
        query = self._queries.stream_down if desc else self._queries.stream
        from_, to = -_LAST if gt is None else gt, _LAST if lte is None else lte
        found = self._rows(query, originator_id, from_, to, limit)
        return cast(list[StoredEvent], list(map(_recorded, found)))

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> list[StoredNotification]:
        after, stop = after_of(start, inclusive_of_start), _LAST if stop is None else stop
        if topics:
            return notifications(self._rows(self._queries.among, after, stop, list(topics), limit))
        return notifications(self._rows(self._queries.until, after, stop, limit))

    def read(self, after: int, limit: int) -> list[LedgerRow]:
        return list(map(_row, self._rows(self._queries.read, after, limit)))

    def rows(self, after: int) -> Generator[LedgerRow]:
        """Gives the rows while the server sends more."""
        streamed = self._streaming(self._queries.read, after, None)
        with library_errors(psycopg.Error), streamed as rows:
            yield from map(_row, rows)

    def links(self, after: int, upto: int) -> Generator[Link]:
        streamed = self._streaming(self._queries.links, after, upto - after)
        with library_errors(psycopg.Error), streamed as rows:
            yield from map(Link._make, rows)

    def leaf_page(self, after: int, upto: int) -> list[bytes]:
        [(joined, whole)] = self._rows(self._queries.leaves, after, upto)
        if joined is None:
            return []
        if not whole:
            return [each.leaf for each in self.links(after, upto)]
        return [joined[at : at + _LEAF] for at in range(0, len(joined), _LEAF)]

    def of_stream(self, stream: UUID) -> list[LedgerRow]:
        return list(map(_row, self._rows(self._queries.placed, stream)))

    def topics(self) -> set[str]:
        return {topic for (topic,) in self._rows(self._queries.topics)}

    def keep_checkpoint(self, size: int, note: str) -> str:
        with library_errors(psycopg.Error):
            self._sessions.read(self._queries.keep, (size, note))
        return self.kept_checkpoint(size)

    def kept_checkpoint(self, size: int) -> str:
        return next((str(note) for (note,) in self._rows(self._queries.kept, size)), "")

    def kept_sizes(self) -> list[int]:
        return [size for (size,) in self._rows(self._queries.kept_sizes)]

    def head(self) -> Head:
        return Head(*self._rows(self._queries.head)[0])

    def _rows(self, query: bytes, *values: Any) -> list[tuple[Any, ...]]:
        with library_errors(psycopg.Error):
            return self._sessions.read(query, values)

    def _streaming(self, query: bytes, *values: Any) -> closing[Generator[tuple[Any, ...]]]:
        return closing(self._sessions.stream(query, values))
