"""Schemas of keys in a PostgreSQL database: which are ours, and which are only called alike.

Ours say so in a comment, which a dump keeps. Those of earlier releases are known by their tables.
"""

from __future__ import annotations

from dataclasses import dataclass

from psycopg.sql import SQL, Identifier, Literal

from infra.database.names import keys_schema
from infra.database.ownership import own
from infra.database.postgres_sessions import Connection
from infra.keys.root_key import BadKey
from infra.keys.tables import DATA_KEYS, EPOCHS, KEYS, SECRETS

ROLE = "earshot_keys"
_MARK = "Wrapped keys of Earshot"
_ALWAYS = {each.name for each in (DATA_KEYS, EPOCHS, SECRETS)}
_CALLED_ALIKE = """
    SELECT nspname, pg_get_userbyid(nspowner), coalesce(obj_description(s.oid, 'pg_namespace'), ''),
        array(SELECT relname::text FROM pg_class WHERE relnamespace = s.oid AND relkind = 'r')
    FROM pg_namespace s WHERE nspname LIKE 'k\\_%' ORDER BY nspname
"""
_ANOTHERS = (
    "The schema {} is not Earshot's, though it is called as the keys of {} would be: name another "
    "database in EARSHOT_KEYS_URL, or have that schema renamed."
)


@dataclass(frozen=True)
class KeySchema:
    """A schema that is called as ours are."""

    name: str
    owner: str
    says: str
    tables: frozenset[str]

    @property
    def is_ours(self) -> bool:
        if self.says == _MARK or self.owner == ROLE:
            return True
        return self.tables >= _ALWAYS and self.tables <= KEYS.tables.keys()


def called_alike(connection: Connection) -> list[KeySchema]:
    found = connection.execute(_CALLED_ALIKE.encode()).fetchall()
    return [KeySchema(name, owner, says, frozenset(held)) for name, owner, says, held in found]


def make(connection: Connection, owner: str) -> None:
    """The schema of an owner's keys, if there is none. Raises ``BadKey`` where it is another's."""
    schema = keys_schema(owner)
    there = [each for each in called_alike(connection) if each.name == schema]
    if there and not there[0].is_ours:
        raise BadKey(_ANOTHERS.format(schema, owner))
    if not there:
        made = SQL("CREATE SCHEMA {} AUTHORIZATION {}")
        connection.execute(made.format(Identifier(schema), Identifier(ROLE)))
        _mark(connection, schema)


def take_over(connection: Connection) -> list[str]:
    """Gives our schemas to their role, whoever put them back. Gives the names of all others."""
    found = called_alike(connection)
    for each in found:
        if each.is_ours:
            own(connection, each.name, ROLE)
            if each.says != _MARK:
                _mark(connection, each.name)
    return [each.name for each in found if not each.is_ours]


def _mark(connection: Connection, schema: str) -> None:
    said = SQL("COMMENT ON SCHEMA {} IS {}").format(Identifier(schema), Literal(_MARK))
    with connection.transaction():
        connection.execute(SQL("SET LOCAL ROLE {}").format(Identifier(ROLE)))
        connection.execute(said)
        connection.execute("RESET ROLE")
