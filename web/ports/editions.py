"""The port to the kept editions of reports, and the versions that there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol
from uuid import UUID

from services.refusals import Refusal

# Gives the bytes at an address of ours, and their type.
StylesheetLoader = Callable[[str], tuple[bytes, str]]


class NoPaper(Refusal):
    """No PDF can be made here. Says what is missing."""


@dataclass(frozen=True)
class EditionVersion:
    """One version of a report for one audience. ``page`` is the end of its address."""

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
    """The seal of an edition: the number of facts it was drawn from, their hash, the moment."""

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
    """How far a version is: ``step`` of ``of``. ``words`` say what is done, or what went wrong."""

    version: str
    state: Literal["waiting", "working", "failed"]
    step: int = 0
    of: int = 1
    words: str = ""

    @property
    def title(self) -> str:
        return title_of(self.version)


class EditionStore(Protocol):
    """One partnership's editions. None is made while a page is asked for."""

    def fetch(self, digest: str) -> bytes | None:
        """The bytes of an edition. None if they cannot be had as they were kept."""
        ...

    def making(self, report: UUID, ground: str) -> Sequence[BuildProgress]:
        """The progress of a version that is being made. Empty if the work has not begun."""
        ...

    def print(self, page: str, url: str, dress: StylesheetLoader) -> bytes:
        """A small page of ours as a tagged PDF, at once. Raises ``NoPaper``."""
        ...
