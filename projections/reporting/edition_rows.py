"""Editions as rows: each stored edition, and the report it is of."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class KeptEdition:
    """One document; ``on`` is the ISO moment it was kept, ``ground`` what called for it.

    ``is_late``: something else called for an edition before it was made, so it was never public.
    """

    number: int
    ground: str
    version: str
    form: str
    digest: str
    size: int
    pages: int
    position: int
    root: str
    on: str
    is_withdrawn: bool = False
    quotes: tuple[str, ...] | None = None
    is_late: bool = False

    def may_quote(self, subject: UUID, number: int | None) -> bool:
        """Whether it holds this quotation of somebody, or any of theirs where no number is given.

        One that was kept before that was noted may hold any.
        """
        if self.quotes is None:
            return True
        if number is not None:
            return f"{subject}:{number}" in self.quotes
        return any(each.startswith(f"{subject}:") for each in self.quotes)

    @property
    def file(self) -> str:
        """Its name, which no other document of the report ever has."""
        late = f"-late-{self.digest[:8]}" if self.is_late else ""
        return f"{self.version}-{self.number}{late}.{self.form}"


@dataclass(frozen=True)
class Shelved:
    """``ground`` names the fact that calls for an edition now, empty where none does."""

    report: UUID
    name: str
    title: str
    is_ours: bool
    ground: str = ""
    number: int = 0
    kept: tuple[KeptEdition, ...] = ()

    def has(self, version: str, form: str) -> KeptEdition | None:
        """The document of what calls for an edition now."""
        return next(
            (each for each in self.now if (each.version, each.form) == (version, form)), None
        )

    def of(self, file: str) -> KeptEdition | None:
        return next((each for each in self.kept if each.file == file), None)

    @property
    def now(self) -> tuple[KeptEdition, ...]:
        return tuple(each for each in self.kept if each.ground == self.ground)

    @property
    def earlier(self) -> tuple[KeptEdition, ...]:
        return tuple(each for each in self.kept if each.ground != self.ground)


@dataclass(frozen=True)
class Known:
    """Every report there is."""

    key: str
    reports: tuple[UUID, ...]
