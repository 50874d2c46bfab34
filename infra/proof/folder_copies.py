"""Copies of checkpoints in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from infra.proof.checkpoint import Checkpoint
from infra.proof.copy_stores import CannotCopy


class FolderCopies:
    """A folder on another disk, machine or medium, with one read-only file per checkpoint."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.name = folder, str(folder)

    def keep(self, slug: str, checkpoint: Checkpoint) -> None:
        home = self.folder / slug
        try:
            home.mkdir(parents=True, exist_ok=True)
            _write(home / checkpoint.file_name, str(checkpoint.note).encode())
        except OSError as error:
            raise CannotCopy(f"{home} cannot be written to: {error.strerror}.") from error

    def kept(self, slug: str) -> Iterator[str]:
        try:
            for file in sorted((self.folder / slug).glob("*.checkpoint")):
                yield file.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise CannotCopy(f"{self.folder} cannot be read: {error.strerror}.") from error

    def newest(self, slug: str) -> str:
        try:
            last = max((self.folder / slug).glob("*.checkpoint"), default=None)
            return last.read_text(encoding="utf-8", errors="replace") if last else ""
        except OSError as error:
            raise CannotCopy(f"{self.folder} cannot be read: {error.strerror}.") from error


def _write(file: Path, content: bytes) -> None:
    """Writes a new file durably, then links it into place, so that no half file is seen."""
    if _holds(file, content):
        return
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):
            os.link(beside, file)
    finally:
        beside.unlink(missing_ok=True)
    _holds(file, content)
    folder = os.open(file.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _holds(file: Path, content: bytes) -> bool:
    """Whether the copy exists. Raises ``CannotCopy`` if it holds something else."""
    if not file.exists():
        return False
    if file.read_bytes() != content:
        raise CannotCopy(f"{file} holds something else: move it away, and ask who put it there.")
    return True
