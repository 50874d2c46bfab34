"""Cuts the power of what runs in a folder: what was not flushed is gone, as far as luck has it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import struct
import subprocess
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

_RECORD = struct.Struct("lll")  # where, how many old bytes follow, how long the file was


@cache
def shim() -> Path:
    """The library that keeps what stands where something is written. Fails without a compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.fail("Power cuts need a C compiler (cc): make test-needs installs one or says how.")
    made = Path(mkdtemp(prefix="earshot-power-")) / "shim.so"
    asked = [compiler, "-O1", "-D_LARGEFILE64_SOURCE", "-shared", "-fPIC", "-o", str(made)]
    source = Path(__file__).with_name("shim.c")
    subprocess.run([*asked, str(source), "-ldl"], check=True, capture_output=True)
    made.parent.chmod(0o755)
    return made


class Power:
    """Of everything below ``folder`` that is started with ``environment``.

    A disk that ``lies`` says that it has flushed, and has not; all of it is lost then.
    """

    def __init__(self, folder: Path, undo: Path, *, lies: bool = False) -> None:
        self.folder, self.undo, self.lies = folder, undo, lies
        undo.mkdir(exist_ok=True)
        undo.chmod(0o777)
        given = {"LD_PRELOAD": str(shim()), "CUT_ROOT": str(folder), "CUT_UNDO": str(undo)}
        self.environment = given | ({"CUT_LIES": "yes"} if lies else {})

    def cut(self, process: subprocess.Popen[bytes], chance: random.Random) -> int:
        """Kills a process with all its children. Gives how many writes never reached the disk."""
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGSTOP)  # it starts no more children
        for pid in [*_children(process.pid), process.pid]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait(30)
        return self._take_back(chance)

    def _take_back(self, chance: random.Random) -> int:
        """Of each file all that was not flushed, or the later part of it."""
        files, taken = {each.stat().st_ino: each for each in _files(self.folder)}, 0
        for log in self.undo.iterdir():
            records, file = _records(log.read_bytes()), files.get(int(log.name))
            log.unlink()
            if file and records:
                is_all = self.lies or chance.random() < 0.5
                count = len(records) if is_all else chance.randint(0, len(records))
                taken += count
                _play_back(file, records[len(records) - count :])
        return taken


def _children(pid: int) -> list[int]:
    found = []
    with suppress(FileNotFoundError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += [*_children(int(child)), int(child)]
    return found


def _files(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file() and not each.is_symlink()]


def _records(log: bytes) -> list[tuple[int, bytes, int]]:
    """The last one may be cut short: what it was of was never written then."""
    found, at = [], 0
    while at + _RECORD.size <= len(log):
        offset, length, size = _RECORD.unpack_from(log, at)
        at += _RECORD.size
        if at + length > len(log):
            break
        found.append((offset, log[at : at + length], size))
        at += length
    return found


def _play_back(file: Path, records: list[tuple[int, bytes, int]]) -> None:
    with file.open("r+b") as content:
        for offset, old, size in reversed(records):
            content.seek(offset)
            content.write(old)
            content.truncate(size)
