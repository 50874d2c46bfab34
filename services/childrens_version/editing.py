"""Editing the children's version: young editors decide, adults propose or hide, help comes last."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import get_args
from uuid import UUID

from events.childrens_version.editing import (
    ChangeApproved,
    ChangeDeclined,
    ChangeProposed,
    Chapter,
    ChapterHidden,
    ChapterShown,
    ChaptersOrdered,
    Picture,
    PictureChosen,
    QuotesChosen,
    WordsWritten,
)
from events.fact import Fact, Provenance
from services.childrens_version.editing_state import (
    ChildrensVersion,
    EachChapterOnce,
    LetInByProposer,
    NothingWritten,
    Standing,
    evolve,
    known_chapter,
    proposal,
    refuse_what_stands,
    refuse_what_was_not_seen,
)
from services.four_eyes import who_let_in
from services.ledger import Decided, Service
from services.refusals import AlreadyThere, Missing, NotFound


def write(
    version: ChildrensVersion,
    provenance: Provenance,
    *,
    report: UUID,
    chapter: Chapter,
    words: str,
    seen: int | None,
    standing: Standing,
) -> WordsWritten:
    """A young editor's own words. No words: what the record says stands there again.

    ``seen`` is the version of the chapter's words that the writer began from, 0 or none where
    there were none. Raises ``SomebodyWroteToo`` where others wrote since.
    """
    refuse_what_stands(standing)
    refuse_what_was_not_seen(version, known_chapter(chapter), seen)
    return WordsWritten(version.id, version.version + 1, provenance, report, chapter, words)


def propose(
    version: ChildrensVersion,
    provenance: Provenance,
    *,
    report: UUID,
    chapter: Chapter,
    words: str,
    why: str,
    standing: Standing,
) -> ChangeProposed:
    """An adult's words, which stand nowhere until a young editor approves them."""
    refuse_what_stands(standing)
    for name, given in (("words", words), ("why", why)):
        if not given:
            raise Missing("Write the words, and say to the young editors why.", field=name)
    number = version.proposed + 1
    return ChangeProposed(
        version.id,
        version.version + 1,
        provenance,
        report,
        number,
        known_chapter(chapter),
        words,
        why,
    )


def approve(
    version: ChildrensVersion,
    provenance: Provenance,
    *,
    number: int,
    let_in_by: str,
    standing: Standing,
) -> ChangeApproved:
    """By a young editor; whoever proposed it can't, nor who was let in by them."""
    refuse_what_stands(standing)
    proposed_by = proposal(version, number).provenance.by
    if proposed_by == provenance.by:
        raise NotFound
    if proposed_by == let_in_by:
        raise LetInByProposer
    return ChangeApproved(version.id, version.version + 1, provenance, number)


def decline(version: ChildrensVersion, provenance: Provenance, *, number: int) -> ChangeDeclined:
    proposal(version, number)
    return ChangeDeclined(version.id, version.version + 1, provenance, number)


def choose_quotes(
    version: ChildrensVersion,
    provenance: Provenance,
    *,
    report: UUID,
    quotes: tuple[str, ...],
    standing: Standing,
) -> QuotesChosen:
    refuse_what_stands(standing)
    return QuotesChosen(version.id, version.version + 1, provenance, report, quotes)


def choose_picture(
    version: ChildrensVersion,
    provenance: Provenance,
    *,
    report: UUID,
    chapter: Chapter,
    picture: Picture,
    standing: Standing,
) -> PictureChosen:
    refuse_what_stands(standing)
    if picture not in get_args(Picture):
        raise Missing("Choose a picture.", field="picture")
    return PictureChosen(
        version.id, version.version + 1, provenance, report, known_chapter(chapter), picture
    )


def order(
    version: ChildrensVersion,
    provenance: Provenance,
    *,
    report: UUID,
    chapters: tuple[Chapter, ...],
    standing: Standing,
) -> ChaptersOrdered:
    refuse_what_stands(standing)
    if sorted(chapters) != sorted(get_args(Chapter)):
        raise EachChapterOnce
    if chapters == version.order:
        raise AlreadyThere("The chapters stand in this order already.", field="first")
    return ChaptersOrdered(version.id, version.version + 1, provenance, report, chapters)


def hide(
    version: ChildrensVersion, provenance: Provenance, *, chapter: Chapter, why: str
) -> ChapterHidden:
    """At once, published or not. It stays hidden, whatever is written there, until it is shown."""
    if not why:
        raise Missing("Say why it is hidden. The young editors read this.", field="why")
    if known_chapter(chapter) not in version.written:
        raise NothingWritten
    if chapter in version.hidden:
        raise AlreadyThere("This chapter is hidden already.", field="chapter")
    return ChapterHidden(version.id, version.version + 1, provenance, chapter, why)


def show(version: ChildrensVersion, provenance: Provenance, *, chapter: Chapter) -> ChapterShown:
    if known_chapter(chapter) not in version.hidden:
        raise AlreadyThere("This chapter is not hidden.", field="chapter")
    return ChapterShown(version.id, version.version + 1, provenance, chapter)


class ChildrensVersionService(Service[ChildrensVersion]):
    """One stream for each report, which begins with the first thing that somebody edits."""

    evolve = staticmethod(evolve)

    def edit(
        self,
        subject: UUID,
        provenance: Provenance,
        decide: Callable[..., Decided],
        /,
        **given: object,
    ) -> list[Fact]:
        stream = self.ledger.name_of("children's version", str(subject))

        def then(known: list[Fact]) -> Decided:
            start = ChildrensVersion(stream, 0)
            return decide(reduce(evolve, known, start), provenance, **given)  # type: ignore[arg-type]

        return self.ledger.change(stream, provenance, then)

    def approve(
        self, subject: UUID, provenance: Provenance, *, number: int, standing: Standing
    ) -> list[Fact]:
        by = who_let_in(self.ledger, provenance.by)
        return self.edit(
            subject, provenance, approve, number=number, let_in_by=by, standing=standing
        )
