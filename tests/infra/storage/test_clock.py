"""A clock that jumps forward records nothing; one that goes back, or is corrected, is no harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from eventsourcing.persistence import StoredEvent

from infra.database.clock import WatchedClock
from infra.errors import ClockJumped
from infra.storage.postgres.store import PostgresStore
from infra.storage.recorder import Recorder
from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store

HOUR, YEARS = 3_600.0, 10 * 365 * 86_400.0
Recording = Callable[["Hands", date | None], Recorder]


class Hands:
    """The hands of two clocks, which a test moves: the one on the wall, and what has passed."""

    def __init__(self, at: float = 0.0) -> None:
        self.wall, self.passed = at or datetime.now(UTC).timestamp(), 0.0

    def jump(self, seconds: float) -> None:
        self.wall += seconds

    def wait(self, seconds: float) -> None:
        self.wall, self.passed = self.wall + seconds, self.passed + seconds

    def clock(self, checked: date | None = None) -> WatchedClock:
        return WatchedClock(checked, lambda: self.wall, lambda: self.passed)


@pytest.fixture
def recording(store: Store, tmp_path: Path) -> Iterator[Recording]:
    """Norfolk's ledger under a clock of our own."""
    store.create("norfolk")
    opened: list[Store] = []

    def made(hands: Hands, checked: date | None = None) -> Recorder:
        if isinstance(store, PostgresStore):
            clocked: Store = PostgresStore(store.url, clock=hands.clock(checked))
        else:
            clocked = SQLiteStore(tmp_path / "partnerships", hands.clock(checked))
        opened.append(clocked)
        return clocked.recorder("norfolk")

    yield made
    for each in opened:
        each.close()


def record(recorder: Recorder) -> datetime:
    """When a fact was recorded."""
    recorder.insert_events([StoredEvent(uuid4(), 1, "a", b"{}")])
    return recorder.head().at


def test_a_jump_forward_is_refused_until_the_clock_is_back(recording: Recording) -> None:
    hands = Hands()
    recorder = recording(hands, None)
    before = record(recorder)
    hands.jump(YEARS)
    with pytest.raises(ClockJumped, match="jumped forward"):
        record(recorder)
    with pytest.raises(ClockJumped, match="jumped forward"):
        recorder.insert_events([StoredEvent(uuid4(), n, "a", b"{}") for n in (1, 2)])
    assert "jumped forward" in recorder.clock.trouble()
    assert recorder.head().n == 1
    hands.jump(-YEARS)
    assert recorder.clock.trouble() == ""
    assert record(recorder) - before < timedelta(minutes=10)
    assert recorder.verify_chain().n == 2


def test_a_correction_and_the_way_back_and_forth_are_taken(recording: Recording) -> None:
    hands = Hands()
    recorder = recording(hands, None)
    for each in (120.0, -HOUR, HOUR):
        hands.jump(each)
        hands.wait(1)
        assert hands.clock().trouble() == ""
        assert recorder.clock.trouble() == ""
    hands.wait(30 * 86_400)
    assert recorder.clock.trouble() == ""


def test_a_start_years_after_the_newest_fact_is_refused_until_somebody_checked(
    store: Store, recording: Recording
) -> None:
    record(store.recorder("norfolk"))
    later = Hands(datetime.now(UTC).timestamp() + YEARS)
    with pytest.raises(ClockJumped):
        record(recording(later, None))
    assert store.recorder("norfolk").head().n == 1
    if isinstance(store, SQLiteStore):
        record(recording(later, datetime.fromtimestamp(later.wall, UTC).date()))
        assert store.recorder("norfolk").head().n == 2


def test_a_database_whose_clock_is_not_ours_records_nothing(
    store: Store, recording: Recording
) -> None:
    slow = recording(Hands(datetime.now(UTC).timestamp() - HOUR), None)
    if isinstance(store, SQLiteStore):  # it has no clock of its own
        assert record(slow) < datetime.now(UTC)
        return
    with pytest.raises(ClockJumped, match="apart"):
        record(slow)
    assert slow.head().n == 0
