"""Encryption: AES-256-GCM, padded, bound to its place, with a commitment to its key.

An envelope is ``1 | key id (16) | commitment (32) | nonce (12) | ciphertext and tag``, in bytes.
AES-GCM alone lets one ciphertext be opened under two keys; the commitment rules that out, so that a
proof over the stored bytes is a proof of the words.
"""

from __future__ import annotations

import hmac
import os
import struct
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from infra.keys.root_key import expand

_VERSION = b"\x01"
_ID = slice(1, 17)
_COMMITMENT = slice(17, 49)
_NONCE = slice(49, 61)
_SEALED = slice(61, None)
BLOCK = 256
_LENGTH = struct.Struct(">I")


class BadCiphertext(Exception):  # noqa: N818 - named by what it finds
    """An envelope was altered, moved to another place, or sealed under another key."""


@dataclass(frozen=True, repr=False)
class DataKey:
    """The key of one submission or one person: 32 bytes, with a random id of 16."""

    id: bytes
    secret: bytes
    commitment: bytes = field(init=False)
    _cipher: AESGCM = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "commitment", expand(self.secret, "commitment"))
        object.__setattr__(self, "_cipher", AESGCM(expand(self.secret, "words")))

    def seal(self, words: bytes, binding: bytes) -> bytes:
        """Encrypts the words, padded to a multiple of 256 bytes to hide their length."""
        plain = _LENGTH.pack(len(words)) + words
        plain += bytes(-len(plain) % BLOCK)
        nonce = os.urandom(12)
        sealed = self._cipher.encrypt(nonce, plain, binding)
        return b"".join((_VERSION, self.id, self.commitment, nonce, sealed))

    def open(self, envelope: bytes, binding: bytes) -> bytes:
        """Raises ``BadCiphertext``."""
        if not hmac.compare_digest(envelope[_COMMITMENT], self.commitment):
            raise BadCiphertext("it was sealed under another key than the one it names")
        try:
            plain = self._cipher.decrypt(envelope[_NONCE], envelope[_SEALED], binding)
        except InvalidTag:
            raise BadCiphertext("it was altered, or belongs to another place") from None
        return plain[_LENGTH.size : _LENGTH.size + _LENGTH.unpack_from(plain)[0]]


def key_id(envelope: bytes) -> bytes:
    """The id of an envelope's key. Raises ``BadCiphertext`` if it is no envelope."""
    if envelope[:1] != _VERSION or len(envelope) < _SEALED.start + 16:
        raise BadCiphertext("it is no envelope of ours")
    return envelope[_ID]


def binding(*parts: str | bytes | int) -> bytes:
    """The place of an envelope as bytes. Each part has its length in front, so places differ."""
    told = [part if isinstance(part, bytes) else str(part).encode() for part in parts]
    return b"".join(struct.pack(">I", len(part)) + part for part in told)
