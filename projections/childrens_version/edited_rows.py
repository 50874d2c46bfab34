"""A children's version as rows: the state of each chapter, and its words, encrypted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args
from uuid import UUID

from events.childrens_version.editing import Chapter
from events.fact import FORGOTTEN
from projections.engine.encryption import PersonalNames

ORDER: tuple[Chapter, ...] = get_args(Chapter)


@dataclass(frozen=True)
class ChapterState:
    """How a chapter was edited, without its words; ``version`` names the writing of those."""

    chapter: Chapter
    picture: str = ""
    by_adult: bool = False
    hidden: bool = False
    version: int = 0
    seconded_by: str = ""


@dataclass(frozen=True)
class ProposalState:
    """An adult's proposal, without its words."""

    number: int
    chapter: Chapter
    standing: str = "open"


@dataclass(frozen=True)
class EditedChapter:
    """A chapter as it was edited; ``by_adult`` where a young editor approved an adult's words,
    or ``seconded_by`` somebody outside this service.

    ``words`` are those that were written, ``shown`` those that stand, ``why`` why it is hidden.
    """

    chapter: Chapter
    words: str
    picture: str
    by_adult: bool
    hidden: bool
    why: str
    version: int
    seconded_by: str = ""

    @property
    def shown(self) -> str:
        return "" if self.hidden else self.words


@dataclass(frozen=True)
class Proposal:
    number: int
    chapter: Chapter
    words: str
    why: str


@dataclass(frozen=True)
class Edited:
    """``quotes`` are those chosen where ``chose``; else all that may be quoted.

    ``words`` and ``whys`` are one for each chapter, in ``ORDER``; ``asked_words`` and
    ``asked_whys`` one for each of ``asked``.
    """

    id: UUID
    report: UUID
    kept: tuple[ChapterState, ...] = ()
    order: tuple[Chapter, ...] = ORDER
    chose: bool = False
    quotes: tuple[str, ...] = ()
    asked: tuple[ProposalState, ...] = ()
    words: PersonalNames = ()
    whys: PersonalNames = ()
    asked_words: PersonalNames = ()
    asked_whys: PersonalNames = ()

    def part(self, chapter: Chapter) -> EditedChapter:
        kept, at = self.keeping(chapter), ORDER.index(chapter)
        words, why = at_of(self.words, at), at_of(self.whys, at)
        return EditedChapter(
            chapter,
            words,
            kept.picture,
            kept.by_adult,
            kept.hidden,
            why,
            kept.version,
            kept.seconded_by,
        )

    def keeping(self, chapter: Chapter) -> ChapterState:
        return next((each for each in self.kept if each.chapter == chapter), ChapterState(chapter))

    @property
    def parts(self) -> list[EditedChapter]:
        return [self.part(chapter) for chapter in self.order]

    @property
    def hidden(self) -> list[Chapter]:
        return [each.chapter for each in self.kept if each.hidden]

    def hiding(self, chapters: Iterable[Chapter]) -> Edited:
        """The same without the words of these chapters."""
        others = tuple(each for each in self.kept if each.chapter not in {*chapters})
        hidden = tuple(replace(self.keeping(each), hidden=True) for each in {*chapters})
        return replace(self, kept=(*others, *hidden))

    @property
    def is_edited(self) -> bool:
        return self.chose or any(part.shown or part.picture for part in self.parts)

    @property
    def open_proposals(self) -> list[Proposal]:
        return [
            Proposal(
                each.number, each.chapter, at_of(self.asked_words, at), at_of(self.asked_whys, at)
            )
            for at, each in enumerate(self.asked)
            if each.standing == "open"
        ]


def at_of(words: tuple[str, ...], at: int) -> str:
    """One of several; nothing where it is not there, or forgotten."""
    found = words[at] if at < len(words) else ""
    return "" if found == FORGOTTEN else found
