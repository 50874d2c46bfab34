"""Roles of a PostgreSQL server, and which login may act as which role."""

from __future__ import annotations

from contextlib import suppress

import psycopg
from psycopg.sql import SQL, Identifier

from infra.database.postgres_sessions import Connection
from infra.errors import NotReady

_TRIES = 20


def ensure_role(connection: Connection, role: str) -> None:
    """Makes a role that may not log in, and that the migrating login may act as.

    Roles belong to the whole server, so a database's advisory lock does not cover them. If another
    migration makes the same role at the same moment, that is fine.
    """
    if not connection.execute("SELECT FROM pg_roles WHERE rolname = %s", (role,)).rowcount:
        with suppress(psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):
            connection.execute(SQL("CREATE ROLE {} NOLOGIN").format(Identifier(role)))
    [(me,)] = connection.execute("SELECT current_user").fetchall()
    _ensure_member(connection, role, SQL("CURRENT_USER"), me)


def let_act_as(connection: Connection, role: str, login: str) -> None:
    """Lets a login act as a role."""
    _ensure_member(connection, role, Identifier(login), login)


def _ensure_member(connection: Connection, role: str, whom: Identifier | SQL, name: str) -> None:
    member = "SELECT pg_has_role(%s::name, %s::name, 'MEMBER')"
    grant = SQL("GRANT {} TO {}").format(Identifier(role), whom)
    for _ in range(_TRIES):
        if connection.execute(member, (name, role)).fetchone() == (True,):
            return
        try:
            connection.execute(grant)
        except (psycopg.errors.UniqueViolation, psycopg.errors.InternalError_):
            continue
    raise NotReady(f"{name} cannot be given the role {role}")
