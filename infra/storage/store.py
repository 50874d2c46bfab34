"""The interface of storage, for both databases."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine

from infra.database.clock import Clock
from infra.storage.postgres.store import PostgresStore
from infra.storage.recorder import Recorder
from infra.storage.sqlite.store import SQLiteStore

__all__ = ["PostgresStore", "SQLiteStore", "Store"]


class Store(Protocol):
    """Every partnership's ledger and read tables. Nothing is opened until it is wanted."""

    clock: Clock

    def slugs(self) -> list[str]:
        """The partnerships that have a ledger."""
        ...

    def create(self, slug: str) -> None:
        """Makes a partnership's ledger, if it has none. Raises ``BadSlug``."""
        ...

    def recorder(self, slug: str) -> Recorder:
        """A partnership's ledger. Raises ``UnknownPartnership``."""
        ...

    def views(self, slug: str) -> tuple[Engine, str | None]:
        """Where its read tables are, and their schema. Raises ``UnknownPartnership``."""
        ...

    def heads(self) -> dict[str, int]:
        """How far each partnership's ledger goes."""
        ...

    def migrate(self) -> None:
        """Brings what is there to this release's schema. Anyone may, at the same time."""
        ...

    def copy_out(self, slug: str, to: Path) -> None:
        """Copies a ledger, as it is at one moment, to a new SQLite file. Others may write."""
        ...

    def put_back(self, slug: str, copy: Path) -> None:
        """Makes a ledger from such a copy, where there is none; needs rights of a migration."""
        ...

    def fold(self) -> None:
        """Leaves the ledgers so that a stopped service has nothing to do at its next start."""
        ...

    def check(self) -> None:
        """Raises ``NotReady`` where the store cannot be used as it is."""
        ...

    def faults(self) -> dict[str, str]:
        """The partnerships whose ledger can't be used, each with the reason and what to do."""
        ...

    def close(self) -> None: ...
