"""Opens the stores that the settings name: ledgers, read tables and keys."""

from __future__ import annotations

from infra.database.clock import WatchedClock
from infra.keys.file_root import is_kept_in
from infra.keys.root_key import BadKey
from infra.keys.store import KeyStore, key_store_of, migrate
from infra.settings import Settings
from infra.storage.postgres.store import PostgresStore
from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store


def store_of(settings: Settings) -> Store:
    """PostgreSQL where an address is set, else SQLite in the data folder."""
    clock = WatchedClock(settings.clock_checked)
    if settings.database_url:
        return PostgresStore(
            settings.database_url, settings.pool_size, settings.migration_url or None, clock
        )
    return SQLiteStore(settings.var / "partnerships", clock)


def keys_of(settings: Settings, store: Store) -> KeyStore:
    folder = settings.var / "keys"
    if store.slugs() and settings.root == "file" and not is_kept_in(folder):
        raise BadKey(
            f"There are ledgers but no {folder / 'root.key'}: put its backup back. A new one "
            "would open none of the words that were sealed."
        )
    return key_store_of(settings)


def migrate_all(settings: Settings) -> None:
    """Brings ledgers, views and keys to this release's schema. Anyone may, at the same time."""
    store = store_of(settings)
    store.migrate()
    store.close()
    migrate(settings)


def fold_all(settings: Settings) -> None:
    """Leaves every ledger whole, once nobody serves any more."""
    store = store_of(settings)
    store.fold()
    store.close()
