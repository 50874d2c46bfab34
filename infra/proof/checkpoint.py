"""A checkpoint (C2SP tlog-checkpoint): how long a partnership's log was, and its root, signed.

Two extension lines follow, which the standard allows: ``chain`` with the head of the ledger's hash
chain in base64, and ``time`` with the moment of signing, to the microsecond, in UTC.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import UTC, datetime

from infra.proof.note_key import BadNote, Key
from infra.proof.signed_note import Note, Signer

_ORIGIN = "earshot/"
_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


def origin_of(slug: str) -> str:
    """What a partnership's log, and the key that signs it, is called."""
    return _ORIGIN + slug


@dataclass(frozen=True)
class Checkpoint:
    """A partnership's log at one moment, with the note that was signed."""

    origin: str
    size: int
    root: bytes
    chain: bytes
    at: datetime
    note: Note

    @property
    def short(self) -> str:
        """The first letters of the root, enough to compare two by eye."""
        return self.root.hex()[:16]

    @property
    def file_name(self) -> str:
        """The name of the file. Names sort by time."""
        return f"{self.at:%Y%m%dT%H%M%S.%fZ}-{self.size:012}.checkpoint"

    @classmethod
    def made(cls, signer: Signer, size: int, root: bytes, chain: bytes, at: datetime) -> Checkpoint:
        lines = [signer.key.name, str(size), _text(root), f"chain {_text(chain)}"]
        text = "\n".join([*lines, f"time {at.astimezone(UTC).strftime(_TIME)}", ""])
        return cls.of(signer.sign(text))

    @classmethod
    def read(cls, written: str, key: Key) -> Checkpoint:
        """Reads a checkpoint and verifies its signature with the key. Raises ``BadNote``."""
        note = Note.read(written)
        if note.signed_at(key) is None:
            raise BadNote(f"This checkpoint was not signed with the key of {key.name}.")
        found = cls.of(note)
        if found.origin != key.name:
            raise BadNote(f"This is a checkpoint of {found.origin}, not of {key.name}.")
        return found

    @classmethod
    def of(cls, note: Note) -> Checkpoint:
        """Reads a checkpoint without verifying its signature. Raises ``BadNote``."""
        try:
            origin, size, root, chain, time, end = note.text.split("\n")
            at = datetime.strptime(time, f"time {_TIME}").replace(tzinfo=UTC)
            kept = cls(origin, int(size), _bytes(root), _bytes(chain, "chain "), at, note)
        except ValueError:
            raise BadNote("This is a signed note, but no checkpoint of Earshot.") from None
        if end or not origin or str(kept.size) != size or kept.size < 0:
            raise BadNote("This is a signed note, but no checkpoint of Earshot.")
        return kept


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()


def _bytes(line: str, before: str = "") -> bytes:
    try:
        raw = b64decode(line.removeprefix(before), validate=True)
    except binascii.Error as error:
        raise ValueError from error
    if len(raw) != 32 or before + _text(raw) != line:
        raise ValueError("not 32 bytes in base64")
    return raw
