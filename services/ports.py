"""What the services' callers ask of the world: sending a letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Letter:
    """A plain-text letter to one person."""

    to: str
    subject: str
    text: str


class NotSent(Exception):  # noqa: N818 - the world's answer, not a fault of ours
    """The letter did not go out; nothing was lost but the sending."""


class Post(Protocol):
    def send(self, letter: Letter) -> None:
        """Raises ``NotSent``."""
        ...
