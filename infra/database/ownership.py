"""Who owns what in a PostgreSQL database."""

from __future__ import annotations

from psycopg.sql import SQL, Composed, Identifier

from infra.database.postgres_sessions import Connection

# What is in a schema and has another owner than it should, as the words that name it.
_OF_OTHERS = """
    SELECT 'SCHEMA ' || quote_ident(nspname) FROM pg_namespace
        WHERE nspname = %(schema)s AND pg_get_userbyid(nspowner) <> %(owner)s
    UNION ALL
    SELECT 'TABLE ' || c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
        WHERE nspname = %(schema)s AND relkind = 'r' AND pg_get_userbyid(relowner) <> %(owner)s
    UNION ALL
    SELECT 'FUNCTION ' || p.oid::regprocedure FROM pg_proc p
        JOIN pg_namespace n ON n.oid = pronamespace
        WHERE nspname = %(schema)s AND pg_get_userbyid(proowner) <> %(owner)s
"""


def own(connection: Connection, schema: str, owner: str) -> None:
    """Gives a schema and what is in it to its owner. Nothing is locked that has it already."""
    found = connection.execute(_OF_OTHERS.encode(), {"schema": schema, "owner": owner}).fetchall()
    for (what,) in found:
        connection.execute(_given(what, owner))


def _given(what: str, owner: str) -> Composed:
    named = SQL("ALTER {} OWNER TO {}")
    return named.format(SQL(what), Identifier(owner))  # what it is comes from the server
