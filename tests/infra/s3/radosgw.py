"""A throw-away S3 of our own: Ceph's radosgw from Debian's packages, unpacked and not installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from tests.infra.command import free_port, status

KEY, SECRET = "earshot-contract", "a-secret-of-the-contract-suite"
_PACKAGES = ("radosgw", "ceph-mon", "ceph-osd", "ceph-common")
_ONLY = ("recommends", "suggests", "conflicts", "breaks", "replaces", "enhances")
_STARTS_WITHIN = 90.0
_CONFIGURATION = """
[global]
fsid = {fsid}
mon host = v1:127.0.0.1:{mon}
public addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
osd objectstore = memstore
memstore device bytes = 1073741824
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 2000
mon data avail crit = 1
mon data = {folder}/mon
osd data = {folder}/osd
run dir = {folder}
log file = {folder}/$name.log
pid file = {folder}/$name.pid
admin socket = {folder}/$name.asok
keyring = {folder}/keyring
erasure code dir = {libraries}/ceph/erasure-code
osd class dir = {libraries}/rados-classes
osd class load list = *
osd class default list = *
crash dir = {folder}
rgw frontends = beast endpoint=127.0.0.1:{rgw}
rgw data = {folder}/rgw
"""


class NoCephError(Exception):
    """The packages cannot be had, or what is in them does not start; says why."""


def unpack(folder: Path) -> Path:
    """Downloads the packages that are not installed here, and unpacks them below the folder."""
    debs, root = folder / "debs", folder / "root"
    debs.mkdir(parents=True)
    without = [f"--no-{each}" for each in _ONLY]
    said = _run("apt-cache", "depends", "--recurse", *without, *_PACKAGES)
    names = sorted({line for line in said.splitlines() if re.match(r"[a-z0-9]", line)})
    here = _run("dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n").splitlines()
    wanted = [name for name in names if f"{name} installed" not in here]
    _run("apt-get", "download", *wanted, cwd=debs)
    for deb in debs.glob("*.deb"):
        _run("dpkg", "-x", deb, root)
    return root


class Radosgw:
    """Used as a context; ``url`` is where it answers: a monitor, a store in memory, a gate."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, Path(tempfile.mkdtemp(prefix="earshot-ceph-"))
        [libraries] = {each.parent for each in root.glob("usr/lib/*/rados-classes")}
        self._mon, self._rgw = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self._rgw}"
        self._fsid, self._running = str(uuid4()), list[subprocess.Popen[bytes]]()
        self._libraries = libraries
        self._environment = {
            "PATH": os.environ["PATH"],
            "LD_LIBRARY_PATH": ":".join(
                map(str, (libraries, libraries / "ceph", root / "lib" / libraries.name))
            ),
            "PYTHONPATH": str(root / "usr/lib/python3/dist-packages"),
            "CEPH_CONF": str(self.folder / "ceph.conf"),
        }

    def __enter__(self) -> Radosgw:
        try:
            self._configure()
            self._start_monitor()
            self._start_store()
            self._tool(
                "radosgw-admin",
                "user",
                "create",
                "--uid=earshot",
                "--display-name=Earshot",
                f"--access-key={KEY}",
                f"--secret={SECRET}",
            )
            self._start("radosgw", "-n", "client.rgw")
            self._wait(lambda: status(self.url) is not None, "radosgw")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._running):
            process.kill()
            process.wait()
        shutil.rmtree(self.folder)

    def _configure(self) -> None:
        for name in ("mon", "osd", "rgw"):
            (self.folder / name).mkdir()
        written = _CONFIGURATION.format(
            fsid=self._fsid,
            mon=self._mon,
            rgw=self._rgw,
            folder=self.folder,
            libraries=self._libraries,
        )
        (self.folder / "ceph.conf").write_text(written)

    def _start_monitor(self) -> None:
        known = self.folder / "monmap"
        self._tool(
            "monmaptool",
            "--create",
            "--fsid",
            self._fsid,
            "--addv",
            "a",
            f"[v1:127.0.0.1:{self._mon}]",
            str(known),
        )
        self._tool("ceph-mon", "--mkfs", "-i", "a", "--monmap", str(known))
        self._start("ceph-mon", "-i", "a")

    def _start_store(self) -> None:
        id = str(uuid4())
        self._ceph("osd", "new", id)
        self._tool("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", id)
        # Told where the monitors are, it need not ask before it says whose it is, and be refused.
        self._start("ceph-osd", "-i", "0", "--monmap", str(self.folder / "monmap"))
        self._wait(lambda: "1 up" in self._ceph("osd", "stat"), "ceph-osd")

    def _ceph(self, *words: str) -> str:
        """Debian's Python, for which the packages' own modules are made, where there is one."""
        python = shutil.which("python3", path="/usr/bin") or sys.executable
        return self._tool("ceph", "--connect-timeout", "30", *words, before=(python,))

    def _tool(self, name: str, *words: str, before: tuple[str, ...] = ()) -> str:
        return _run(*before, self._program(name), *words, env=self._environment)

    def _program(self, name: str) -> Path:
        return self.root / "usr" / "bin" / name

    def _start(self, name: str, *words: str) -> None:
        with (self.folder / f"{name}.out").open("wb") as out:
            self._running.append(
                subprocess.Popen(
                    [self._program(name), "-f", *words],
                    stdout=out,
                    stderr=out,
                    env=self._environment,
                    cwd=self.folder,
                )
            )

    def _wait(self, ready: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + _STARTS_WITHIN
        while not ready():
            if self._running[-1].poll() is not None or time.monotonic() > until:
                said = (self.folder / f"{what}.out").read_text()[-2000:]
                raise NoCephError(f"{what} did not start: {said}")
            time.sleep(0.2)


def _run(*command: str | Path, **given: object) -> str:
    try:
        done: subprocess.CompletedProcess[str] = subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=300, **given
        )  # type: ignore[call-overload]
    except FileNotFoundError as error:
        raise NoCephError(f"there is no {command[0]}: this needs Debian or Ubuntu") from error
    except subprocess.CalledProcessError as error:
        raise NoCephError(f"{command[0]} failed: {error.stderr.strip()[-2000:]}") from error
    return str(done.stdout)
