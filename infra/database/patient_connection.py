"""A connection to PostgreSQL that is given up when no answer comes, whatever the network does."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import Engine, event

from infra.database import patience
from infra.database.names import APPLICATION_ROLE
from infra.database.patience import CONNECT_SECONDS, LOCK_SECONDS

Connection = psycopg.Connection[tuple[Any, ...]]
_TEST_SECONDS = 1.0
# Both ends find out by themselves that the other is gone, and the server lets go of its locks.
_KEEP_ALIVE = {
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 5_000,
}
_SERVER = {
    "lock_timeout": int(LOCK_SECONDS * 1_000),
    "statement_timeout": 60_000,
    "idle_in_transaction_session_timeout": 10_000,
    "client_connection_check_interval": 1_000,
    "tcp_keepalives_idle": 5,
    "tcp_keepalives_interval": 2,
    "tcp_keepalives_count": 2,
    "tcp_user_timeout": 10_000,
}
_DURABLE = "-c synchronous_commit=on"  # whatever the server, the database or the login says
LONG_WORK = "SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0"
LONG_WORK_BY_ITSELF = f"{LONG_WORK}; SET LOCAL idle_in_transaction_session_timeout = '10min'"


class PatientConnection(psycopg.Connection[tuple[Any, ...]]):
    """Waits as long as ``patience`` says. ``most`` bounds that further, while it is tried out."""

    most: float = 3_600.0

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        """Raises ``OperationalError`` and closes where no answer came: nobody knows any more what
        the next one would answer.
        """
        try:
            with patience.waiting(self.most) as seconds:
                return super().wait(gen, interval, seconds)
        except psycopg.errors._WaitTimeout:
            self.pgconn.finish()
            raise psycopg.OperationalError("the database did not answer in time") from None


def as_application(
    url: str, *, autocommit: bool, also: str = "", role: str = APPLICATION_ROLE
) -> PatientConnection:
    """A connection with the application's rights, for any login that the URL names."""
    patience.need_some()
    given = str(conninfo_to_dict(url).get("options") or "")
    bounds = " ".join(f"-c {name}={value}" for name, value in _SERVER.items())
    options = f"{bounds} {given} -c role={role} -c timezone=UTC {_DURABLE} {also}".strip()
    return PatientConnection.connect(_lively(url, options=options), autocommit=autocommit)


def connect(url: str, *, autocommit: bool) -> Connection:
    """A connection of an operator's command, which waits as long as it takes."""
    return psycopg.connect(_lively(url), autocommit=autocommit)


def answers(connection: PatientConnection) -> bool:
    """Whether the server answers, at once: the line may have died since it was used last."""
    connection.most = _TEST_SECONDS
    try:
        connection.execute("SELECT 1")
    except psycopg.Error:
        return False
    finally:
        connection.most = PatientConnection.most
    return True


def try_out_at_once(engine: Engine) -> None:
    """Makes ``pool_pre_ping`` wait no longer than a test may."""

    def tried(connection: PatientConnection, *_: object) -> None:
        connection.most = PatientConnection.most

    def put_back(connection: PatientConnection | None, *_: object) -> None:
        if connection is not None:
            connection.most = _TEST_SECONDS

    event.listen(engine, "checkout", tried)
    event.listen(engine, "checkin", put_back)


def _lively(url: str, **more: str) -> str:
    known = conninfo_to_dict(url)
    defaults = {"connect_timeout": CONNECT_SECONDS, **_KEEP_ALIVE}
    missing = {name: value for name, value in defaults.items() if not known.get(name)}
    return make_conninfo(url, **missing, **more)
