"""The public key of a signed note, as C2SP's signed-note writes it."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256

ED25519, COSIGNATURE = 0x01, 0x04


class BadNote(Exception):  # noqa: N818 - an answer to the caller
    """This is no signed note, or no key, as C2SP has them."""


@dataclass(frozen=True)
class Key:
    """A key that notes are verified with. Its name says who owns it."""

    name: str
    public: bytes
    kind: int = ED25519

    @property
    def id(self) -> bytes:
        """Four bytes, which a signature line is known by."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    @property
    def line(self) -> str:
        """As C2SP writes verifier keys: name, id, and type with key in base64."""
        return f"{self.name}+{self.id.hex()}+{text_of(bytes([self.kind]) + self.public)}"

    @classmethod
    def of_line(cls, line: str) -> Key:
        """Raises ``BadNote``."""
        name, _, rest = line.strip().partition("+")
        id, _, held = rest.partition("+")
        raw = bytes_of(held)
        if not is_name(name) or len(raw) != 33 or raw[0] not in (ED25519, COSIGNATURE):
            raise BadNote("This is no verifier key: it should be like name+0a1b2c3d+AbCd….")
        key = cls(name, raw[1:], raw[0])
        if key.id.hex() != id:
            raise BadNote(f"The key of {name} is not the one that its id speaks of.")
        return key


def is_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(letter.isspace() for letter in name)


def text_of(raw: bytes) -> str:
    return b64encode(raw).decode()


def bytes_of(held: str) -> bytes:
    try:
        raw = b64decode(held, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return raw if text_of(raw) == held else b""
