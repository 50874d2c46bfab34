"""The root of all keys: a file that only the service may read, or a key in AWS KMS."""

from __future__ import annotations

import hmac
from typing import Protocol

SIZE = 32


class BadKey(Exception):  # noqa: N818 - an answer to the operator
    """A key cannot be used; says why."""


class Root(Protocol):
    """Wraps the partnerships' keys, which wrap all others."""

    @property
    def name(self) -> str:
        """The root in use, by a name that tells nothing about it."""
        ...

    def new_key(self, owner: str) -> tuple[bytes, bytes]:
        """A key of 32 bytes for a partnership, and the same wrapped by the root in use."""
        ...

    def open(self, owner: str, root: str, wrapped: bytes) -> bytes:
        """The key that ``new_key`` made for the same partnership under the root of that name.

        Raises ``BadKey``.
        """
        ...

    def renew(self) -> None:
        """Starts a rotation, or goes on with one: from now on ``new_key`` wraps by a new root."""
        ...

    def retire(self, names: set[str]) -> None:
        """Ends a rotation: nothing is wrapped by the roots of these names any more."""
        ...


def expand(secret: bytes, purpose: str) -> bytes:
    """A key of 32 bytes for one purpose (HKDF-Expand of one block, RFC 5869, section 2.3)."""
    return hmac.digest(secret, b"earshot\x1f" + purpose.encode() + b"\x01", "sha256")
