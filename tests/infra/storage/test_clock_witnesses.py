"""Whether the clock was right at a start is told by whatever was recorded last, of anybody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from infra.errors import ClockJumped
from infra.storage.postgres.store import PostgresStore
from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store
from tests.infra.storage.test_clock import YEARS, Hands, Recording, record, recording

__all__ = ["recording"]


def grow_old(store: PostgresStore) -> None:
    """Its newest fact is of years ago; the clock that records is the database's own."""
    with psycopg.connect(store.url) as connection:
        connection.execute("UPDATE p_norfolk.lane SET at = at - interval '10 years'")


def test_a_quiet_partnership_is_not_locked_where_another_is_alive(
    store: Store, recording: Recording
) -> None:
    if isinstance(store, SQLiteStore):  # the clock that records is ours
        record(recording(Hands(datetime.now(UTC).timestamp() - YEARS), None))
    else:
        record(store.recorder("norfolk"))
        grow_old(store)
    store.create("surrey")
    record(store.recorder("surrey"))
    quiet = recording(Hands(), None)
    assert datetime.now(UTC) - record(quiet) < timedelta(minutes=1)
    assert quiet.head().n == 2


def test_a_new_partnership_begins_under_no_clock_that_all_others_speak_against(
    store: Store, recording: Recording
) -> None:
    store.create("surrey")
    record(store.recorder("surrey"))
    later = recording(Hands(datetime.now(UTC).timestamp() + YEARS), None)
    with pytest.raises(ClockJumped, match="the newest fact of any partnership"):
        record(later)
    assert later.head().n == 0


def test_a_witness_is_asked_until_the_clock_was_right_once() -> None:
    hands, asked = Hands(), list[float]()
    clock = hands.clock()

    def witness() -> datetime:
        asked.append(hands.passed)
        return datetime.now(UTC)

    clock.ask(witness)
    clock.check(datetime.fromtimestamp(hands.wall - YEARS, UTC))
    hands.wait(2 * YEARS)  # it has watched them pass
    clock.check(datetime.fromtimestamp(hands.wall - YEARS, UTC))
    assert asked == [0.0]
    hands.jump(YEARS)
    with pytest.raises(ClockJumped, match="jumped forward"):
        clock.check()
