"""Owners and rights in PostgreSQL, set right again: a dump that was put back by hand has others.

Roles belong to the whole server and are in no dump. Where they were missing, everything belongs
to whoever put the dump back, and nobody else may use it.
"""

from __future__ import annotations

from typing import LiteralString

from infra.database.names import APPLICATION_ROLE, ledger_schema, owner_role, views_schema
from infra.database.ownership import own
from infra.database.postgres_roles import ensure_role
from infra.database.postgres_sessions import Connection

# Each migration gives these again.
CATALOGUE_RIGHTS: LiteralString = """
    GRANT USAGE ON SCHEMA earshot TO {app};
    GRANT SELECT ON earshot.partnership, earshot.version TO {app};
"""
LEDGER_RIGHTS: LiteralString = """
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {schema} FROM PUBLIC;
    GRANT USAGE ON SCHEMA {schema} TO {app};
    GRANT SELECT ON {schema}.event, {schema}.lane TO {app};
    GRANT EXECUTE ON FUNCTION {schema}.append1(uuid, bigint, text, bytea) TO {app};
    GRANT EXECUTE ON FUNCTION {schema}.append(uuid[], bigint[], text[], bytea[]) TO {app};
"""
CHECKPOINT_RIGHTS: LiteralString = """
    GRANT SELECT, INSERT ON {schema}.checkpoint TO {app};
"""


def give_back(connection: Connection, slug: str) -> None:
    """A partnership's schemas and what is in them, to the roles that own them."""
    ensure_role(connection, owner_role(slug))
    own(connection, ledger_schema(slug), owner_role(slug))
    own(connection, views_schema(slug), APPLICATION_ROLE)
