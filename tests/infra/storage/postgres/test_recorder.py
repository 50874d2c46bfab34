"""What only PostgreSQL has: migrations, roles, few connections for many, and lines that go dead."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import active_count
from uuid import uuid4

import psycopg
import pytest
from eventsourcing.persistence import IntegrityError, OperationalError

from infra.database.postgres_sessions import connect
from infra.errors import NotReady
from infra.storage.hash_chain import EPOCH
from infra.storage.postgres.migration import migrate
from infra.storage.postgres.schema import STEPS, SchemaStep
from infra.storage.postgres.store import PostgresStore
from tests.infra.storage.facts import in_processes, stored
from tests.infra.storage.line import Line
from tests.postgres import Server


@pytest.fixture
def store(postgres: Server, database: str) -> Iterator[PostgresStore]:
    """A fresh database that nobody has migrated."""
    made = PostgresStore(postgres.url(database))
    yield made
    made.close()


def test_an_unmigrated_database_is_refused_with_words(store: PostgresStore) -> None:
    with pytest.raises(NotReady, match="has not been migrated"):
        store.check()
    with pytest.raises(Exception, match="earshot"):
        store.recorder("norfolk")


def test_a_database_that_is_not_there_is_refused_with_words(postgres: Server) -> None:
    store = PostgresStore(postgres.url("nowhere"))
    with pytest.raises(NotReady, match=r"cannot be used.*nowhere"):
        store.check()
    store.close()


def test_four_may_migrate_and_make_lanes_at_once(store: PostgresStore) -> None:
    def work(number: int) -> None:
        store.migrate()
        store.create("norfolk")
        store.create(f"place-{number}")

    in_processes(4, work)
    store.check()
    assert store.slugs() == ["norfolk", *(f"place-{number}" for number in range(4))]


def test_several_databases_of_a_server_may_be_migrated_at_once(postgres: Server) -> None:
    names = [postgres.fresh() for _ in range(4)]
    slug = f"s{uuid4().hex[:12]}"

    def work(number: int) -> None:
        store = PostgresStore(postgres.url(names[number]))
        store.migrate()
        store.create(slug)
        assert store.recorder(slug).insert_events([stored()]) == [1]
        store.close()

    in_processes(4, work)
    for name in names:
        postgres.drop(name)


def test_steps_are_taken_in_order_and_once(
    store: PostgresStore, postgres: Server, database: str
) -> None:
    store.migrate()
    store.create("norfolk")
    later = [
        *STEPS,
        SchemaStep("CREATE TABLE earshot.told (n int)", "CREATE TABLE {schema}.told (n int)"),
        SchemaStep("INSERT INTO earshot.told VALUES (3)", "INSERT INTO {schema}.told VALUES (3)"),
    ]
    for _ in range(2):
        with connect(postgres.url(database), autocommit=True) as connection:
            migrate(connection, "postgres", later)
    told = "SELECT n FROM earshot.told UNION ALL SELECT n FROM p_norfolk.told"
    assert postgres.run(told, database) == [(3,), (3,)]
    with pytest.raises(NotReady, match="newer release"):
        store.check()
    with pytest.raises(NotReady, match="newer release"):
        store.migrate()


def test_a_database_of_the_trial_release_is_refused_with_words(
    store: PostgresStore, postgres: Server, database: str
) -> None:
    store.migrate()
    postgres.run("DELETE FROM earshot.version; INSERT INTO earshot.version VALUES (1)", database)
    for ask in (store.check, store.migrate):
        with pytest.raises(NotReady, match="trial release that kept words in clear"):
            ask()


def test_an_append_of_nothing_leaves_the_head_where_it_is(
    store: PostgresStore, postgres: Server, database: str
) -> None:
    store.migrate()
    store.create("norfolk")
    for given in ("'{}', '{}', '{}', '{}'", "NULL, NULL, NULL, NULL"):
        with pytest.raises(psycopg.errors.InvalidParameterValue, match="nothing to append"):
            postgres.run(f"SELECT p_norfolk.append({given})", database)
    head = store.recorder("norfolk").head()
    assert (head.n, head.at) == (0, EPOCH)


def test_the_service_may_log_in_as_somebody_who_may_do_nothing_else(
    postgres: Server, database: str
) -> None:
    clerk = f"clerk_{database}"
    postgres.run(f"CREATE ROLE {clerk} LOGIN")
    store = PostgresStore(postgres.url(database, clerk), migration_url=postgres.url(database))
    store.migrate()
    store.check()
    store.create("norfolk")
    assert store.recorder("norfolk").insert_events([stored()]) == [1]
    with (
        psycopg.connect(postgres.url(database, clerk)) as direct,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        direct.execute("SELECT * FROM p_norfolk.event")
    store.close()
    postgres.run(f"DROP ROLE {clerk}")


def test_migrations_need_no_superuser(postgres: Server, database: str) -> None:
    builder = f"builder_{database}"
    postgres.run(f"CREATE ROLE {builder} LOGIN CREATEROLE")
    postgres.run(f"ALTER DATABASE {database} OWNER TO {builder}")
    store = PostgresStore(postgres.url(database, builder))
    store.migrate()
    store.create(f"b{uuid4().hex[:12]}")
    [slug] = store.slugs()
    assert store.recorder(slug).insert_events([stored()]) == [1]
    store.close()


def test_150_partnerships_share_a_few_connections_and_no_threads(
    store: PostgresStore, postgres: Server, database: str
) -> None:
    store.migrate()
    slugs = [f"place-{n:03}" for n in range(150)]
    for slug in slugs:
        store.create(slug)
    threads = active_count()
    with ThreadPoolExecutor(8) as many:
        written = list(many.map(lambda it: store.recorder(it).insert_events([stored()]), slugs))
        assert written == [[1]] * 150
        assert set(store.heads().values()) == {1}
    assert active_count() == threads
    opened = """SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
        AND backend_type = 'client backend' AND pid <> pg_backend_pid()"""
    [(connections,)] = postgres.run(opened, database)
    assert connections <= 4


def test_a_dead_line_is_noticed_and_the_work_done_on_a_new_one(
    store: PostgresStore, postgres: Server, database: str
) -> None:
    store.migrate()
    store.create("norfolk")
    recorder = store.recorder("norfolk")
    for work in (lambda: recorder.insert_events([stored()]), recorder.head, store.heads):
        postgres.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()",
            database,
        )
        work()
    assert recorder.verify_chain().n == 1


@pytest.mark.parametrize("together", [1, 3])
def test_an_append_whose_answer_is_lost_is_neither_doubled_nor_refused(
    postgres: Server, database: str, together: int
) -> None:
    with Line(postgres.port) as line:
        url = postgres.url(database).replace(str(postgres.port), str(line.port))
        store = PostgresStore(url, migration_url=postgres.url(database))
        store.migrate()
        store.create("norfolk")
        recorder = store.recorder("norfolk")
        events = [stored() for _ in range(together)]
        assert recorder.insert_events([stored()]) == [1]
        line.cut_after_next_question()
        assert recorder.insert_events(events) == list(range(2, 2 + together))
        assert line.was_cut
        assert recorder.verify_chain().n == 1 + together
        with pytest.raises(IntegrityError):
            recorder.insert_events(events)
        store.close()


def test_a_server_that_is_gone_is_reported_in_the_librarys_words(postgres: Server) -> None:
    with Line(postgres.port) as line:
        url = postgres.url().replace(str(postgres.port), str(line.port))
    store = PostgresStore(url)
    with pytest.raises(OperationalError):
        store.heads()
    with pytest.raises(NotReady, match="cannot be used"):
        store.check()
    store.close()
