"""A small disk of its own, which can be filled and made read-only. It takes root to mount one."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_ENDS_WITHIN = 60.0


class SmallDisk:
    """A file system in memory, of so many megabytes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._filler = folder, folder / "filler"

    def fill(self) -> None:
        """Leaves not one free block."""
        with self._filler.open("ab", buffering=0) as filler:
            for size in (1 << 20, 4096):
                try:
                    while filler.write(bytes(size)) == size:
                        pass
                except OSError:
                    continue

    def make_room(self) -> None:
        self._filler.unlink()

    def remount(self, how: str) -> None:
        """``ro`` or ``rw``, while nobody has a file open to write."""
        _run("mount", "-o", f"remount,{how}", str(self.folder))


@contextmanager
def small_disk(folder: Path, megabytes: int = 24) -> Iterator[SmallDisk]:
    """Skips the test where no disk can be mounted."""
    if os.geteuid() != 0:
        pytest.skip("a disk can only be mounted as root")
    folder.mkdir()
    try:
        _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=700", "tmpfs", str(folder))
    except subprocess.CalledProcessError as error:
        pytest.skip(f"no disk can be mounted here: {error.stderr}")
    try:
        yield SmallDisk(folder)
    finally:
        _run("umount", "--lazy", str(folder))


class FailingDisk:
    """A real file system (ext4), which the system makes read-only when it finds it damaged."""

    def __init__(self, folder: Path, image: Path) -> None:
        self.folder, self._image = folder, image

    def mount(self) -> None:
        _run("mount", "-o", "loop,errors=remount-ro", str(self._image), str(self.folder))

    def fail(self) -> None:
        """From now on nothing can be written, not even to files that are open."""
        _run("mount", "-o", "remount,abort", str(self.folder))

    def mend(self) -> None:
        """As after the machine was started again. Waits until nobody has a file open."""
        until = time.monotonic() + _ENDS_WITHIN
        while subprocess.run(["umount", str(self.folder)], capture_output=True).returncode:
            assert time.monotonic() < until, "somebody has a file open there"
            time.sleep(0.2)
        self.mount()


@contextmanager
def failing_disk(folder: Path, megabytes: int = 48) -> Iterator[FailingDisk]:
    """Skips the test where no disk can be mounted."""
    if os.geteuid() != 0:
        pytest.skip("a disk can only be mounted as root")
    folder.mkdir()
    image = folder.with_suffix(".img")
    with image.open("wb") as made:
        made.truncate(megabytes << 20)
    disk = FailingDisk(folder, image)
    try:
        _run("mkfs.ext4", "-q", "-F", str(image))
        disk.mount()
    except subprocess.CalledProcessError as error:
        pytest.skip(f"no disk can be mounted here: {error.stderr}")
    try:
        yield disk
    finally:
        _run("umount", "--lazy", str(folder))


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)
