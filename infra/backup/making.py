"""Makes a backup while the service runs: ledgers first, then keys, then files, then looks at it.

Keys are made before a fact is sealed under them, and files before the fact that names them. So a
copy of the ledger that is older than those of keys and files lacks nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from eventsourcing.persistence import PersistenceError

from infra.backup.file_copies import copy_files, folder_of
from infra.backup.key_copies import copy_keys, kept_in, lacking, settle
from infra.backup.manifest import KEYS, RECORD, BadBackup, KeptLedger, Manifest, every_file
from infra.errors import ChainBroken, NotReady
from infra.keys.sqlite_tables import SQLiteTables
from infra.keys.store import SERVICE
from infra.partnerships import Partnerships
from infra.storage.sqlite.copies import read_copy
from infra.storage.sqlite.recorder import SQLiteRecorder

Step = Callable[[], object]


@dataclass
class Backup:
    """``folder`` takes the record, ``keys`` what opens it: keep the two apart.

    ``lacking`` counts, by partnership, the facts whose key was missing in the service already.
    ``faults`` names partnerships that could not be copied whole, each with the reason.
    """

    partnerships: Partnerships
    folder: Path
    keys: Path
    files: int = 0
    lacking: dict[str, int] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    kept: dict[str, KeptLedger] = field(default_factory=dict)

    def make(self, step: Step) -> Manifest:
        """``step`` is called twice for each partnership. Raises ``BadBackup``, ``BadKey``."""
        for each in (self.folder, self.keys):
            refuse_full(each, self.keys)
            each.mkdir(parents=True, exist_ok=True, mode=0o700)
        (self.folder / "ledgers").mkdir(mode=0o700)
        slugs = self.partnerships.store.slugs()
        with self.partnerships.keys.alone():  # no rotation may come in between
            copied = [slug for slug in slugs if self._copied(slug, step)]
            self._copy_keys([*slugs, SERVICE])
        self._copy_files()
        with closing(kept_in(self.keys)) as keys:
            for slug in copied:
                self._look(slug, keys)
                step()
        id, made = uuid4().hex, datetime.now(UTC).isoformat()
        written = Manifest(id, made, self._named(), self.kept)
        Manifest(id, made, every_file(self.keys), self.kept).write(self.keys / KEYS)
        written.write(self.folder / RECORD)
        return written

    def _copied(self, slug: str, step: Step) -> bool:
        try:
            self.partnerships.store.copy_out(slug, self._ledger(slug))
        except (PersistenceError, NotReady, sqlite3.Error) as error:
            self.faults[slug] = " ".join(str(error).split())
            self._ledger(slug).unlink(missing_ok=True)
        step()
        return slug not in self.faults

    def _copy_keys(self, owners: list[str]) -> None:
        """Keys that the store has of nobody are left out: their absence is said by other means."""
        tables = self.partnerships.keys.tables
        with closing(kept_in(self.keys)) as copies:
            for owner in filter(tables.has, owners):
                copy_keys(tables, copies, owner)
        settle(self.keys)

    def _copy_files(self) -> None:
        stores = {"evidence": self.partnerships.evidence, "editions": self.partnerships.editions}
        for name, store in stores.items():
            source = folder_of(store)
            if source and source.is_dir():
                self.files += copy_files(source, self.folder / name)

    def _look(self, slug: str, keys: SQLiteTables) -> None:
        """Reads the copy again, every fact of it. A broken one is kept, and said to be broken."""
        with closing(SQLiteRecorder(slug, self._ledger(slug), opening=read_copy)) as recorder:
            head, signed = recorder.head(), max(recorder.kept_sizes(), default=0)
            self.kept[slug] = KeptLedger(head.n, head.hash.hex(), signed)
            try:
                recorder.verify_chain()
            except ChainBroken as broken:
                self.faults[slug] = f"{broken}. Run earshot verify"
                return
            missing = lacking(recorder, keys.of(slug)) if keys.has(slug) else [1]
            if missing:
                self.lacking[slug] = len(missing)

    def _ledger(self, slug: str) -> Path:
        return self.folder / "ledgers" / f"{slug}.db"

    def _named(self) -> dict[str, str]:
        """The files of the record, even where the folder of the keys lies in the same one."""
        return {
            name: digest
            for name, digest in every_file(self.folder).items()
            if not (self.folder / name).is_relative_to(self.keys)
        }


def refuse_full(folder: Path, apart: Path) -> None:
    """Raises ``BadBackup`` where something is in the folder."""
    if folder.exists() and any(each != apart for each in folder.iterdir()):
        raise BadBackup(f"{folder} is not empty: name a new folder for each backup.")
