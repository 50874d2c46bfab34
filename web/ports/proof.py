"""What the pages ask of the proof that nothing was altered, whoever gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol
from uuid import UUID

# "soon" is for what no checkpoint speaks for yet.
Unchanged = Literal["yes", "soon", "no"]


@dataclass(frozen=True)
class Signed:
    """A checkpoint: how many facts, the root (64 letters), the ISO moment, the signed note."""

    size: int
    root: str
    at: str
    file_name: str
    note: str

    @property
    def short(self) -> str:
        """The first letters of the root in groups of four, to compare by eye."""
        return " ".join(self.root[at : at + 4] for at in range(0, 16, 4))


@dataclass(frozen=True)
class ProofCheck:
    """A check that found all well: of how many facts, at which ISO moment, who asked for it."""

    size: int
    at: str
    by: str


@dataclass(frozen=True)
class ProofStatus:
    """How the proof stands. ``checking`` is how far a check under way has got, none where none is.

    ``broken`` and ``copy_trouble`` are sentences, empty where all is well.
    """

    facts: int
    held: ProofCheck | None
    checking: int | None
    broken: str
    copies: str
    copy_trouble: str
    signed: int
    newest: tuple[Signed, ...]
    key: str


class Proof(Protocol):
    """One partnership's proof."""

    def standing(self) -> ProofStatus: ...

    def check(self, by: str) -> None:
        """Begins a check of everything, or goes on with the one that is under way.

        A record of ordinary size is done when this returns.
        """
        ...

    def key(self) -> str:
        """The line that checkpoints are verified with."""
        ...

    def signed(self, size: int | None = None) -> Signed | None:
        """The newest checkpoint, or the one of exactly this size."""
        ...

    def of_day(self, size: int | None = None) -> Signed | None:
        """The newest of those for all to see, of the turns of days, or the one of this size."""
        ...

    def of_publication(self, report: UUID) -> Signed | None:
        """The first of those for all to see that speaks for a report's publication."""
        ...

    def consistency(self, old: int, new: int) -> list[str] | None:
        """Hashes in base64 that show the growth between two sizes; none where that can't be."""
        ...

    def unchanged(self, stream: UUID) -> Unchanged:
        """Whether the first fact of a stream is in the record as it was written, checked now."""
        ...

    def small(self, stream: UUID, *, first_only: bool) -> str | None:
        """A file that proves it to others; none where no checkpoint speaks for it yet."""
        ...

    def bundle(self, first: date | None, last: date | None) -> Iterator[str]:
        """Everything, or a period by UK days, line by line. Raises ``NothingThere``."""
        ...

    def verifier(self) -> str:
        """The program that checks such files."""
        ...
