"""Keeps a forked child from talking through its parent's connections."""

from __future__ import annotations

import os

from sqlalchemy import Engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection


def stay_in_process(engine: Engine) -> None:
    """Makes a forked child open connections of its own, whoever holds the engine."""

    def connected(_: object, entry: ConnectionPoolEntry) -> None:
        entry.info["pid"] = os.getpid()

    def checked_out(_: object, entry: ConnectionPoolEntry, proxy: PoolProxiedConnection) -> None:
        if entry.info["pid"] != os.getpid():
            entry.dbapi_connection = proxy.dbapi_connection = None  # type: ignore[misc]
            raise DisconnectionError("this connection belongs to the parent process")

    event.listen(engine, "connect", connected)
    event.listen(engine, "checkout", checked_out)
