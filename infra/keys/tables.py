"""Tables of wrapped keys: one file per partnership on SQLite, one schema on PostgreSQL.

Their own store, apart from ledger and views: a backup of one is not a backup of the other.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Column, Engine, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

ANOTHER = "The keys are being renewed by another process. Wait until it has ended."
NO_KEYS = "There are no keys of {}: put the backup of the key store back."
KEYS = MetaData()
# The partnership's own keys, by epoch, each wrapped by the root of that name.
EPOCHS = Table(
    "epoch",
    KEYS,
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("root", Text, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)
# No key may be left wrapped by an epoch that is gone: the database refuses it.
_WRAPPED_BY = ForeignKey("epoch.epoch", ondelete="RESTRICT")
DATA_KEYS = Table(
    "data_key",
    KEYS,
    Column("id", LargeBinary, primary_key=True),
    Column("epoch", Integer, _WRAPPED_BY, nullable=False, index=True),
    Column("wrapped", LargeBinary, nullable=False),
)
SECRETS = Table(
    "secret",
    KEYS,
    Column("purpose", Text, primary_key=True),
    Column("epoch", Integer, ForeignKey("epoch.epoch", ondelete="RESTRICT"), nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)
# Roots that a rotation under way leaves behind: they are retired at its end, whenever that is.
RETIRING = Table("retiring", KEYS, Column("root", Text, primary_key=True))
# Ids of keys that were destroyed; they mean nothing to anybody, and may be kept anywhere.
DESTROYED = Table("destroyed", KEYS, Column("id", LargeBinary, primary_key=True))
# One row: the newest checkpoint that was signed, apart from ledger and read tables.
SIGNED = Table(
    "signed",
    KEYS,
    Column("single", Integer, primary_key=True, autoincrement=False),
    Column("note", Text, nullable=False),
)


class Tables(Protocol):
    """The key tables of every partnership."""

    def create(self, owner: str) -> None:
        """Makes a partnership's tables, if it has none; needs the rights of a migration."""
        ...

    def of(self, owner: str) -> Engine:
        """An engine over one partnership's tables. Raises ``BadKey`` where there are none."""
        ...

    def has(self, owner: str) -> bool: ...

    def alone(self) -> AbstractContextManager[None]:
        """Holds a lock. Raises ``BadKey`` if another process holds it."""
        ...

    def check(self) -> None:
        """Raises ``NotReady`` where the database would not keep what it acknowledges."""
        ...

    def migrate(self) -> None: ...

    def close(self) -> None: ...
