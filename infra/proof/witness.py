"""A witness: somebody else who looks at a log now and then, and signs that it has only grown.

C2SP tlog-cosignature: the witness keeps the last checkpoint it saw, asks for the proof that the
next one grew from it (RFC 9162 section 2.1.4), and puts its own signature below.
"""

from __future__ import annotations

import json
import os
import time
from base64 import b64decode
from binascii import Error as NotBase64
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from urllib.error import URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import Request, urlopen

from infra.proof.checkpoint import Checkpoint
from infra.proof.merkle_check import is_grown
from infra.proof.note_key import COSIGNATURE, Key
from infra.proof.signed_note import Signer

_PATIENCE, _MOST = 20, 1_000_000


class Refused(Exception):  # noqa: N818 - an answer to the witness
    """The witness does not sign; says why."""


@dataclass(frozen=True)
class Seen:
    """What a witness keeps: the log's key, and the checkpoint it signed last, with signatures."""

    key: str
    note: str

    @classmethod
    def kept_in(cls, file: Path) -> Seen | None:
        """Raises ``Refused`` where the file is something else."""
        if not file.exists():
            return None
        try:
            return cls(**json.loads(file.read_text(encoding="utf-8")))
        except (ValueError, TypeError) as error:
            raise Refused(f"{file} is not what a witness keeps: put its backup back.") from error

    def keep_in(self, file: Path) -> None:
        beside = file.with_name(f".{file.name}.{os.getpid()}")
        beside.write_text(json.dumps(vars(self), indent=1) + "\n", encoding="utf-8")
        beside.replace(file)


class Source:
    """Where a log's checkpoint is: an address that ends in /proof/checkpoint, or a file."""

    def __init__(self, where: str) -> None:
        self.where, self.is_address = where, urlsplit(where).scheme in ("http", "https")

    def checkpoint(self) -> str:
        """Raises ``Refused``."""
        if self.is_address:
            return self._get(self.where)
        try:
            return Path(self.where).read_text(encoding="utf-8")
        except (OSError, UnicodeError) as error:
            raise Refused(f"{self.where} cannot be read: {error}.") from error

    def key(self) -> str:
        """The log's own key. Raises ``Refused``."""
        if not self.is_address:
            raise Refused("A file says nothing of the log's key: give it with --log-key.")
        return self._get(urljoin(self.where, "key")).strip()

    def consistency(self, old: int, new: int) -> list[bytes]:
        """Raises ``Refused``."""
        if not self.is_address:
            raise Refused(
                "A file cannot show that the log grew from what was seen last: give the address "
                "that ends in /proof/checkpoint."
            )
        lines = self._get(urljoin(self.where, f"consistency?from={old}&to={new}")).split()
        try:
            return [b64decode(line, validate=True) for line in lines]
        except NotBase64 as error:
            raise Refused(f"{self.where} answers with something that is no proof.") from error

    def _get(self, address: str) -> str:
        try:
            with urlopen(Request(address), timeout=_PATIENCE) as answer:  # noqa: S310 - http(s) only
                return str(answer.read(_MOST).decode())
        except (URLError, OSError, UnicodeError) as error:
            raise Refused(f"{address} does not answer: {error}.") from error


def witnessed(source: Source, seen: Seen | None, signer: Signer, log_key: str = "") -> Seen:
    """What the witness keeps from now on, cosigned. Raises ``Refused`` or ``BadNote``."""
    key = Key.of_line(seen.key if seen else log_key or source.key())
    if log_key and Key.of_line(log_key) != key:
        raise Refused("The key that was given is not the one that this log was seen with before.")
    found = Checkpoint.read(source.checkpoint(), key)
    if seen:
        _refuse_unless_grown(source, Checkpoint.read(seen.note, key), found)
    return Seen(key.line, str(signer.cosign(found.note, int(time.time()))))


def signer_in(file: Path, name: str) -> Signer:
    """The witness's own key of 32 bytes, made with mode 0600 where there is none yet."""
    if not file.exists():
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(token_bytes(32))
    seed = file.read_bytes()
    if len(seed) != 32 or file.stat().st_mode & 0o077:
        raise Refused(f"{file} is no key of 32 bytes that only you can read.")
    return Signer(name, seed, COSIGNATURE)


def _refuse_unless_grown(source: Source, old: Checkpoint, new: Checkpoint) -> None:
    if new.size < old.size:
        raise Refused(
            f"This log had {old.size} facts when it was seen last, and now has {new.size}: facts "
            "were taken away."
        )
    path = [] if new.size == old.size else source.consistency(old.size, new.size)
    if not is_grown(old.size, new.size, path, old.root, new.root):
        raise Refused(
            f"This log is another than was seen last: its {new.size} facts did not grow from the "
            f"{old.size} of {old.at:%d %B %Y, %H:%M} UTC. It was rewritten, or shows each of us "
            "a record of its own."
        )
