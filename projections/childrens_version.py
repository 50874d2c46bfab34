"""What young editors chose for the children's version of each report, and what adults propose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args
from uuid import UUID

from events.childrens_version import (
    ChangeApproved,
    ChangeDeclined,
    ChangeProposed,
    Chapter,
    ChaptersOrdered,
    PictureChosen,
    QuotesChosen,
    WordsWritten,
)
from events.fact import Fact
from projections.projection import Projection
from projections.rows import TableOf

ORDER: tuple[Chapter, ...] = get_args(Chapter)


@dataclass(frozen=True)
class Part:
    """A chapter as it was edited; ``by_adult`` where a young editor approved an adult's words."""

    chapter: Chapter
    words: str = ""
    picture: str = ""
    by_adult: bool = False


@dataclass(frozen=True)
class Proposal:
    number: int
    chapter: Chapter
    words: str
    why: str
    standing: str = "open"


@dataclass(frozen=True)
class Edited:
    """``quotes`` are those chosen where ``chose``; else all that may be quoted."""

    id: UUID
    report: UUID
    parts: tuple[Part, ...] = ()
    order: tuple[Chapter, ...] = ORDER
    chose: bool = False
    quotes: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    def part(self, chapter: Chapter) -> Part:
        return next((each for each in self.parts if each.chapter == chapter), Part(chapter))

    @property
    def open_proposals(self) -> list[Proposal]:
        return [each for each in self.proposals if each.standing == "open"]


class ChildrensVersion(Projection):
    name = "childrens_version"
    edited = TableOf(Edited, index=("report",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case WordsWritten(report=report, chapter=chapter, words=words):
                self._put(_written(self._of(id, report), chapter, words, by_adult=False))
            case ChangeProposed(report=report, number=number, chapter=chapter):
                row = self._of(id, report)
                new = Proposal(number, chapter, fact.words, fact.why)
                self._put(replace(row, proposals=(*row.proposals, new)))
            case ChangeApproved(number=number):
                self.edited.change(id, lambda row: _approved(row, number))
            case ChangeDeclined(number=number):
                self.edited.change(id, lambda row: _decided(row, number, "declined"))
            case QuotesChosen(report=report, quotes=quotes):
                self._put(replace(self._of(id, report), chose=True, quotes=quotes))
            case PictureChosen(report=report, chapter=chapter, picture=picture):
                row = self._of(id, report)
                self._put(_with(row, replace(row.part(chapter), picture=picture)))
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


def _with(row: Edited, part: Part) -> Edited:
    others = tuple(each for each in row.parts if each.chapter != part.chapter)
    return replace(row, parts=(*others, part))


def _written(row: Edited, chapter: Chapter, words: str, *, by_adult: bool) -> Edited:
    return _with(row, replace(row.part(chapter), words=words, by_adult=by_adult))


def _approved(row: Edited, number: int) -> Edited:
    [asked] = [each for each in row.proposals if each.number == number]
    written = _written(row, asked.chapter, asked.words, by_adult=True)
    return _decided(written, number, "approved")


def _decided(row: Edited, number: int, standing: str) -> Edited:
    proposals = tuple(
        replace(each, standing=standing) if each.number == number else each
        for each in row.proposals
    )
    return replace(row, proposals=proposals)
