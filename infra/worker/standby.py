"""In each web process: sees to it that one worker works beside, and that it moves.

A web process never works itself: what a worker keeps in memory would stay in it for good.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from infra.worker.turn import Turn

STANDBY_SECONDS = 1.0
_STARTS_WITHIN = 15.0  # the worker that is started with gunicorn
_STILL = 15  # looks without a beat: a worker beats every two seconds
_log = logging.getLogger(__name__)


def start_beside() -> subprocess.Popen[bytes]:
    """A worker in a process of its own, which ends with this one."""
    asked = [sys.executable, "-m", "infra.cli.main", "worker", "--parent", str(os.getpid())]
    return subprocess.Popen(asked)  # noqa: S603 - fixed words, no shell


class Standby:
    """Of the web processes of one machine, one stands by; the others wait until it has ended."""

    def __init__(
        self,
        turn: Path,
        seconds: float = STANDBY_SECONDS,
        grace: float = _STARTS_WITHIN,
        still: int = _STILL,
    ) -> None:
        self.turn, self.seconds = Turn(turn), seconds
        self._own = Turn(turn.with_suffix(".standby"))
        self._stop, self._grace, self._most = threading.Event(), grace, still
        self.started: subprocess.Popen[bytes] | None = None
        self._beat, self._still = 0, 0

    def start(self) -> None:
        threading.Thread(target=self.run, name="standby", daemon=True).start()

    def stop(self) -> None:
        self._stop.set()

    def run(self) -> None:
        self.turn.file.parent.mkdir(parents=True, exist_ok=True)
        self._stop.wait(self._grace)
        with self._own.taken(self._goes_on) as is_ours:
            while is_ours and self._goes_on():
                try:
                    self.look()
                except Exception:
                    _log.exception("the worker could not be looked after; it is tried again")

    def look(self) -> None:
        """Starts a worker where none works, and ends one that was stopped and holds its locks."""
        if self.turn.is_free():
            if self.started is None or self.started.poll() is not None:
                _log.warning("no worker works: one is started")
                self.started = start_beside()
            self._still = 0
            return
        beat = self.turn.beat()
        self._still = self._still + 1 if beat == self._beat else 0
        self._beat = beat
        if self._still >= self._most:
            self._end(self.turn.holder())

    def _end(self, worker: int) -> None:
        """A worker that was stopped, and no other: a machine may be slow."""
        if not _is_stopped_worker(worker):
            _log.error("the worker does not move")
            return
        _log.error("the worker was stopped: it is ended, so that its locks end and another works")
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)

    def _goes_on(self) -> bool:
        return not self._stop.wait(self.seconds)


def _is_stopped_worker(pid: int) -> bool:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state in {"T", "t"} and b"infra.cli.main" in words and b"worker" in words
