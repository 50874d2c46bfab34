"""What the pages ask of whatever keeps editions of reports, and which versions there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol
from uuid import UUID

from services.refusals import Refusal

# Gives what an address of ours holds, and what kind of thing it is.
StylesheetLoader = Callable[[str], tuple[bytes, str]]


class NoPaper(Refusal):
    """Nothing can be laid out as a PDF here; says what is missing."""


@dataclass(frozen=True)
class EditionVersion:
    """One version of a report for one audience; ``page`` is what its address ends in."""

    name: str
    title: str
    page: str = ""


VERSIONS = (
    EditionVersion("full", "The full report"),
    EditionVersion("children", "The version for children", "/children"),
)


def title_of(version: str) -> str:
    return next((each.title for each in VERSIONS if each.name == version), version)


@dataclass(frozen=True)
class EditionSeal:
    """What an edition says of itself: how many facts it was drawn from, their hash, since when."""

    number: int
    position: int
    root: str
    made: str
    url: str

    @property
    def short(self) -> str:
        """The first letters of the root in groups of four, to compare by eye."""
        return " ".join(self.root[at : at + 4] for at in range(0, 16, 4))


@dataclass(frozen=True)
class BuildProgress:
    """How far a version is: ``step`` of ``of``; ``words`` say what is done, or what went wrong."""

    version: str
    state: Literal["waiting", "working", "failed"]
    step: int = 0
    of: int = 1
    words: str = ""

    @property
    def title(self) -> str:
        return title_of(self.version)


class EditionStore(Protocol):
    """One partnership's editions, which are never made while a page is asked for."""

    def fetch(self, digest: str) -> bytes | None:
        """None where it cannot be had as it was kept."""
        ...

    def making(self, report: UUID, ground: str) -> Sequence[BuildProgress]:
        """What is known of the work on what calls for an edition; nothing where nobody began."""
        ...

    def print(self, page: str, url: str, dress: StylesheetLoader) -> bytes:
        """A small page of ours as a tagged PDF, at once. Raises ``NoPaper``."""
        ...
