"""All may see one checkpoint a day, which tells neither a minute nor a single fact."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from infra.proof.checkpoint import Checkpoint
from infra.proof.maintenance import SIGN_WITHIN, LogMaintenance
from infra.proof.public_checkpoints import FEWEST, Daily, midnight
from infra.proof.transparency_log import TransparencyLog
from infra.storage.store import Store
from tests.infra.proof.logs import log_of, record
from web.site.formatting import today

TOMORROW = today() + timedelta(days=1)


def found(log: TransparencyLog) -> Checkpoint:
    made = Daily(log).newest()
    assert made is not None
    return Checkpoint.read(str(made.note), log.key)


def test_a_day_begins_at_midnight_in_the_uk() -> None:
    assert midnight(date(2026, 7, 2)) == datetime(2026, 7, 1, 23, tzinfo=UTC)
    assert midnight(date(2026, 12, 2)) == datetime(2026, 12, 2, tzinfo=UTC)


def test_it_is_of_what_was_recorded_before_midnight_and_says_no_other_moment(store: Store) -> None:
    log = log_of(store)
    record(log, 25)
    log.advance(at_once=True)
    assert not Daily(log).turn(today())
    assert Daily(log).newest() is None
    record(log, 2)  # waits to be signed for when the day turns
    assert Daily(log).turn(TOMORROW)
    assert not Daily(log).turn(TOMORROW)
    with log.tree() as tree:
        assert (found(log).size, found(log).root) == (27, tree.root(27))
    assert found(log).chain == log.recorder.head().hash
    assert found(log).at == midnight(TOMORROW)
    assert log.sizes(0, 99) == [25]


def test_a_day_on_which_nothing_came_is_signed_for_too(store: Store) -> None:
    log = log_of(store)
    record(log, 25)
    Daily(log).turn(TOMORROW)
    Daily(log).turn(TOMORROW + timedelta(days=1))
    assert (found(log).size, found(log).at) == (25, midnight(TOMORROW + timedelta(days=1)))
    assert Daily(log).of(25) == found(log)
    assert Daily(log).of(24) is None
    first = Daily(log).covering(1)
    assert first is not None
    assert first.at == midnight(TOMORROW)


def test_the_keeper_signs_at_its_first_look_of_a_day(store: Store) -> None:
    log, now, day = log_of(store), [0.0], [today()]
    keeper = LogMaintenance(lambda _: log, None, lambda: now[0], lambda: day[0])
    record(log, 23)
    keeper.moved("norfolk")
    for _ in range(3):
        keeper.look(["norfolk"])
        now[0] += SIGN_WITHIN
    assert Daily(log).newest() is None
    day[0] = TOMORROW
    keeper.look(["norfolk"])
    assert (found(log).size, found(log).at) == (23, midnight(TOMORROW))


def test_a_log_from_before_there_were_days_gets_them(store: Store) -> None:
    log = log_of(store)
    record(log, 23)
    log.advance(at_once=True)
    with log.writing() as connection:
        connection.exec_driver_sql(
            f"DROP TABLE {log._schema + '.' if log._schema else ''}proof_day"
        )
    again = log_of(store)
    assert Daily(again).turn(TOMORROW)
    assert again.sizes(0, 99) == [23]


def test_nobody_learns_of_a_single_fact_from_outside(store: Store) -> None:
    """A day with a few facts looks like a day without any."""
    log, sizes = log_of(store), []
    record(log, FEWEST)
    for number, facts in enumerate((0, 1, 7, 0, FEWEST - 9, 1, 3)):
        record(log, facts)
        Daily(log).turn(TOMORROW + timedelta(days=number))
        sizes.append(found(log).size)
    assert sizes == [20, 20, 20, 20, 20, 40, 40]


def test_too_few_to_hide_among_are_not_signed_for(store: Store) -> None:
    log = log_of(store)
    record(log, FEWEST - 1)
    assert not Daily(log).turn(TOMORROW)
    assert Daily(log).newest() is None
