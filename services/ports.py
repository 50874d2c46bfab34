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
    """A plain-text letter to one person.

    ``key`` names it: a letter that is sent again after a fault has the same key, so that mail
    servers and providers can tell that it is the same.
    """

    to: str
    subject: str
    text: str
    attachments: tuple[Attachment, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class TextMessage:
    """A text message to a number such as +447700900123. ``key`` names it, as a letter's does."""

    to: str
    text: str
    key: str = ""


class NotSent(Exception):  # noqa: N818 - the world's answer, not a fault of ours
    """It did not go out; nothing was lost but the sending.

    ``is_final``: this address or number, or this letter, can never be sent. ``is_down``: nothing
    can be sent by this way now, to nobody. Neither: this one may be tried again, others go on.
    """

    def __init__(self, words: str, *, is_final: bool = False, is_down: bool = False) -> None:
        super().__init__(words)
        self.is_final, self.is_down = is_final, is_down


class Mailer(Protocol):
    def send(self, letter: Letter) -> None:
        """Raises ``NotSent``."""
        ...


class Texter(Protocol):
    def send(self, message: TextMessage) -> None:
        """Raises ``NotSent``."""
        ...


class Outbox(Protocol):
    """What is to be sent: kept until a worker has sent it, and never sent inside a request."""

    def ask_for_link(self, person: UUID, key: str, wanted: str = "") -> None:
        """A sign-in link for the person with this id, if there is such a person.

        It leads to the page with the path ``wanted``, or to their first page.

        Takes as long where there is none, so that nobody can tell who works here.
        """
        ...

    def trouble(self) -> str:
        """Why urgent alerts do not go out, in a sentence for staff; empty where they do."""
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
