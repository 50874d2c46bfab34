"""The root key in a file of the data folder."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from infra.keys.root_key import SIZE, BadKey, expand

_NONCE = 12
_CURRENT, _OLD = "root.key", "root.old.key"


class FileRoot:
    """Without it no encrypted word can be read. Keep its backup apart from that of the keys."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, AESGCM] = {}
        self._read()

    @classmethod
    def kept_in(cls, folder: Path) -> FileRoot:
        """The key in ``folder``, made there with mode 0600 where there is none yet.

        Raises ``BadKey``.
        """
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not is_kept_in(folder):
            _make(folder / _CURRENT)
        return cls(folder)

    @property
    def name(self) -> str:
        return self._name

    def new_key(self, owner: str) -> tuple[bytes, bytes]:
        self._read()
        key, nonce = secrets.token_bytes(SIZE), secrets.token_bytes(_NONCE)
        return key, nonce + self._known[self._name].encrypt(nonce, key, owner.encode())

    def open(self, owner: str, root: str, wrapped: bytes) -> bytes:
        if root not in self._known:
            self._read()  # another process may have renewed it
        if root not in self._known:
            raise BadKey(
                f"The keys of {owner} are wrapped by another {_CURRENT} than the one in "
                f"{self._folder}: put its backup back."
            )
        try:
            return self._known[root].decrypt(wrapped[:_NONCE], wrapped[_NONCE:], owner.encode())
        except InvalidTag:
            raise BadKey(f"The keys of {owner} are not as they were written.") from None

    def renew(self) -> None:
        """Makes a new root key. The old one stays until ``retire``. It may be called again."""
        current, old = self._folder / _CURRENT, self._folder / _OLD
        if not old.exists():
            os.link(current, old)
            _sync(self._folder)
        if current.read_bytes() == old.read_bytes():
            beside = _beside(current)
            os.replace(beside, current)
            _sync(self._folder)
        self._read()

    def retire(self, names: set[str]) -> None:
        old = self._folder / _OLD
        if old.exists() and _read(old)[0] in names:
            old.unlink()
            _sync(self._folder)
        self._read()

    def _read(self) -> None:
        self._name, current = _read(self._folder / _CURRENT)
        self._known = {self._name: current}
        if (self._folder / _OLD).exists():
            name, old = _read(self._folder / _OLD)
            self._known.setdefault(name, old)


def is_kept_in(folder: Path) -> bool:
    return (folder / _CURRENT).exists()


def _read(file: Path) -> tuple[str, AESGCM]:
    if file.stat().st_mode & 0o077:
        raise BadKey(f"{file} can be read by others: make it private with chmod 600")
    secret = file.read_bytes()
    if len(secret) != SIZE:
        raise BadKey(f"{file} is not a root key of {SIZE} bytes: put its backup back")
    name = hashlib.sha256(expand(secret, "root name")).hexdigest()[:16]
    return f"file:{name}", AESGCM(expand(secret, "partnership keys"))


def _make(file: Path) -> None:
    """Writes a new file and links it into place, so that two starts at once do no harm."""
    beside = _beside(file)
    try:
        os.link(beside, file)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
    _sync(file.parent)


def _beside(file: Path) -> Path:
    beside = file.with_name(f".{secrets.token_hex(8)}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(secrets.token_bytes(SIZE))
        out.flush()
        os.fsync(out.fileno())
    return beside


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
