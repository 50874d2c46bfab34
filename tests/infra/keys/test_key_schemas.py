"""On PostgreSQL, a schema that is only called like ours stays its owner's."""

from __future__ import annotations

import logging

import psycopg
import pytest

from infra.keys.postgres_tables import PostgresTables
from infra.keys.root_key import BadKey
from tests.postgres import Server

_OWNERS = """SELECT nspname, pg_get_userbyid(nspowner) FROM pg_namespace
    WHERE nspname LIKE 'k\\_%'"""


def owners(url: str) -> dict[str, str]:
    with psycopg.connect(url) as connection:
        return dict(connection.execute(_OWNERS.encode()).fetchall())


def run(url: str, *statements: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for each in statements:
            connection.execute(each.encode())


@pytest.fixture
def url(postgres: Server, database: str) -> str:
    return postgres.url(database)


def test_a_schema_of_somebody_else_is_left_alone_and_named(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    tables = PostgresTables(url)
    run(url, "CREATE SCHEMA k_warehouse", "CREATE TABLE k_warehouse.epoch (pallet int)")
    with caplog.at_level(logging.WARNING):
        tables.migrate()
    assert owners(url) == {"k_warehouse": "postgres"}
    assert "not Earshot's, so left as they are: the schemas k_warehouse" in caplog.text
    with pytest.raises(BadKey, match="k_warehouse is not Earshot's"):
        tables.create("warehouse")
    assert owners(url) == {"k_warehouse": "postgres"}
    tables.close()


@pytest.mark.parametrize("says", ["as it is", "of an earlier release"])
def test_ours_are_known_whoever_put_them_back(url: str, says: str) -> None:
    tables = PostgresTables(url)
    tables.migrate()
    tables.create("norfolk")
    if says != "as it is":
        run(url, "COMMENT ON SCHEMA k_norfolk IS NULL")
    run(url, "ALTER SCHEMA k_norfolk OWNER TO postgres")
    tables.migrate()
    tables.create("norfolk")
    assert owners(url) == {"k_norfolk": "earshot_keys"}
    run(url, "ALTER SCHEMA k_norfolk OWNER TO postgres", "DROP TABLE k_norfolk.secret")
    tables.migrate()
    assert owners(url) == {"k_norfolk": "earshot_keys"}  # by what it says of itself
    tables.close()
