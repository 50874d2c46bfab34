"""The newest PostgreSQL that there is: since 16, who makes a role may not act as it at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from infra.errors import NotReady
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from projections.feedback.triage_queue import TriageQueue
from tests.postgres import Server, newest

pytestmark = pytest.mark.postgresql
BUILDER, CLERK = "builder", "clerk"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(durable=False, programs=newest()) as made:
        made.run(f"CREATE ROLE {BUILDER} LOGIN CREATEROLE")
        made.run(f"CREATE ROLE {CLERK} LOGIN")
        yield made


def opened(server: Server, database: str, var: Path, builder: str = BUILDER) -> Partnerships:
    settings = load(
        {
            "EARSHOT_VAR": str(var),
            "EARSHOT_DATABASE_URL": server.url(database, CLERK),
            "EARSHOT_MIGRATION_URL": server.url(database, builder),
        }
    )
    migrate_all(settings)
    return Partnerships.of(settings)


def owned(server: Server, by: str) -> str:
    name = server.fresh()
    server.run(f"ALTER DATABASE {name} OWNER TO {by}")
    return name


def test_a_login_that_is_no_superuser_migrates_and_another_one_serves(
    server: Server, tmp_path: Path
) -> None:
    made = opened(server, owned(server, BUILDER), tmp_path)
    asked = Joining("norfolk", "Norfolk", "Norfolk", "", (), "", "a@norfolk.example")
    tenant = join_partnership(made, asked)
    told = tenant.feedback.submit("a", feeling="sad", words="A heron")
    tenant.catch_up()
    with tenant.read(TriageQueue) as queue:
        assert [item.words for item in queue.waiting()] == ["A heron"]
    assert told
    made.close()


@pytest.mark.parametrize("table", ["p_norfolk.event", "k_norfolk.sealing_key"])
def test_neither_keys_nor_ledger_are_read_without_acting_as_their_role(
    server: Server, tmp_path: Path, table: str
) -> None:
    database = owned(server, BUILDER)
    made = opened(server, database, tmp_path)
    join_partnership(made, Joining("norfolk", "Norfolk", "Norfolk", "", (), "", "a@n.example"))
    made.close()
    with (
        psycopg.connect(server.url(database, CLERK)) as direct,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        direct.execute(f"SELECT * FROM {table}".encode())


def test_a_role_that_somebody_else_made_is_said(server: Server, tmp_path: Path) -> None:
    opened(server, owned(server, BUILDER), tmp_path).close()
    server.run("CREATE ROLE stranger LOGIN CREATEROLE")
    with pytest.raises(NotReady, match="WITH ADMIN OPTION"):
        opened(server, owned(server, "stranger"), tmp_path, "stranger")
