"""Keys in PostgreSQL: one schema per partnership, which only one role may enter."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import create_engine
from sqlalchemy.engine import Engine

from infra.database.durability import refuse_lossy
from infra.database.fork_safety import stay_in_process
from infra.database.names import keys_schema
from infra.database.patience import LOCK_SECONDS
from infra.database.patient_connection import as_application, connect, try_out_at_once
from infra.database.postgres_roles import ensure_role, let_act_as
from infra.keys.key_schemas import ROLE, make, take_over
from infra.keys.root_key import BadKey
from infra.keys.tables import ANOTHER, KEYS, NO_KEYS

_log = logging.getLogger(__name__)
_OTHERS = "not Earshot's, so left as they are: the schemas %s. Give Earshot a database of its own"
_AS_LONG_AS_IT_TAKES = "SET LOCAL idle_in_transaction_session_timeout = 0"


class PostgresTables:
    """One schema per partnership. The role that reads ledgers and views has no rights in it."""

    def __init__(self, url: str, migration_url: str | None = None) -> None:
        self.url, self._migration_url = url, migration_url or url
        self._known: set[str] = set()
        self._engine = create_engine(
            "postgresql+psycopg://",
            creator=lambda: as_application(url, autocommit=False, role=ROLE),
            pool_size=2,
            max_overflow=4,
            hide_parameters=True,
            pool_timeout=LOCK_SECONDS,
            pool_pre_ping=True,
        )
        try_out_at_once(self._engine)
        stay_in_process(self._engine)

    def create(self, owner: str) -> None:
        schema = keys_schema(owner)
        with connect(self._migration_url, autocommit=False) as connection:
            connection.execute("SELECT pg_advisory_xact_lock(hashtext('earshot.keys'))")
            make(connection, owner)
        with self._engine.begin() as opened:
            opened.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('earshot.keys'))")
            KEYS.create_all(opened.execution_options(schema_translate_map={None: schema}))

    def of(self, owner: str) -> Engine:
        if not self.has(owner):
            raise BadKey(NO_KEYS.format(owner))
        return self._engine.execution_options(schema_translate_map={None: keys_schema(owner)})

    def has(self, owner: str) -> bool:
        if keys_schema(owner) not in self._known:
            with self._engine.connect() as connection:
                listed = connection.exec_driver_sql("SELECT nspname FROM pg_namespace").scalars()
                self._known = set(listed)
        return keys_schema(owner) in self._known

    @contextmanager
    def alone(self) -> Iterator[None]:
        """The lock ends with the connection, even if the process is killed."""
        asked = "SELECT pg_try_advisory_xact_lock(hashtext('earshot.keys.rotate'))"
        with self._engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(_AS_LONG_AS_IT_TAKES)
            if not connection.exec_driver_sql(asked).scalar_one():
                raise BadKey(ANOTHER)
            yield

    def check(self) -> None:
        with as_application(self.url, autocommit=True, role=ROLE) as connection:
            refuse_lossy(connection)

    def migrate(self) -> None:
        login = str(conninfo_to_dict(self.url).get("user") or "")
        with connect(self._migration_url, autocommit=True) as connection:
            ensure_role(connection, ROLE)
            let_act_as(connection, ROLE, login or connection.info.user)
            if others := take_over(connection):
                _log.warning(_OTHERS, ", ".join(others))

    def close(self) -> None:
        self._engine.dispose()
