"""The port to the proof that nothing was altered."""

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
    """A checkpoint: the number of facts, the root (64 letters), the ISO moment, the signed note."""

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
    """A check that found all well: the number of facts, the ISO moment, who asked for it."""

    size: int
    at: str
    by: str


@dataclass(frozen=True)
class ProofStatus:
    """The status of the proof. ``checking`` is the progress of a running check, or none.

    ``broken`` and ``copy_trouble`` are sentences. They are empty if all is well.
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
        """Starts a check of everything, or continues the running one.

        For a record of ordinary size, the check is done when this returns.
        """
        ...

    def key(self) -> str:
        """The line that verifies checkpoints."""
        ...

    def signed(self, size: int | None = None) -> Signed | None:
        """The newest checkpoint, or the one of exactly this size."""
        ...

    def of_day(self, size: int | None = None) -> Signed | None:
        """The newest public checkpoint, made at the turn of a day, or the one of this size."""
        ...

    def of_publication(self, report: UUID) -> Signed | None:
        """The first public checkpoint that includes a report's publication."""
        ...

    def consistency(self, old: int, new: int) -> list[str] | None:
        """Hashes in base64 that prove the growth between two sizes. None if they can't."""
        ...

    def unchanged(self, stream: UUID) -> Unchanged:
        """Whether the first fact of a stream is in the record as written. Checks it now."""
        ...

    def small(self, stream: UUID, *, first_only: bool) -> str | None:
        """A file that proves it to others. None until a checkpoint includes it."""
        ...

    def bundle(self, first: date | None, last: date | None) -> Iterator[str]:
        """Everything, or a period by UK days, line by line. Raises ``NothingThere``."""
        ...

    def verifier(self) -> str:
        """The program that checks such files."""
        ...
