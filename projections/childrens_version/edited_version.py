"""Choices of young editors for the children's version of each report, and adults' proposals."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from events.childrens_version.editing import (
    ChangeApproved,
    ChangeDeclined,
    ChangeProposed,
    Chapter,
    ChapterHidden,
    ChapterShown,
    ChaptersOrdered,
    PictureChosen,
    QuotesChosen,
    WordsWritten,
)
from events.fact import Fact
from projections.childrens_version.edited_rows import ORDER, Edited, ProposalState, at_of
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


class ChildrensVersion(Projection):
    name = "childrens_version"
    version = 4
    edited = TableOf(Edited, index=("report",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case WordsWritten(report=report, chapter=chapter):
                row = _written(self._of(id, report), chapter, fact.words)
                at = fact.originator_version
                self._put(_keeping(row, chapter, by_adult=False, version=at, seconded_by=""))
            case ChangeProposed(report=report):
                self._put(_asked(self._of(id, report), fact))
            case ChangeApproved():
                self.edited.change(id, lambda row: _approved(row, fact))
            case ChangeDeclined(number=number):
                self.edited.change(id, lambda row: _decided(row, number, "declined"))
            case ChapterHidden():
                self.edited.change(id, lambda row: _hidden(row, fact.chapter, fact.why))
            case ChapterShown(chapter=chapter):
                self.edited.change(id, lambda row: _keeping(row, chapter, hidden=False))
            case _:
                self._choose(fact)

    def _choose(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case QuotesChosen(report=report, quotes=quotes):
                self._put(replace(self._of(id, report), chose=True, quotes=quotes))
            case PictureChosen(report=report, chapter=chapter, picture=picture):
                self._put(_keeping(self._of(id, report), chapter, picture=picture))
            case ChaptersOrdered(report=report, chapters=chapters):
                self._put(replace(self._of(id, report), order=chapters))
            case _:
                pass

    def of(self, report: UUID) -> Edited:
        """What was edited in a report's children's version; nothing, for most."""
        found = self.edited.where(report=report)
        return found[0] if found else Edited(report, report)

    def _of(self, id: UUID, report: UUID) -> Edited:
        return self.edited.get(id) or Edited(id, report)

    def _put(self, row: Edited) -> None:
        self.edited.put(row)


def _put_in(words: tuple[str, ...], at: int, new: str) -> tuple[str, ...]:
    long = (*words, *("" for _ in range(at + 1 - len(words))))
    return (*long[:at], new, *long[at + 1 :])


def _keeping(row: Edited, chapter: Chapter, **changed: Any) -> Edited:
    others = tuple(each for each in row.kept if each.chapter != chapter)
    return replace(row, kept=(*others, replace(row.keeping(chapter), **changed)))


def _written(row: Edited, chapter: Chapter, words: str) -> Edited:
    return replace(row, words=_put_in(row.words, ORDER.index(chapter), words))


def _hidden(row: Edited, chapter: Chapter, why: str) -> Edited:
    whys = _put_in(row.whys, ORDER.index(chapter), why)
    return _keeping(replace(row, whys=whys), chapter, hidden=True)


def _asked(row: Edited, fact: ChangeProposed) -> Edited:
    at = len(row.asked)
    return replace(
        row,
        asked=(*row.asked, ProposalState(fact.number, fact.chapter)),
        asked_words=_put_in(row.asked_words, at, fact.words),
        asked_whys=_put_in(row.asked_whys, at, fact.why),
    )


def _approved(row: Edited, fact: ChangeApproved) -> Edited:
    number, version, by = fact.number, fact.originator_version, fact.seconded_by
    [at] = [at for at, each in enumerate(row.asked) if each.number == number]
    chapter = row.asked[at].chapter
    row = _written(row, chapter, at_of(row.asked_words, at))
    row = _keeping(row, chapter, by_adult=True, version=version, seconded_by=by)
    return _decided(row, number, "approved")


def _decided(row: Edited, number: int, standing: str) -> Edited:
    asked = tuple(
        replace(each, standing=standing) if each.number == number else each for each in row.asked
    )
    return replace(row, asked=asked)
