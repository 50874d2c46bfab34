"""Who may do what in PostgreSQL, asked of its own catalogue: nothing that is not written here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from tests.postgres import Server

APP, KEYS = "earshot_app", "earshot_keys"
SLUGS = ("norfolk", "surrey")
OUR_SCHEMAS = "nspname ~ '^(earshot|[pk]_.*)$'"
APPENDS = {"append(uuid[],bigint[],text[],bytea[])", "append1(uuid,bigint,text,bytea)"}
Grants = set[tuple[str, str, str]]
# In these statements a privilege that is nobody's default stands as it was given, and where
# nothing was ever given or taken, as PostgreSQL has it for the owner and for PUBLIC.
_GRANTED = """
    SELECT {name}, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
           privilege_type
    FROM {of}, aclexplode(coalesce({acl}, acldefault('{kind}', {owner})))
    WHERE grantee <> {owner} AND {where}
"""
_SCHEMAS = _GRANTED.format(
    name="nspname::text",
    of="pg_namespace",
    acl="nspacl",
    kind="n",
    owner="nspowner",
    where=OUR_SCHEMAS,
)
_IN_SCHEMA = f"pg_namespace n ON n.oid = %s AND n.{OUR_SCHEMAS}"
_TABLES = _GRANTED.format(
    name="nspname || '.' || relname",
    of="pg_class JOIN " + _IN_SCHEMA % "relnamespace",
    acl="relacl",
    kind="r",
    owner="relowner",
    where="relkind IN ('r', 'v', 'm', 'p', 'f')",
)
_FUNCTIONS = _GRANTED.format(
    name="p.oid::regprocedure::text",
    of="pg_proc p JOIN " + _IN_SCHEMA % "pronamespace",
    acl="proacl",
    kind="f",
    owner="proowner",
    where="true",
)
_SEQUENCES = _GRANTED.format(
    name="nspname || '.' || relname",
    of="pg_class JOIN " + _IN_SCHEMA % "relnamespace",
    acl="relacl",
    kind="s",
    owner="relowner",
    where="relkind = 'S'",
)


@pytest.fixture(scope="module")
def served(postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a database with ledgers, views and keys of two partnerships in use."""
    name, var = postgres.fresh(), tmp_path_factory.mktemp("rights")
    settings = load({"EARSHOT_VAR": str(var), "EARSHOT_DATABASE_URL": postgres.url(name)})
    migrate_all(settings)
    made = Partnerships.of(settings)
    for slug in SLUGS:
        tenant = join_partnership(made, Joining(slug, slug, slug, "", (), "", f"a@{slug}.example"))
        tenant.feedback.submit("a", feeling="sad", words="A heron")
        made.log(slug).advance(at_once=True)
        tenant.catch_up()
    made.close()
    yield name
    postgres.drop(name)


def asked(postgres: Server, database: str, statement: str) -> Grants:
    return {tuple(map(str, row)) for row in postgres.run(statement, database)}  # type: ignore[misc]


def test_schemas_are_entered_by_the_service_and_keys_by_their_own_role(
    postgres: Server, served: str
) -> None:
    assert asked(postgres, served, _SCHEMAS) == {
        ("earshot", APP, "USAGE"),
        *((f"p_{slug}", APP, "USAGE") for slug in SLUGS),
    }
    query = "SELECT nspname, nspowner::regrole::text FROM pg_namespace WHERE "
    owners = dict(postgres.run(query + OUR_SCHEMAS, served))
    for slug in SLUGS:
        assert owners.pop(f"p_{slug}") == f"earshot_p_{slug}"
        assert owners.pop(f"p_{slug}_views") == APP
        assert owners.pop(f"k_{slug}") == KEYS
    assert owners == {"earshot": "postgres", "k__service": KEYS}


def test_tables_are_read_and_written_by_their_owners_alone_but_for_checkpoints(
    postgres: Server, served: str
) -> None:
    tables = {f"p_{slug}.{table}" for slug in SLUGS for table in ("event", "lane")}
    tables |= {"earshot.partnership", "earshot.version"}
    kept = {f"p_{slug}.checkpoint" for slug in SLUGS}
    allowed = {(table, APP, "SELECT") for table in tables | kept}
    assert asked(postgres, served, _TABLES) == allowed | {(each, APP, "INSERT") for each in kept}
    assert asked(postgres, served, _SEQUENCES) == set()


def test_only_appending_may_be_called(postgres: Server, served: str) -> None:
    assert asked(postgres, served, _FUNCTIONS) == {
        (f"p_{slug}.{name}", APP, "EXECUTE") for slug in SLUGS for name in APPENDS
    }


def test_what_is_made_belongs_to_whose_schema_it_is_in(postgres: Server, served: str) -> None:
    strangers = postgres.run(
        f"""SELECT nspname, relname FROM pg_class JOIN {_IN_SCHEMA % "relnamespace"}
            WHERE relowner <> nspowner
            UNION ALL
            SELECT nspname, proname FROM pg_proc JOIN {_IN_SCHEMA % "pronamespace"}
            WHERE proowner <> nspowner""",
        served,
    )
    assert strangers == []
    assert postgres.run("SELECT * FROM pg_default_acl", served) == []
    columns = f"""SELECT nspname, attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
        JOIN {_IN_SCHEMA % "relnamespace"} WHERE attacl IS NOT NULL"""
    assert postgres.run(columns, served) == []


