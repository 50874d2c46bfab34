"""Roles of a PostgreSQL server, and which login may act as which role."""

from __future__ import annotations

import logging
from contextlib import suppress

import psycopg
from psycopg.sql import SQL, Composed, Identifier

from infra.database.postgres_sessions import Connection
from infra.errors import NotReady

_TRIES = 20
_NOT_OURS = (
    "the role {role} was made by another login, so {name} can't be given it: as a superuser, run "
    'GRANT "{role}" TO "{name}" WITH ADMIN OPTION'
)
_INHERITS = (
    "{name} inherits the rights of {role}, which somebody else gave it: as a superuser, run "
    'ALTER ROLE "{name}" NOINHERIT or, from 16 on, REVOKE "{role}" FROM "{name}" and migrate again'
)
_log = logging.getLogger(__name__)
_SINCE_16 = 160_000
_MEMBER = "SELECT pg_has_role(%s::name, %s::name, %s)"


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
    """Lets a login act as a role where it says so, and never without: it inherits no rights.

    A login that inherited them would read keys and ledgers wherever it runs a statement.
    """
    _ensure_member(connection, role, Identifier(login), login)
    if not _inherits(connection, role, login):
        return
    with suppress(psycopg.errors.InsufficientPrivilege):
        if connection.info.server_version >= _SINCE_16:
            connection.execute(_granted(connection, role, Identifier(login)))
        else:
            connection.execute(SQL("ALTER ROLE {} NOINHERIT").format(Identifier(login)))
    if _inherits(connection, role, login):
        _log.warning(_INHERITS.format(role=role, name=login))


def _inherits(connection: Connection, role: str, login: str) -> bool:
    """Superusers may do everything anyway."""
    asked = """SELECT NOT rolsuper AND pg_has_role(oid, %s::name, 'USAGE')
        FROM pg_roles WHERE rolname = %s"""
    return connection.execute(asked, (role, login)).fetchone() == (True,)


def _ensure_member(connection: Connection, role: str, whom: Identifier | SQL, name: str) -> None:
    """Since 16, who made a role is its member, but may not act as it."""
    may_act = "SET" if connection.info.server_version >= _SINCE_16 else "MEMBER"
    for _ in range(_TRIES):
        asked = (name, role, may_act)
        if connection.execute(_MEMBER, asked).fetchone() == (True,):
            return
        try:
            connection.execute(_granted(connection, role, whom))
        except (psycopg.errors.UniqueViolation, psycopg.errors.InternalError_):
            continue
        except psycopg.errors.InsufficientPrivilege as error:
            raise NotReady(_NOT_OURS.format(role=role, name=name)) from error
    raise NotReady(f"{name} cannot be given the role {role}")


def _granted(connection: Connection, role: str, whom: Identifier | SQL) -> Composed:
    how = "WITH INHERIT FALSE, SET TRUE" if connection.info.server_version >= _SINCE_16 else ""
    return SQL("GRANT {} TO {} {}").format(Identifier(role), whom, SQL(how))
