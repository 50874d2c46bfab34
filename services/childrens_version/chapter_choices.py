"""What young editors choose: quotations, pictures, and the order of chapters; which are hidden."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.childrens_version.editing import (
    Chapter,
    ChapterHidden,
    ChapterShown,
    ChaptersOrdered,
    Picture,
    PictureChosen,
    QuotesChosen,
)
from events.fact import Provenance
from services.childrens_version.editing_state import (
    ChildrensVersion,
    EachChapterOnce,
    NothingWritten,
    Standing,
    known_chapter,
    refuse_what_stands,
)
from services.refusals import AlreadyThere, Missing


def choose_quotes(
    version: ChildrensVersion,
    provenance: Provenance,
    *,
    report: UUID,
    quotes: tuple[str, ...],
    standing: Standing,
) -> QuotesChosen:
    refuse_what_stands(standing)
    return QuotesChosen(*version.next(provenance), report=report, quotes=quotes)


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
        *version.next(provenance), report=report, chapter=known_chapter(chapter), picture=picture
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
    return ChaptersOrdered(*version.next(provenance), report=report, chapters=chapters)


def hide(
    version: ChildrensVersion, provenance: Provenance, *, chapter: Chapter, why: str
) -> ChapterHidden:
    """Hides a chapter at once, published or not. It stays hidden until somebody shows it again."""
    if not why:
        raise Missing("Say why it is hidden. The young editors read this.", field="why")
    if known_chapter(chapter) not in version.written:
        raise NothingWritten
    if chapter in version.hidden:
        raise AlreadyThere("This chapter is hidden already.", field="chapter")
    return ChapterHidden(*version.next(provenance), chapter=chapter, why=why)


def show(version: ChildrensVersion, provenance: Provenance, *, chapter: Chapter) -> ChapterShown:
    if known_chapter(chapter) not in version.hidden:
        raise AlreadyThere("This chapter is not hidden.", field="chapter")
    return ChapterShown(*version.next(provenance), chapter=chapter)
