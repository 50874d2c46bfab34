"""A PostgreSQL server that could lose what it acknowledged is refused in words."""

from __future__ import annotations

import psycopg
import pytest

from infra.database.postgres_sessions import as_application
from infra.errors import NotReady
from infra.storage.postgres.store import PostgresStore
from tests.postgres import Server


@pytest.mark.postgresql
def test_a_server_that_does_not_wait_for_its_disk_is_refused() -> None:
    with Server(durable=False, fsync="off", full_page_writes="off") as server:
        store = PostgresStore(server.url())
        store.migrate()
        with pytest.raises(NotReady, match="has fsync and full_page_writes off: what was"):
            store.check()
        store.close()


def test_every_session_waits_for_its_commit_whatever_the_server_says(
    postgres: Server, database: str
) -> None:
    store = PostgresStore(postgres.url(database))
    store.migrate()
    postgres.run(f"ALTER DATABASE {database} SET synchronous_commit = off")
    store.check()
    with as_application(store.url, autocommit=True) as connection:
        assert connection.execute("SHOW synchronous_commit").fetchone() == ("on",)
    with psycopg.connect(store.url) as other:  # the control: it is off for others
        assert other.execute("SHOW synchronous_commit").fetchone() == ("off",)
    store.close()
