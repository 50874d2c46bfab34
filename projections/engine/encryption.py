"""Words in a read table, encrypted on disk, so that they are lost when their key is destroyed."""

from __future__ import annotations

from typing import Annotated, Protocol
from uuid import UUID

_PERSONAL = "personal"
# The type of a row's field that holds a person's words or name. The row's key is that person.
Personal = Annotated[str, _PERSONAL]
PersonalNames = Annotated[tuple[str, ...], _PERSONAL]


class RowCipher(Protocol):
    """Encrypts words under the key of the person they are about, until that key is destroyed."""

    def encrypt_field(self, subject: UUID, column: str, words: str) -> str: ...

    def decrypt_field(self, subject: UUID, column: str, sealed: str) -> str: ...


class Unsealed:
    """For views in memory, which are gone when they are closed."""

    def encrypt_field(self, subject: UUID, column: str, words: str) -> str:
        return words

    def decrypt_field(self, subject: UUID, column: str, sealed: str) -> str:
        return sealed


UNSEALED = Unsealed()


def is_personal(hint: object) -> bool:
    return _PERSONAL in getattr(hint, "__metadata__", ())
