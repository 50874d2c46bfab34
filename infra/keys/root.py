"""The root key in a file of its own, readable by the service alone; every other key is derived."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

_SIZE = 32


class BadKey(Exception):  # noqa: N818 - an answer to whoever starts the service
    """The key file cannot be used; says why."""


@dataclass(frozen=True, repr=False)
class RootKey:
    """Losing it makes every receipt unreadable; its backup must not lie beside the ledger's."""

    secret: bytes

    @classmethod
    def kept_in(cls, folder: Path) -> RootKey:
        """The key in ``folder``, made there with mode 0600 where there is none yet."""
        file = folder / "root.key"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not file.exists():
            _make(file)
        if file.stat().st_mode & 0o077:
            raise BadKey(f"{file} can be read by others: make it private with chmod 600")
        secret = file.read_bytes()
        if len(secret) != _SIZE:
            raise BadKey(f"{file} is not a root key of {_SIZE} bytes: put its backup back")
        return cls(secret)

    def derive(self, *purpose: str) -> bytes:
        """A key of 32 bytes for one purpose (one block of HKDF-Expand, RFC 5869)."""
        info = "\x1f".join(("earshot", *purpose)).encode()
        return hmac.new(self.secret, info + b"\x01", hashlib.sha256).digest()


def _make(file: Path) -> None:
    """Written beside and linked into place, so that a killed or a second start spoils nothing."""
    beside = file.with_name(f".{secrets.token_hex(8)}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(secrets.token_bytes(_SIZE))
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(beside, file)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
