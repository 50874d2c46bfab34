"""The encryption that a fact mapper needs, and the error for a key that was lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from projections.engine.encryption import RowCipher
from services.ports import Keys


class KeyLost(Exception):  # noqa: N818 - named by what it finds
    """A key is not in the key store, though nobody destroyed it: a backup must be put back."""


class Cipher(RowCipher, Keys, Protocol):
    """Encrypts and decrypts for a mapper. Gives ``None`` for words with a destroyed key.

    ``lost`` are the ids of keys that were needed and are missing, though nobody destroyed them.
    """

    lost: set[bytes]

    def seal(
        self, stream: UUID, version: int, topic: str, words: bytes, *, after_erasure: bool = False
    ) -> bytes: ...

    def open(self, stream: UUID, version: int, topic: str, sealed: bytes) -> bytes | None: ...

    def expect(self, sealed: Iterable[bytes]) -> None: ...

    def there(self, ids: Iterable[bytes]) -> list[bytes]: ...

    def key_ids(self, stream: UUID) -> list[bytes]: ...

    def destroy(self, ids: Iterable[bytes]) -> None: ...
