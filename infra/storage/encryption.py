"""Encrypts the words of one partnership's streams, each under a key of its own, for its mapper.

A stream has one data key, made with its first encrypted fact. That fact names the key, so the facts
and the key store are all that is needed to decrypt.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from struct import Struct
from uuid import UUID

from events.fact import LOST
from infra.keys.envelope import BadCiphertext, DataKey, binding, key_id
from infra.keys.keyring import Keyring
from infra.storage.cipher import Cipher, KeyLost
from infra.storage.recorder import Recorder
from infra.storage.sealed_words import envelope_in
from services.refusals import Forgotten

_MOST_REMEMBERED = 20_000
_LOST = "lost"  # is no envelope
_AT = Struct(">16sq16s")


class FieldCipher:
    """Seals for one partnership; nothing sealed by it can be opened in another's name."""

    def __init__(self, slug: str, keyring: Keyring, recorder: Recorder) -> None:
        self.slug, self.keyring, self.recorder = slug, keyring, recorder
        self._ids: OrderedDict[UUID, bytes] = OrderedDict()
        self.lost: set[bytes] = set()
        self._here, self._in_views = binding("fact", slug), binding("view", slug)

    def seal(
        self, stream: UUID, version: int, topic: str, words: bytes, *, after_erasure: bool = False
    ) -> bytes:
        """Raises ``Forgotten`` if the stream's key was destroyed.

        ``after_erasure`` begins the stream again, under a new key.
        """
        key = self._key_for(stream, version, after_erasure)
        return key.seal(words, self._binding(stream, version, topic))

    def open(self, stream: UUID, version: int, topic: str, sealed: bytes) -> bytes | None:
        """Raises ``BadCiphertext`` or ``KeyLost``."""
        id = key_id(sealed)
        self._remember(stream, id)
        key = self.keyring.key(id)
        if key is None and not self.keyring.is_destroyed(id):
            self.lost.add(id)
            raise KeyLost
        return None if key is None else key.open(sealed, self._binding(stream, version, topic))

    def expect(self, sealed: Iterable[bytes]) -> None:
        """Says what will be opened: the keys are read all at once."""
        ids = []
        for envelope in sealed:
            with suppress(BadCiphertext):  # it is refused when it is opened itself
                ids.append(key_id(envelope))
        self.keyring.expect(ids)

    def encrypt_field(self, subject: UUID, column: str, words: str) -> str:
        """Words for a read table, encrypted under the key of the person they are about, in base64.

        Empty once that key is destroyed, so a view that is drawn again brings nothing back.
        """
        try:
            key = self._key_for(subject, 0)
        except Forgotten:
            return ""
        except KeyLost:
            return _LOST
        if subject not in self._ids:
            raise LookupError(f"no fact of {subject} names a key that its words could end with")
        sealed = key.seal(words.encode(), self._in_view(subject, column))
        return b64encode(sealed).decode()

    def decrypt_field(self, subject: UUID, column: str, sealed: str) -> str:
        """Empty once the key is destroyed, and said where it was lost. Raises ``BadCiphertext``."""
        if sealed == _LOST:
            return LOST
        envelope = b64decode(sealed)
        key = self.keyring.key(key_id(envelope))
        if key is None:
            return "" if self.keyring.is_destroyed(key_id(envelope)) else LOST
        return key.open(envelope, self._in_view(subject, column)).decode()

    def key_ids(self, stream: UUID) -> list[bytes]:
        """Every key that a fact of the stream was sealed under."""
        states = [fact.state for fact in self.recorder.select_events(stream)]
        return list(dict.fromkeys(key_id(sealed) for sealed in map(envelope_in, states) if sealed))

    def forget(self, streams: Iterable[UUID]) -> list[str]:
        """Destroys the keys of these streams for ever; gives their ids, in hex."""
        ids = [id for stream in streams for id in self.key_ids(stream)]
        self.keyring.destroy(ids)
        return [id.hex() for id in ids]

    def there(self, ids: Iterable[bytes]) -> list[bytes]:
        """Which of these keys can still be used."""
        return [id for id in ids if self.keyring.key(id) is not None]

    def destroy(self, ids: Iterable[bytes]) -> None:
        self.keyring.destroy(ids)

    def _key_for(self, stream: UUID, version: int, after_erasure: bool = False) -> DataKey:
        """Only what the ledger says is remembered: a first fact may not be saved after all."""
        known = self.keyring.key(self._ids[stream]) if stream in self._ids else None
        if known is not None:
            return known
        ids = self.key_ids(stream) if version != 1 or stream in self._ids else []
        for id in reversed(ids):
            if (known := self.keyring.key(id)) is not None:
                self._remember(stream, id)
                return known
        if ids and not after_erasure:
            raise Forgotten if all(map(self.keyring.is_destroyed, ids)) else KeyLost
        return self.keyring.fresh()

    def _remember(self, stream: UUID, id: bytes) -> None:
        if self._ids.get(stream) == id:
            return
        self._ids[stream] = id
        if len(self._ids) > _MOST_REMEMBERED:
            self._ids.popitem(last=False)

    def _binding(self, stream: UUID, version: int, topic: str) -> bytes:
        """Of fixed lengths but for the last: no two are alike. The subject is the stream."""
        return b"".join((self._here, _AT.pack(stream.bytes, version, stream.bytes), topic.encode()))

    def _in_view(self, subject: UUID, column: str) -> bytes:
        return b"".join((self._in_views, subject.bytes, column.encode()))


__all__ = ["BadCiphertext", "Cipher", "FieldCipher"]
