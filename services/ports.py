"""What services need of the world outside: sending letters, destroying keys, storing files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a letter."""

    name: str
    type: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """A plain-text letter to one person."""

    to: str
    subject: str
    text: str
    attachments: tuple[Attachment, ...] = ()


class NotSent(Exception):  # noqa: N818 - the world's answer, not a fault of ours
    """The letter did not go out; nothing was lost but the sending."""


class Mailer(Protocol):
    def send(self, letter: Letter) -> None:
        """Raises ``NotSent``."""
        ...


class Keys(Protocol):
    """The keys that words were sealed under."""

    def forget(self, streams: Iterable[UUID]) -> list[str]:
        """Destroys the keys of these streams for ever; gives their ids, in hex."""
        ...


class Evidence(Protocol):
    """Where the files of a stream are kept, sealed under the stream's own key."""

    def cleaned(self, image: bytes, longest: int = 0) -> bytes:
        """The picture encoded again, without metadata or hidden content. Raises ``BadImage``.

        No side is longer than ``longest`` dots; 0 leaves its size as it is.
        """
        ...

    def keep(self, stream: UUID, content: bytes) -> str:
        """Durable when this returns; gives the SHA-256 of the sealed bytes, in hex.

        Raises ``NotKept``.
        """
        ...

    def discard(self, stream: UUID, digests: Iterable[str]) -> None:
        """Deletes files after their key was destroyed. If that fails, they stay unreadable."""
        ...

    def fetch(self, stream: UUID, digest: str) -> bytes:
        """Raises ``EvidenceGone``, which says whether it is missing, altered or forgotten."""
        ...
