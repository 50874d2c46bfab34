"""A store gives every partnership its own place, and says what it lacks."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from infra.errors import BadSlug, NotReady, UnknownPartnership
from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store
from tests.infra.storage.facts import in_processes, stored


def test_a_partnership_is_made_once_however_often_it_is_asked_for(store: Store) -> None:
    assert store.slugs() == []
    store.create("norfolk")
    store.recorder("norfolk").insert_events([stored()])
    store.create("norfolk")
    store.create("east-riding")
    assert store.slugs() == ["east-riding", "norfolk"]
    assert store.heads() == {"east-riding": 0, "norfolk": 1}


def test_several_may_make_a_partnership_at_once(store: Store) -> None:
    def make(number: int) -> None:
        for i in range(5):
            store.create(f"place-{i}")
            store.recorder(f"place-{i}").insert_events([stored()])

    in_processes(4, make)
    assert store.heads() == {f"place-{i}": 4 for i in range(5)}
    assert [store.recorder(slug).verify_chain().n for slug in store.slugs()] == [4] * 5


def test_heads_tell_of_a_partnership_that_another_process_made(store: Store) -> None:
    store.create("norfolk")
    assert store.heads() == {"norfolk": 0}
    in_processes(1, lambda _: store.create("suffolk"))
    assert store.heads() == {"norfolk": 0, "suffolk": 0}
    assert store.recorder("suffolk").head().n == 0


@pytest.mark.parametrize("slug", ["suffolk", "", "..", "norfolk/..", "NORFOLK"])
def test_a_partnership_that_is_not_here_is_refused(store: Store, slug: str) -> None:
    store.create("norfolk")
    for ask in (store.recorder, store.views):
        with pytest.raises(UnknownPartnership):
            ask(slug)


@pytest.mark.parametrize(
    "slug", ["", "Norfolk", "1st", "a" * 32, "a_b", "a.b", "../a", "a\n", "é", "norfolk-views"]
)
def test_a_name_that_is_no_slug_makes_nothing(store: Store, slug: str) -> None:
    with pytest.raises(BadSlug, match="no name for a partnership"):
        store.create(slug)
    assert store.slugs() == []


def test_a_migrated_store_is_ready_and_may_be_migrated_again(store: Store) -> None:
    store.create("norfolk")
    store.migrate()
    store.check()
    assert store.slugs() == ["norfolk"]


def test_read_tables_of_a_partnership_are_its_own(store: Store) -> None:
    for slug, words in (("norfolk", "ours"), ("suffolk", "theirs")):
        store.create(slug)
        engine, schema = store.views(slug)
        where = f"{schema}.said" if schema else "said"
        with engine.begin() as connection:
            connection.execute(text(f"CREATE TABLE {where} (words text)"))
            connection.execute(text(f"INSERT INTO {where} VALUES ('{words}')"))
    engine, schema = store.views("norfolk")
    with engine.connect() as connection:
        where = f"{schema}.said" if schema else "said"
        assert connection.execute(text(f"SELECT words FROM {where}")).scalars().all() == ["ours"]


def test_a_table_made_in_a_transaction_that_is_undone_was_never_made(store: Store) -> None:
    store.create("norfolk")
    engine, schema = store.views("norfolk")
    where = f"{schema}.half" if schema else "half"
    with engine.connect() as connection:
        connection.execute(text(f"CREATE TABLE {where} (n int)"))
        connection.rollback()
    assert inspect(engine).get_table_names(schema=schema) == []


def test_read_tables_are_written_by_one_at_a_time(store: Store) -> None:
    store.create("norfolk")
    engine, schema = store.views("norfolk")
    where = f"{schema}.place" if schema else "place"
    with engine.begin() as connection:
        connection.execute(text(f"CREATE TABLE {where} (n int)"))
        connection.execute(text(f"INSERT INTO {where} VALUES (0)"))
    lock = " FOR UPDATE" if schema else ""

    def add(_: int) -> None:
        for _ in range(25):
            with engine.begin() as connection:
                n = connection.execute(text(f"SELECT n FROM {where}{lock}")).scalar_one()
                connection.execute(text(f"UPDATE {where} SET n = {n + 1}"))

    in_processes(3, add)
    with engine.connect() as connection:
        assert connection.execute(text(f"SELECT n FROM {where}")).scalar_one() == 75


def test_a_reader_of_sqlite_need_not_wait_for_a_writer(tmp_path: Path) -> None:
    store = SQLiteStore(tmp_path)
    store.create("norfolk")
    engine, _ = store.views("norfolk")
    reader = engine.execution_options(reading=True)
    with engine.begin() as writing:
        writing.execute(text("CREATE TABLE said (words text)"))
        with reader.connect() as reading:
            assert reading.execute(text("SELECT name FROM sqlite_master")).all() == []
    store.close()


def test_sqlite_is_durable_where_it_must_be(tmp_path: Path) -> None:
    store = SQLiteStore(tmp_path)
    store.create("norfolk")
    with closing(sqlite3.connect(tmp_path / "norfolk" / "ledger.db")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    assert "not durable" in store.faults()["norfolk"]
    with pytest.raises(NotReady, match="not durable"):
        store.recorder("norfolk").head()
    engine, _ = store.views("norfolk")
    with engine.connect() as views:
        assert views.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert views.exec_driver_sql("PRAGMA synchronous").scalar() == 1
    store.close()


@pytest.mark.parametrize(
    "broken_by",
    [
        "DROP TRIGGER event_is_never_deleted",
        "DROP TRIGGER lane_never_goes_back; CREATE TRIGGER lane_never_goes_back "
        "BEFORE UPDATE ON lane BEGIN SELECT 1; END",
    ],
)
def test_sqlite_starts_with_its_guards_or_not_at_all(tmp_path: Path, broken_by: str) -> None:
    store = SQLiteStore(tmp_path)
    store.create("norfolk")
    assert store.faults() == {}
    with closing(sqlite3.connect(tmp_path / "norfolk" / "ledger.db")) as connection:
        connection.executescript(broken_by)
    why = store.faults()["norfolk"]
    assert re.search(r"append-only \(\w+\): run earshot migrate", why)
    store.migrate()
    assert store.faults() == {}
    with (
        closing(sqlite3.connect(tmp_path / "norfolk" / "ledger.db")) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute("UPDATE lane SET n = -1")
    store.close()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="there is no folder"):
        SQLiteStore(tmp_path / "nowhere").check()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        ("text", "cannot be read as a database"),
        ("PRAGMA user_version = 99", "newer release"),
        ("PRAGMA application_id = 1", "not a ledger"),
        ("PRAGMA user_version = 1", "made by a trial release that kept words in clear"),
    ],
)
def test_a_file_that_is_no_ledger_is_named(tmp_path: Path, spoil: str, words: str) -> None:
    store = SQLiteStore(tmp_path)
    store.create("norfolk")
    file = tmp_path / "norfolk" / "ledger.db"
    if spoil == "text":
        file.write_text("This is a letter, not a database. " * 100)
    else:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(spoil)
    why = store.faults()["norfolk"]
    assert words in why
    assert "norfolk" in why
