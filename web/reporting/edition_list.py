"""Editions as pages show them: public ones, earlier ones, and those being made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from projections.reporting.edition_rows import KeptEdition
from projections.reporting.editions import Editions
from web.ports.editions import VERSIONS, BuildProgress, title_of
from web.site.tenancy import here


@dataclass(frozen=True)
class Document:
    """One document, with its SHA-256. ``on`` is the ISO moment it was kept."""

    file: str
    form: str
    title: str
    pages: int
    size: int
    digest: str
    on: str
    is_withdrawn: bool

    @property
    def kilobytes(self) -> str:
        return f"{max(1, round(self.size / 1000)):,}"


@dataclass(frozen=True)
class EditionHistory:
    """``now`` and ``earlier`` are public. ``withdrawn`` is for users who check the record."""

    now: Sequence[Document] = ()
    earlier: Sequence[Document] = ()
    withdrawn: Sequence[Document] = ()
    making: Sequence[BuildProgress] = ()
    is_called: bool = False

    @property
    def is_working(self) -> bool:
        return any(each.state != "failed" for each in self.making)

    def pdf(self) -> Document | None:
        """The PDF of the full report that is public now."""
        return next(
            (each for each in self.now if each.file.startswith("full-") and each.form == "pdf"),
            None,
        )


def editions_of(report: UUID) -> EditionHistory:
    with here.read(Editions) as view:
        row = view.of(report)
    if row is None or not row.ground:
        return EditionHistory()
    going = {each.version: each for each in here.edition_store.making(report, row.ground)}
    missing = [
        each.name
        for each in VERSIONS
        if not (row.has(each.name, "html") and row.has(each.name, "pdf"))
    ]
    return EditionHistory(
        _documents(each for each in row.now if not each.is_withdrawn),
        _documents(each for each in reversed(row.earlier) if not each.is_withdrawn),
        _documents(each for each in row.kept if each.is_withdrawn),
        [going.get(name, BuildProgress(name, "waiting")) for name in missing],
        True,
    )


def is_of_a_document(report: UUID) -> bool:
    """Whether it was drafted from a document, which tells what others did."""
    with here.read(Editions) as view:
        row = view.of(report)
    return row is not None and not row.is_ours


def _documents(kept: Iterable[KeptEdition]) -> list[Document]:
    return [
        Document(
            each.file,
            each.form,
            title_of(each.version),
            each.pages,
            each.size,
            each.digest,
            each.on,
            each.is_withdrawn,
        )
        for each in kept
    ]
