"""The keys of every partnership and of the service itself, in a store of their own."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from threading import Lock

from sqlalchemy.exc import OperationalError, SQLAlchemyError

from infra.errors import Away, NotReady
from infra.keys.file_root import FileRoot
from infra.keys.keyring import Keyring
from infra.keys.kms_root import KmsRoot
from infra.keys.postgres_tables import PostgresTables
from infra.keys.root_key import BadKey, Root
from infra.keys.sqlite_tables import SQLiteTables
from infra.keys.tables import Tables
from infra.settings import Settings

SERVICE = "-service"  # no slug begins so


class KeyStore:
    """Opening a partnership's keys costs nothing until one is wanted."""

    def __init__(self, tables: Tables, root: Root) -> None:
        self.tables, self.root = tables, root
        self._keyrings: dict[str, Keyring] = {}
        self._opening = Lock()

    @classmethod
    def kept_in(cls, folder: Path) -> KeyStore:
        """The embedded default: files in one folder, made where there are none yet."""
        store = cls(SQLiteTables(folder), FileRoot.kept_in(folder))
        store.create(SERVICE)
        return store

    def create(self, owner: str) -> None:
        """Makes a partnership's key tables, if it has none. Anyone may, at the same time."""
        self.tables.create(owner)

    def of(self, owner: str) -> Keyring:
        """A partnership's keys. Raises ``BadKey`` where there are none."""
        with self._opening:
            if owner not in self._keyrings:
                self._keyrings[owner] = Keyring(owner, self.tables.of(owner), self.root)
            return self._keyrings[owner]

    def alone(self) -> AbstractContextManager[None]:
        """Holds a lock. Raises ``BadKey`` if another process holds it."""
        return self.tables.alone()

    def check(self) -> None:
        """Raises ``BadKey`` where the keys cannot be used, ``Away`` where nobody answers.

        Raises ``NotReady`` where some may be lost.
        """
        try:
            ready = self.tables.has(SERVICE)
        except OperationalError as error:
            raise Away(f"The key store cannot be reached: {_said(error)}") from None
        except SQLAlchemyError as error:
            raise BadKey(f"The key store cannot be used: {_said(error)}") from None
        if not ready:
            raise BadKey("There is no key store yet: run earshot migrate first.")
        self.tables.check()

    def close(self) -> None:
        self.tables.close()


def _said(error: SQLAlchemyError) -> str:
    return " ".join(str(getattr(error, "orig", None) or error).split())


def key_store_of(settings: Settings) -> KeyStore:
    """The key store that the settings name. Raises ``BadKey`` or ``NotReady``."""
    store = KeyStore(tables_of(settings), root_of(settings))
    try:
        store.check()
    except (BadKey, NotReady, Away):
        store.close()
        raise
    return store


def root_of(settings: Settings) -> Root:
    """AWS KMS where a key of it is named, else the file in the data folder."""
    if settings.root.startswith("kms:"):
        _, region, key = settings.root.split(":", 2)
        return KmsRoot(region, key, settings.root_retiring)
    return FileRoot.kept_in(settings.var / "keys")


def migrate(settings: Settings) -> None:
    """Makes the tables and the root key. Several processes may call it at once."""
    tables = tables_of(settings)
    tables.migrate()
    tables.create(SERVICE)
    tables.close()


def tables_of(settings: Settings) -> Tables:
    url = settings.keys_url or settings.database_url
    if not url:
        return SQLiteTables(settings.var / "keys")
    migration_url = None if settings.keys_url else settings.migration_url or None
    return PostgresTables(url, migration_url)
