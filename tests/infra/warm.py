"""A command in a process of its own that starts warm: forked where the program is imported already.

Starting Python and importing the program takes longer than most commands do. A server of processes
(``multiprocessing``'s) imports it once; each command is a fork of it that has nothing else of the
tests': its environment, its folder, its words and where it writes are all given.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from subprocess import TimeoutExpired
from tempfile import TemporaryDirectory

PROGRAM = "infra.cli.main"
_SERVER = get_context("forkserver")
_SERVER.set_forkserver_preload([PROGRAM])


def run_warm(
    words: tuple[str, ...], folder: Path, environment: dict[str, str], timeout: float
) -> tuple[int, str, str]:
    """The exit code, and what was said on standard output and on standard error."""
    with TemporaryDirectory() as aside:
        out, err = Path(aside) / "out", Path(aside) / "err"
        given = (words, folder, environment, out, err)
        process = _SERVER.Process(target=_become, args=given)
        process.start()
        process.join(timeout)
        code = process.exitcode
        if code is None:
            process.kill()
            process.join()
            raise TimeoutExpired(words, timeout)
        process.close()
        return code, out.read_text("utf-8"), err.read_text("utf-8")


def _become(
    words: tuple[str, ...], folder: Path, environment: dict[str, str], out: Path, err: Path
) -> None:
    for stream, file in ((1, out), (2, err)):
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, stream)
        os.close(opened)
    sys.stdout, sys.stderr = (os.fdopen(stream, "w", encoding="utf-8") for stream in (1, 2))
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["earshot", *words]
    try:
        import_module(PROGRAM).main()
    except SystemExit as ended:
        code = ended.code
    gc.collect()  # as at the end of any other process, what is open is closed
    sys.exit(code)
