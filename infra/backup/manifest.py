"""What a backup says of itself: written last, so that a backup without it is none."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from infra.storage.sqlite.files import sync

RECORD, KEYS = "backup.json", "keys.json"


class BadBackup(Exception):  # noqa: N818 - an answer to the operator
    """A backup can't be made or put back as asked; says why and what to do."""


@dataclass(frozen=True)
class KeptLedger:
    """One partnership's ledger in a backup: how long it is, its head, its last checkpoint."""

    facts: int
    head: str
    signed: int


@dataclass(frozen=True)
class Manifest:
    """``id`` is the same for a record and for the keys that were copied with it.

    ``files`` are the names in its folder, each with its SHA-256. Both folders tell of every
    ledger, so that whoever holds the record alone can't write it anew.
    """

    id: str
    made_at: str
    files: dict[str, str]
    partnerships: dict[str, KeptLedger] = field(default_factory=dict)

    def write(self, file: Path) -> None:
        """Durably, and whole or not at all."""
        aside = file.with_name(f".{file.name}")
        opened = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as out:
            json.dump(asdict(self), out, indent=1, sort_keys=True)
            out.flush()
            os.fsync(out.fileno())
        aside.rename(file)
        sync(file.parent)

    @classmethod
    def read(cls, file: Path) -> Manifest:
        """Raises ``BadBackup`` where there is none, or another thing."""
        if not file.is_file():
            raise BadBackup(f"{file.parent} holds no whole backup: there is no {file.name} in it.")
        try:
            given: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
            kept = given.pop("partnerships")
            return cls(**given, partnerships={slug: KeptLedger(**it) for slug, it in kept.items()})
        except (ValueError, TypeError, KeyError) as error:
            raise BadBackup(f"{file} can't be read as what a backup says of itself.") from error

    def refuse_altered(self, folder: Path, own: str, apart: Path | None = None) -> None:
        """Reads every file again. Raises ``BadBackup``, which names the first that differs.

        Nothing else may lie there but its ``own`` file, and what is in the folder ``apart``.
        """
        for file in sorted(folder.rglob("*")):
            is_apart = apart is not None and file.is_relative_to(apart)
            known = file.relative_to(folder).as_posix() in {own, *self.files}
            if not (known or is_apart or (file.is_dir() and not file.is_symlink())):
                raise BadBackup(
                    f"{file} is not of this backup: {own} does not name it. Find out who put it "
                    "there, take it away, and try again."
                )
        for name, expected in self.files.items():
            file = folder / name
            if not file.is_file():
                raise BadBackup(f"{file} is missing: this backup is not whole.")
            if digest(file) != expected:
                raise BadBackup(f"{file} is not as it was written: use another backup.")


def digest(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def every_file(folder: Path) -> dict[str, str]:
    """The files of a folder that is being made, by name, each with its SHA-256."""
    found = sorted(file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): digest(file) for file in found}
