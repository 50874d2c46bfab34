"""Whether a PostgreSQL database can be used as it is."""

from __future__ import annotations

import psycopg

from infra.database.durability import refuse_lossy
from infra.database.names import APPLICATION_ROLE
from infra.database.postgres_sessions import Connection, as_application, connect
from infra.errors import Away, NotReady
from infra.storage.postgres.migration import newest, refuse_other, version_of

_KNOWN = """SELECT pg_has_role(rolname, 'MEMBER') FROM pg_roles, pg_namespace
    WHERE rolname = %s AND nspname = 'earshot'"""
_UNMIGRATED = "the database has not been migrated: run earshot migrate first"


def refuse_unready(url: str) -> None:
    """Raises ``NotReady``, which says why and what to do, or ``Away`` where nobody answers."""
    try:
        with connect(url, autocommit=True) as connection:
            _refuse_unmigrated(connection)
        with as_application(url, autocommit=True) as connection:
            refuse_lossy(connection)
            done = version_of(connection)
    except psycopg.Error as error:
        said = " ".join(str(error).split())
        kind = Away if isinstance(error, psycopg.OperationalError) else NotReady
        raise kind(f"the database cannot be used: {said}") from error
    refuse_other(done, newest())
    if done < newest():
        raise NotReady(_UNMIGRATED)


def _refuse_unmigrated(connection: Connection) -> None:
    known = connection.execute(_KNOWN, (APPLICATION_ROLE,)).fetchone()
    if known is None:
        raise NotReady(_UNMIGRATED)
    if not known[0]:
        raise NotReady(f"{connection.info.user} may not act as {APPLICATION_ROLE}: migrate again")
