"""A real gunicorn as people run it, whose workers and masters can be killed without warning."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.infra.command import free_port, status

_ROOT = Path(__file__).parents[2]
_STARTS_WITHIN = 120.0
_MORE = 25
_HURRIED = {"PYTHONPATH": str(_ROOT), "EARSHOT_SHORTEST_TELLING": "0"}


class Gunicorn:
    """Used as a context. If one dies, another serves at the same port again."""

    def __init__(self, settings: dict[str, str], log: Path, app: str = "infra.wsgi:app") -> None:
        self.port, self.settings, self.app = free_port(), settings, app
        self.log = log.open("ab")
        self.killed = {"worker": 0, "master": 0, "beside": 0}

    def __enter__(self) -> Gunicorn:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.master.terminate()
        self.master.wait(30)
        self.log.close()

    def start(self) -> None:
        """Waits until it answers. Orphans of a killed master may hold the port for a while."""
        until = time.monotonic() + _STARTS_WITHIN
        self._spawn()
        while status(f"http://127.0.0.1:{self.port}/health") is None or not self.workers():
            if self.master.poll() is not None:
                self._spawn()
            assert time.monotonic() < until, "gunicorn does not answer"
            time.sleep(0.05)

    def workers(self) -> list[int]:
        file = Path(f"/proc/{self.master.pid}/task/{self.master.pid}/children")
        return [int(pid) for pid in file.read_text().split()] if file.exists() else []

    def kill_worker(self) -> None:
        for pid in random.sample(self.workers(), k=min(1, len(self.workers()))):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                self.killed["worker"] += 1

    def kill_beside(self) -> None:
        """The process that keeps the views in step."""
        turn = Path(self.settings["EARSHOT_VAR"]) / "worker.turn"
        pid = int(turn.read_text() or 0) if turn.exists() else 0
        with suppress(ProcessLookupError, FileNotFoundError):
            if pid and b"infra.cli.main" in Path(f"/proc/{pid}/cmdline").read_bytes():
                os.kill(pid, signal.SIGKILL)
                self.killed["beside"] += 1

    def kill_master(self) -> None:
        orphans = self.workers()
        self.master.kill()
        self.master.wait()
        self.killed["master"] += 1
        for pid in orphans:
            if random.random() < 0.5 and Path(f"/proc/{pid}").exists():
                os.kill(pid, signal.SIGKILL)
        self.start()

    def _spawn(self) -> None:
        conf = _ROOT / "infra" / "gunicorn_conf.py"
        self.master = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "gunicorn",
                "-c",
                str(conf),
                "-b",
                f"127.0.0.1:{self.port}",
                self.app,
            ],
            cwd=_ROOT,
            env={"PATH": os.environ["PATH"], **_HURRIED, **self.settings},
            stdout=self.log,
            stderr=self.log,
        )


def torment(
    server: Gunicorn, kills: int, until: threading.Event, answered: Callable[[], int]
) -> None:
    """Kills now a worker, now the master, at random moments; at least two masters.

    However slow the machine is, some more are ``answered`` before each kill and after the last.
    """
    fates = ["master", "master", *random.choices(["worker", "master"], [5, 1], k=kills - 2)]
    random.shuffle(fates)
    for fate in fates:
        time.sleep(random.uniform(0.3, 1.5))
        _wait_for_more(answered)
        server.kill_master() if fate == "master" else server.kill_worker()
    _wait_for_more(answered)
    until.set()


def _wait_for_more(answered: Callable[[], int]) -> None:
    enough, until = answered() + _MORE, time.monotonic() + _STARTS_WITHIN
    while answered() < enough:
        assert time.monotonic() < until, "nobody is answered any more"
        time.sleep(0.02)
