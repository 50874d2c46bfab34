"""C2SP signed notes: a few lines of text, and lines below that say who signed them with what key.

Ed25519 signatures (type 0x01, RFC 8032) and cosignatures of witnesses (C2SP tlog-cosignature,
``cosignature/v1``, type 0x04), which also say when the witness had seen the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from infra.proof.note_key import COSIGNATURE, ED25519, BadNote, Key, bytes_of, is_name, text_of

_SIGNED_BY = "\u2014 "


@dataclass(frozen=True)
class Signature:
    """A line below a note; ``raw`` is a time of 8 bytes (a cosignature's) and the 64 of Ed25519."""

    name: str
    id: bytes
    raw: bytes

    @property
    def line(self) -> str:
        return f"{_SIGNED_BY}{self.name} {text_of(self.id + self.raw)}\n"


@dataclass(frozen=True)
class Note:
    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return self.text + "\n" + "".join(each.line for each in self.signatures)

    @classmethod
    def read(cls, written: str) -> Note:
        """Raises ``BadNote``."""
        text, blank, below = written.rpartition("\n\n")
        if not blank or not text or not below.endswith("\n") or _has_controls(written):
            raise BadNote("This is no signed note: text, an empty line, and signatures below it.")
        return cls(text + "\n", tuple(map(_signature, below[:-1].split("\n"))))

    def signed_at(self, key: Key) -> int | None:
        """When it was signed with this key, in seconds since 1970; 0 where that is not said.

        None where no signature of the key is there that verifies.
        """
        for each in self.signatures:
            if (each.name, each.id) == (key.name, key.id):
                for time, signed, signature in _claims(self.text, key.kind, each.raw):
                    if _verifies(key, signature, signed):
                        return time
        return None


class Signer:
    """Signs notes with an Ed25519 seed of 32 bytes; ``kind`` is what sort of signer it is."""

    def __init__(self, name: str, seed: bytes, kind: int = ED25519) -> None:
        if not is_name(name):
            raise BadNote(f"{name!r} cannot name a key: no spaces and no plus sign.")
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.key = Key(name, self._key.public_key().public_bytes_raw(), kind)

    def sign(self, text: str) -> Note:
        """The note of this text; it must end with a new line."""
        signed = self._key.sign(text.encode())
        return Note(text, (Signature(self.key.name, self.key.id, signed),))

    def cosign(self, note: Note, time: int) -> Note:
        """The note with a cosignature below the others, given at ``time``, seconds since 1970."""
        raw = time.to_bytes(8, "big") + self._key.sign(_cosigned(note.text, time))
        return Note(note.text, (*note.signatures, Signature(self.key.name, self.key.id, raw)))


def _claims(text: str, kind: int, raw: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    if kind == ED25519 and len(raw) == 64:
        yield 0, text.encode(), raw
    if kind == COSIGNATURE and len(raw) == 72:
        time = int.from_bytes(raw[:8], "big")
        yield time, _cosigned(text, time), raw[8:]


def _cosigned(text: str, time: int) -> bytes:
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def _verifies(key: Key, signature: bytes, signed: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, signed)
    except (InvalidSignature, ValueError):
        return False
    return True


def _signature(line: str) -> Signature:
    name, space, held = line.removeprefix(_SIGNED_BY).partition(" ")
    raw = bytes_of(held)
    if not line.startswith(_SIGNED_BY) or not space or not is_name(name) or len(raw) < 5:
        raise BadNote("A line below the note is no signature.")
    return Signature(name, raw[:4], raw[4:])


def _has_controls(written: str) -> bool:
    return any(letter < " " and letter != "\n" for letter in written)
