"""Copies of folders of files that are never written over: evidence, and editions of reports."""

from __future__ import annotations

import shutil
from pathlib import Path

from infra.files.object_store import FolderStore, ObjectStore
from infra.storage.sqlite.files import sync


def copy_files(source: Path, to: Path) -> int:
    """Copies what is there, durably; how many files. What others are still writing is left out."""
    copied = 0
    for file in sorted(source.rglob("*")):
        if not file.is_file() or file.name.startswith("."):
            continue
        copy = to / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(file, copy)
        copy.chmod(0o600)
        sync(copy)
        copied += 1
    for folder in [to, *(each for each in to.rglob("*") if each.is_dir())]:
        if folder.is_dir():
            sync(folder)
    return copied


def folder_of(store: ObjectStore | None) -> Path | None:
    """Where the files lie on this machine; none where they are in a bucket."""
    return store.folder if isinstance(store, FolderStore) else None
