"""The turn to work: a locked file that says which process works, and shows that it still moves."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import TextIO

_BEAT_SECONDS = 2.0


class Turn:
    """Of all workers that share a file, one works; the others wait until it has ended."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @contextmanager
    def taken(self, goes_on: Callable[[], bool]) -> Iterator[bool]:
        """Waits for the turn while ``goes_on``; says whether it was got. Beats while it is held."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("a+") as held:
            while not (got := self._takes(held)) and goes_on():
                pass
            if not got:
                yield False
                return
            held.truncate(0)
            held.write(str(os.getpid()))
            held.flush()
            ended = threading.Event()
            threading.Thread(target=self._beat, args=(ended,), name="beat", daemon=True).start()
            try:
                yield True
            finally:
                ended.set()

    def is_free(self) -> bool:
        """Whether nobody works now."""
        with self.file.open("a") as held:
            return self._takes(held)

    def beat(self) -> int:
        """Another number each time the process that works has moved."""
        return self.file.stat().st_mtime_ns

    def holder(self) -> int:
        """The process that took the turn last; 0 where none is known."""
        text = self.file.read_text()
        return int(text) if text.isdecimal() else 0

    def _beat(self, ended: threading.Event) -> None:
        while not ended.wait(_BEAT_SECONDS):
            with suppress(OSError):  # a full disk stops no worker
                os.utime(self.file)

    def _takes(self, held: TextIO) -> bool:
        try:
            flock(held, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            return False
        return True