def test_nobody_logs_in_as_an_owner_and_no_owner_is_mighty(postgres: Server, served: str) -> None:
    roles = [APP, KEYS, *(f"earshot_p_{slug}" for slug in SLUGS)]
    found = postgres.run(
        """SELECT rolname FROM pg_roles WHERE NOT (rolcanlogin OR rolsuper OR rolcreaterole
           OR rolcreatedb OR rolreplication OR rolbypassrls)""",
        served,
    )
    assert {role for (role,) in found} >= set(roles)
    granted = postgres.run(
        "SELECT roleid::regrole::text, member::regrole::text FROM pg_auth_members", served
    )
    assert {(a, b) for a, b in granted if a in roles and b in roles} == set()


def test_guards_fire_for_everybody(postgres: Server, served: str) -> None:
    found = postgres.run(
        """SELECT nspname, relname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
           JOIN pg_namespace n ON n.oid = relnamespace
           WHERE tgname = 'never' AND tgenabled = 'A'""",
        served,
    )
    guarded = ("event", "lane", "checkpoint")
    assert set(found) == {(f"p_{slug}", table) for slug in SLUGS for table in guarded}


def test_functions_that_act_as_their_owner_look_nothing_up_by_chance(
    postgres: Server, served: str
) -> None:
    found = postgres.run(
        f"""SELECT p.oid::regprocedure::text, proconfig FROM pg_proc p
            JOIN {_IN_SCHEMA % "pronamespace"} WHERE prosecdef""",
        served,
    )
    assert {name for name, _ in found} == {f"p_{slug}.{name}" for slug in SLUGS for name in APPENDS}
    assert all(config == ["search_path=pg_catalog, pg_temp"] for _, config in found)


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        (APP, "SELECT * FROM k_norfolk.data_key"),
        (APP, "SELECT * FROM k__service.secret"),
        (APP, "CREATE TABLE k_norfolk.other (n int)"),
        (APP, "SET ROLE earshot_keys"),
        (APP, "SET ROLE earshot_p_norfolk"),
        (APP, "CREATE SCHEMA other"),
        (APP, "CREATE ROLE other"),
        (KEYS, "SELECT * FROM p_norfolk.event"),
        (KEYS, "SELECT p_norfolk.append1(gen_random_uuid(), 1, 't', 's')"),
        (KEYS, "SELECT * FROM p_norfolk_views.position"),
        (KEYS, "SELECT * FROM earshot.partnership"),
        (KEYS, "SET ROLE earshot_app"),
        ("earshot_p_surrey", "SELECT * FROM p_norfolk.event"),
        ("earshot_p_surrey", "SELECT p_norfolk.append1(gen_random_uuid(), 1, 't', 's')"),
        ("earshot_p_surrey", "SELECT * FROM k_surrey.data_key"),
        ("earshot_p_surrey", "DELETE FROM p_surrey.event"),
    ],
)
def test_a_role_is_refused_what_is_not_its_business(
    postgres: Server, served: str, role: str, statement: str
) -> None:
    """Somebody who may log in as this role and nothing else."""
    clerk = f"clerk_of_{role}_{served}"[:60]
    postgres.run(f"CREATE ROLE {clerk} LOGIN IN ROLE {role}", served)
    try:
        with (
            psycopg.connect(postgres.url(served, clerk)) as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute(statement.encode())
    finally:
        postgres.run(f"DROP ROLE {clerk}", served)


def test_the_catalogue_would_show_a_right_too_many(postgres: Server, served: str) -> None:
    """The control: what these tests ask can be answered otherwise."""
    for grant, statement, seen in (
        ("SELECT ON p_norfolk.event TO PUBLIC", _TABLES, ("p_norfolk.event", "PUBLIC", "SELECT")),
        ("USAGE ON SCHEMA k_surrey TO earshot_app", _SCHEMAS, ("k_surrey", APP, "USAGE")),
    ):
        assert seen not in asked(postgres, served, statement)
        postgres.run(f"GRANT {grant}", served)
        assert seen in asked(postgres, served, statement)
        postgres.run(f"REVOKE {grant.replace(' TO ', ' FROM ')}", served)
        assert seen not in asked(postgres, served, statement)


def test_a_worker_makes_nothing_in_an_unmigrated_database(
    postgres: Server, database: str, tmp_path: Path
) -> None:
    settings = load({"EARSHOT_VAR": str(tmp_path), "EARSHOT_DATABASE_URL": postgres.url(database)})
    count = "SELECT count(*) FROM pg_class"
    before = postgres.run(count, database)
    with pytest.raises(Exception, match="run earshot migrate"):
        Partnerships.of(settings)
    assert postgres.run(count, database) == before
