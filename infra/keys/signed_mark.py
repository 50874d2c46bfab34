"""The newest checkpoint that a partnership's log signed, kept with the keys.

Whoever puts an older ledger in place, and takes the read tables away as well, leaves this one.
"""

from __future__ import annotations

from sqlalchemy import Engine, insert, select, update

from infra.keys.tables import SIGNED


class SignedMark:
    """Key stores of earlier releases get the table when it is first asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._ready = engine, False
        self._reading = engine.execution_options(reading=True)

    def known(self) -> str:
        """The signed note; empty where none was signed yet."""
        self._prepare()
        with self._reading.begin() as connection:
            return connection.execute(select(SIGNED.c.note)).scalar() or ""

    def keep(self, note: str) -> None:
        """Replaces the one of before."""
        self._prepare()
        with self._engine.begin() as connection:
            if not connection.execute(update(SIGNED).values(note=note)).rowcount:
                connection.execute(insert(SIGNED).values(single=1, note=note))

    def _prepare(self) -> None:
        if not self._ready:
            with self._engine.begin() as connection:
                SIGNED.create(connection, checkfirst=True)
            self._ready = True
