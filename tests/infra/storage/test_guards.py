"""History cannot be rewritten by accident, and cannot be rewritten unseen at all."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from infra.errors import ChainBroken
from infra.storage.hash_chain import EPOCH, Head, genesis, verified
from infra.storage.postgres.store import PostgresStore
from infra.storage.recorder import Recorder
from infra.storage.store import Store
from tests.infra.storage.backdoor import Backdoor
from tests.infra.storage.facts import stored
from tests.postgres import Server


@pytest.fixture
def recorder(store: Store) -> Recorder:
    """Ten facts, written one by one and together."""
    store.create("norfolk")
    recorder, stream = store.recorder("norfolk"), uuid4()
    for version in range(1, 6):
        recorder.insert_events([stored(stream, version, b"%d" % version)])
    recorder.insert_events([stored(stream, version, b"%d" % version) for version in range(6, 11)])
    return recorder


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET topic = 'test.other' WHERE n = 3",
        "DELETE FROM event WHERE n = 10",
        "DELETE FROM event",
        "DELETE FROM lane",
    ],
)
def test_even_the_owner_may_only_append(
    recorder: Recorder, backdoor: Backdoor, statement: str
) -> None:
    with pytest.raises(backdoor.refused, match="append-only"):
        backdoor.run("norfolk", statement)
    assert recorder.verify_chain().n == 10


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "place", ["3, randomblob(16), 1", "11, (SELECT originator_id FROM event LIMIT 1), 3"]
)
def test_sqlite_does_not_replace_a_fact(recorder: Recorder, backdoor: Backdoor, place: str) -> None:
    with pytest.raises(backdoor.refused, match="taken"):
        backdoor.run("norfolk", f"REPLACE INTO event VALUES ({place}, 't', x'00', 0, x'00', x'')")
    assert recorder.verify_chain().n == 10


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("column", ["n", "at"])
def test_sqlite_does_not_turn_a_lane_back(
    recorder: Recorder, backdoor: Backdoor, column: str
) -> None:
    with pytest.raises(backdoor.refused, match="append-only"):
        backdoor.run("norfolk", f"UPDATE lane SET {column} = {column} - 1")


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
@pytest.mark.parametrize("table", ["event", "lane"])
def test_postgres_does_not_truncate(recorder: Recorder, backdoor: Backdoor, table: str) -> None:
    with pytest.raises(backdoor.refused, match="append-only"):
        backdoor.run("norfolk", f"TRUNCATE {table}")


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO {}.event VALUES (11, gen_random_uuid(), 1, 't', 's', now(), 'h', 'l')",
        "UPDATE {}.event SET topic = 'test.other'",
        "DELETE FROM {}.event",
        "TRUNCATE {}.event",
        "UPDATE {}.lane SET n = 0",
        "DELETE FROM {}.lane",
        "DROP TABLE {}.event",
        "ALTER TABLE {}.event DISABLE TRIGGER ALL",
        "CREATE TABLE {}.other (n int)",
        "INSERT INTO earshot.partnership (slug) VALUES ('other')",
    ],
)
def test_the_application_may_only_read_and_append(
    postgres: Server, database: str, statement: str
) -> None:
    store = PostgresStore(postgres.url(database))
    store.migrate()
    store.create("norfolk")
    engine, _ = store.views("norfolk")
    with engine.begin() as connection, pytest.raises(ProgrammingError) as refusal:
        connection.execute(text(statement.format("p_norfolk")))
    store.close()
    assert isinstance(refusal.value.orig, psycopg.errors.InsufficientPrivilege)


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("UPDATE event SET state = hash WHERE n = 4", 4),
        ("UPDATE event SET topic = 'test.storee' WHERE n = 10", 10),
        ("UPDATE event SET originator_version = 12 WHERE n = 1", 1),
        ("UPDATE event SET at = at - {day} WHERE n = 1", 1),
        ("UPDATE event SET at = at - {day} WHERE n = 7", 7),
        ("UPDATE event SET hash = state WHERE n = 5", 5),
        ("UPDATE event SET leaf = state WHERE n = 6", 6),
        ("UPDATE event SET leaf = (SELECT leaf FROM event WHERE n = 9) WHERE n = 10", 10),
        ("DELETE FROM event WHERE n = 6", 6),
        ("DELETE FROM event WHERE n > 8", 9),
        ("DELETE FROM event", 1),
        ("UPDATE event SET n = -n WHERE n = 2", 2),
        ("UPDATE lane SET hash = (SELECT hash FROM event WHERE n = 9)", 10),
        ("UPDATE lane SET n = 9", 9),
        ("UPDATE lane SET n = 9, hash = (SELECT hash FROM event WHERE n = 9)", 10),
    ],
)
def test_the_chain_names_the_first_fact_that_was_tampered_with(
    recorder: Recorder, backdoor: Backdoor, statement: str, first: int
) -> None:
    assert recorder.verify_chain() == recorder.head()
    backdoor.break_in("norfolk")
    backdoor.run("norfolk", statement.replace("{day}", backdoor.a_day))
    with pytest.raises(ChainBroken, match=f"fact {first} ") as broken:
        recorder.verify_chain()
    assert broken.value.n == first


def test_a_leaf_that_is_gone_is_named(recorder: Recorder, backdoor: Backdoor) -> None:
    backdoor.break_in("norfolk")
    backdoor.run("norfolk", "UPDATE event SET leaf = state WHERE n = 4")
    with pytest.raises(ChainBroken, match="fact 4 has no leaf"):
        list(recorder.leaves(0, 10))
    backdoor.run("norfolk", "DELETE FROM event WHERE n = 3")
    with pytest.raises(ChainBroken, match="fact 3 is missing"):
        list(recorder.leaves(2, 3))
    with pytest.raises(ChainBroken, match="fact 11 is missing"):
        list(recorder.leaves(8, 12))


def test_a_lane_moved_to_another_partnership_does_not_verify(recorder: Recorder) -> None:
    links = list(recorder.links(0, 10))
    with pytest.raises(ChainBroken, match="fact 1 "):
        verified(Head(0, EPOCH, genesis("suffolk")), links)


def test_a_clock_set_back_does_not_set_the_lane_back(
    recorder: Recorder, backdoor: Backdoor
) -> None:
    backdoor.run("norfolk", f"UPDATE lane SET at = at + {backdoor.a_day}")
    ahead = recorder.head().at
    assert recorder.insert_events([stored()]) == [11]
    assert recorder.insert_events([stored(), stored()]) == [12, 13]
    assert [row.at for row in recorder.read(10, 10)] == [ahead] * 3
    assert recorder.verify_chain().at == ahead
