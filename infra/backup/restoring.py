"""Puts a backup back where nothing is, and looks at what it put there before anybody is served."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from infra.backup.file_copies import copy_files, folder_of
from infra.backup.key_copies import copy_keys, holds_keys, kept_in
from infra.backup.manifest import KEYS, RECORD, BadBackup, Manifest
from infra.database.names import is_slug
from infra.editions import editions_of
from infra.files import object_store_of
from infra.keys.file_root import is_kept_in
from infra.keys.store import SERVICE, tables_of
from infra.settings import Settings
from infra.storage.sqlite.copies import read_copy
from infra.storage.sqlite.recorder import SQLiteRecorder
from infra.storage.store import Store
from infra.stores import store_of

Step = Callable[[], object]
_NO_ROOT = (
    "There is no {}: no backup holds it. Put your copy of it there first (mode 0600), or name "
    "the key of KMS in EARSHOT_ROOT."
)
_ANOTHER = (
    "The ledger of {} in {} is not the one that was copied with the keys in {}: somebody wrote it "
    "anew. Use another backup."
)
_NOT_EMPTY = "{} holds {} already: a backup is only put back where nothing is."


@dataclass(frozen=True)
class Putting:
    """A backup's record and keys, which were kept apart, and where they go."""

    settings: Settings
    folder: Path
    keys: Path

    def manifest(self) -> Manifest:
        """Raises ``BadBackup`` where record or keys are not whole, or not of one backup."""
        record, keys = Manifest.read(self.folder / RECORD), Manifest.read(self.keys / KEYS)
        if record.id != keys.id:
            raise BadBackup(
                f"The keys in {self.keys} are of {keys.made_at}, the record in {self.folder} is "
                f"of {record.made_at}: name the two that were made together."
            )
        for slug in record.partnerships:
            if not is_slug(slug) or f"ledgers/{slug}.db" not in record.files:
                raise BadBackup(f"{self.folder} names a partnership that it does not hold: {slug}")
        record.refuse_altered(self.folder, RECORD, apart=self.keys)
        keys.refuse_altered(self.keys, KEYS)
        self._refuse_another(record, keys)
        return record

    def put_back(self, step: Step) -> Manifest:
        """``step`` is called for each partnership. Raises ``BadBackup``."""
        found = self.manifest()
        if self.settings.root == "file" and not is_kept_in(self.settings.var / "keys"):
            raise BadBackup(_NO_ROOT.format(self.settings.var / "keys" / "root.key"))
        with closing(store_of(self.settings)) as store:
            store.migrate()  # on PostgreSQL it makes the roles, which belong to no dump
            self._refuse_full(store)
            self._put_keys([*found.partnerships, SERVICE])
            self._put_files()
            for slug in found.partnerships:
                self._put_ledger(store, slug)
                step()
        return found

    def _refuse_another(self, record: Manifest, keys: Manifest) -> None:
        """Each ledger must be the one that was copied with the keys. Raises ``BadBackup``.

        A backup of an earlier release says nothing of ledgers beside its keys.
        """
        for slug, kept in record.partnerships.items():
            ledger = self.folder / "ledgers" / f"{slug}.db"
            with closing(SQLiteRecorder(slug, ledger, opening=read_copy)) as recorder:
                head = recorder.head()
            found = (head.n, head.hash.hex())
            said = {(each.facts, each.head) for each in (kept, keys.partnerships.get(slug)) if each}
            if said != {found} or (keys.partnerships and slug not in keys.partnerships):
                raise BadBackup(_ANOTHER.format(slug, self.folder, self.keys))

    def _refuse_full(self, store: Store) -> None:
        where = "The database" if self.settings.database_url else str(self.settings.var)
        if there := store.slugs():
            raise BadBackup(_NOT_EMPTY.format(where, f"the ledger of {there[0]}"))
        with closing(tables_of(self.settings)) as tables:
            if tables.has(SERVICE) and holds_keys(tables.of(SERVICE)):
                raise BadBackup(_NOT_EMPTY.format("The key store", "keys"))

    def _put_keys(self, owners: list[str]) -> None:
        """Before any ledger: a ledger without its keys would be a fault, the other way is none."""
        with closing(tables_of(self.settings)) as tables, closing(kept_in(self.keys)) as copies:
            tables.migrate()
            for owner in filter(copies.has, owners):
                copy_keys(copies, tables, owner)

    def _put_files(self) -> None:
        stores = {
            "evidence": object_store_of(self.settings),
            "editions": editions_of(self.settings),
        }
        for name, store in stores.items():
            kept, home = self.folder / name, folder_of(store)
            if not kept.is_dir():
                continue
            if home is None:
                raise BadBackup(f"{kept} holds files, but a bucket is set for them: copy them.")
            copy_files(kept, home)

    def _put_ledger(self, store: Store, slug: str) -> None:
        store.put_back(slug, self.folder / "ledgers" / f"{slug}.db")
