"""Brings a PostgreSQL database to this release's schema, and gives a partnership its ledger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import LiteralString

from psycopg.sql import SQL, Identifier, Literal

from infra.database.names import APPLICATION_ROLE, ledger_schema, owner_role, views_schema
from infra.database.postgres_roles import ensure_role, let_act_as
from infra.database.postgres_sessions import Connection
from infra.errors import NotReady
from infra.storage.hash_chain import genesis
from infra.storage.postgres.rights import (
    CATALOGUE_RIGHTS,
    CHECKPOINT_RIGHTS,
    LEDGER_RIGHTS,
    give_back,
)
from infra.storage.postgres.schema import STEPS, TRIAL, SchemaStep

_ONE_AT_A_TIME = SQL("SELECT pg_advisory_xact_lock(hashtext('earshot.migration'))")


def migrate(
    connection: Connection, application_login: str, steps: Sequence[SchemaStep] = STEPS
) -> None:
    """Takes every step that the database has not taken. Anyone may, at the same time.

    Raises ``NotReady`` where the database is ahead of this release, or of a trial before it.
    """
    ensure_role(connection, APPLICATION_ROLE)
    let_act_as(connection, APPLICATION_ROLE, application_login)
    with connection.transaction():
        connection.execute(_ONE_AT_A_TIME)
        connection.execute("CREATE SCHEMA IF NOT EXISTS earshot")
        connection.execute("CREATE TABLE IF NOT EXISTS earshot.version (n int PRIMARY KEY)")
        done = version_of(connection)
        refuse_other(done, newest(steps))
        taken = max(0, done - TRIAL)
        slugs = _slugs(connection) if taken else []
        for slug in slugs:
            give_back(connection, slug)
        for number, step in enumerate(steps[taken:], TRIAL + taken + 1):
            _run_shared(connection, step.shared)
            for slug in slugs:
                _run_as_owner(connection, slug, step.ledger)
            connection.execute("INSERT INTO earshot.version VALUES (%s)", (number,))
        _run_shared(connection, CATALOGUE_RIGHTS)
        for slug in slugs:
            _run_as_owner(connection, slug, LEDGER_RIGHTS + CHECKPOINT_RIGHTS)


def create_ledger(connection: Connection, slug: str, steps: Sequence[SchemaStep] = STEPS) -> None:
    """Makes a partnership's schemas, if it has none. Anyone may, at the same time."""
    ensure_role(connection, owner_role(slug))
    with connection.transaction():
        connection.execute(_ONE_AT_A_TIME)
        if connection.execute(
            "INSERT INTO earshot.partnership (slug) VALUES (%s) ON CONFLICT DO NOTHING", (slug,)
        ).rowcount:
            _own_schema(connection, ledger_schema(slug), owner_role(slug))
            _own_schema(connection, views_schema(slug), APPLICATION_ROLE)
            for step in steps:
                _run_as_owner(connection, slug, step.ledger)


def version_of(connection: Connection) -> int:
    """The number of the last step that the database has taken, 0 where it has taken none."""
    found = connection.execute("SELECT coalesce(max(n), 0) FROM earshot.version").fetchone()
    return int(found[0]) if found else 0


def newest(steps: Sequence[SchemaStep] = STEPS) -> int:
    """The number of the last step there is."""
    return TRIAL + len(steps)


def refuse_other(done: int, known: int) -> None:
    """Raises ``NotReady`` where another release than this one made the schema."""
    if done == TRIAL:
        raise NotReady(
            "the database was made by a trial release that kept words in clear: "
            "choose another database and load again"
        )
    if done > known:
        raise NotReady(
            f"the database has schema {done} and this release knows {known}: "
            "a newer release has migrated it; run that one"
        )


def _slugs(connection: Connection) -> list[str]:
    return [slug for (slug,) in connection.execute("SELECT slug FROM earshot.partnership")]


def _own_schema(connection: Connection, schema: str, owner: str) -> None:
    connection.execute(
        SQL("CREATE SCHEMA {} AUTHORIZATION {}").format(Identifier(schema), Identifier(owner))
    )


def _run_shared(connection: Connection, statements: LiteralString) -> None:
    connection.execute(SQL(statements).format(app=Identifier(APPLICATION_ROLE)))


def _run_as_owner(connection: Connection, slug: str, statements: LiteralString) -> None:
    names = {
        "schema": Identifier(ledger_schema(slug)),
        "app": Identifier(APPLICATION_ROLE),
        "genesis": Literal(genesis(slug)),
    }
    connection.execute(SQL("SET LOCAL ROLE {}").format(Identifier(owner_role(slug))))
    connection.execute(SQL(statements).format(**names))
    connection.execute("RESET ROLE")
