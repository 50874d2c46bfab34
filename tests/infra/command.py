"""The command line as people use it: a process of its own, with an environment of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.infra.warm import PROGRAM, run_warm

_EARSHOT = [sys.executable, "-m", PROGRAM]
_ENDS_WITHIN = 60.0
_ROOT = Path(__file__).parents[2]
_STARTS_WITHIN = 120.0


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The one clear sentence on standard error, or what there is in its place."""
        [line] = self.err.splitlines()
        assert self.code != 0
        assert line.startswith("Error: ")
        return line.removeprefix("Error: ")


@dataclass(frozen=True)
class Earshot:
    """``folder`` is where it is run; nothing but these settings is in its environment."""

    folder: Path
    settings: dict[str, str]

    def run(self, *words: str) -> Said:
        return Said(*run_warm(words, self.folder, self.environment, _ENDS_WITHIN))

    def run_cold(self, *words: str) -> Said:
        """As ``start`` starts it: where it matters how long that takes."""
        done = subprocess.run(
            [*_EARSHOT, *words],
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=_ENDS_WITHIN,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*_EARSHOT, *words],
            env=self.environment,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    @contextmanager
    def serving(self) -> Iterator[str]:
        """The address at which it serves."""
        port = free_port()
        server = self.start("serve", "--port", str(port))
        try:
            until = time.monotonic() + _STARTS_WITHIN
            while status(f"http://127.0.0.1:{port}/health") is None:
                assert server.poll() is None, server.communicate()[1].decode()
                assert time.monotonic() < until, "it does not answer"
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.communicate(timeout=30)

    @property
    def environment(self) -> dict[str, str]:
        return {"PATH": os.environ["PATH"], "PYTHONPATH": str(_ROOT), **self.settings}


def status(url: str) -> int | None:
    """What is answered there, or none where nobody answers."""
    try:
        with urlopen(url, timeout=5) as answer:
            code: int = answer.status
            return code
    except HTTPError as error:
        return error.code
    except (URLError, ConnectionError, TimeoutError):
        return None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
