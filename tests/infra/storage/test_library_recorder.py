"""Both lanes pass the tests that the library keeps for people who write a recorder."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from eventsourcing import cryptography
from eventsourcing.persistence import AggregateRecorder, StoredEvent

from infra.storage.postgres.store import PostgresStore
from infra.storage.recorder import Recorder
from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store
from tests.postgres import Server

# The library's tests import its older cipher, which wants a package that nothing here needs;
# its newer one has the same name in it.
sys.modules.setdefault("eventsourcing.cipher", cryptography)

from eventsourcing.tests import persistence as library  # noqa: E402


class OnSQLite:
    store: Store

    @pytest.fixture(autouse=True)
    def _open(self, tmp_path: Path) -> Iterator[None]:
        self.store = SQLiteStore(tmp_path)
        self.store.migrate()
        self.store.create("norfolk")
        yield
        self.store.close()


class OnPostgres:
    store: Store

    @pytest.fixture(autouse=True)
    def _open(self, postgres: Server, database: str) -> Iterator[None]:
        self.store = PostgresStore(postgres.url(database))
        self.store.migrate()
        self.store.create("norfolk")
        yield
        self.store.close()


class WithoutPositions(AggregateRecorder):
    """A lane seen as one stream at a time, which is all that the stream tests know of."""

    def __init__(self, recorder: Recorder) -> None:
        self._lane = recorder

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> None:
        self._lane.insert_events(stored_events)

    def select_events(self, *args: Any, **kwargs: Any) -> list[StoredEvent]:
        found = self._lane.select_events(*args, **kwargs)
        return [
            StoredEvent(one.originator_id, one.originator_version, one.topic, one.state)
            for one in found
        ]


class Streams:
    store: Store

    def create_recorder(self) -> AggregateRecorder:
        return WithoutPositions(self.store.recorder("norfolk"))

    # A figure printed, nothing asserted: tests/bench measures this, beside its targets.
    def test_performance(self) -> None: ...


class Lanes:
    store: Store

    def create_recorder(self) -> Recorder:
        return self.store.recorder("norfolk")

    # As above: measured, beside its targets, in tests/bench.
    def test_performance(self) -> None: ...


class TestStreamsOnSQLite(OnSQLite, Streams, library.AggregateRecorderTestCase): ...


class TestStreamsOnPostgres(OnPostgres, Streams, library.AggregateRecorderTestCase): ...


class TestLaneOnSQLite(OnSQLite, Lanes, library.ApplicationRecorderTestCase[Recorder]): ...


class TestLaneOnPostgres(OnPostgres, Lanes, library.ApplicationRecorderTestCase[Recorder]): ...


class TestBatchesOnSQLite(OnSQLite, Lanes, library.NonInterleavingNotificationIDsBaseCase): ...


class TestBatchesOnPostgres(OnPostgres, Lanes, library.NonInterleavingNotificationIDsBaseCase): ...
