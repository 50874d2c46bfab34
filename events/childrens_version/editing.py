"""How young editors made the children's version of a report: words, quotes, pictures, order.

Their words stand; an adult's change is a proposal until one of them approves it. An adult may
hide a chapter, and never reword it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate

Chapter = Literal["hello", "said", "did", "numbers", "next"]
Picture = Literal["people", "pets", "football", "flourish", "growing", "strange times"]


@dataclass(frozen=True)
class WordsWritten(Fact):
    """By a young editor, from then on locked."""

    TOPIC = "childrens_version.words_written"
    PERSONAL = frozenset({"words"})
    report: UUID
    chapter: Chapter
    words: str


@dataclass(frozen=True)
class ChangeProposed(Fact):
    """By an adult: nothing changes until a young editor approves it."""

    TOPIC = "childrens_version.change_proposed"
    PERSONAL = frozenset({"words", "why"})
    report: UUID
    number: int
    chapter: Chapter
    words: str
    why: str


@dataclass(frozen=True)
class ChangeApproved(Fact):
    """By a young editor; or, where none could, ``seconded_by`` is the role and body outside this
    service that looked at it with young people, on the day ``seconded_on``.
    """

    TOPIC = "childrens_version.change_approved"
    PERSONAL = frozenset()
    DAY = ""
    number: int
    seconded_by: str = ""
    seconded_on: PartialDate | None = None


@dataclass(frozen=True)
class ChangeDeclined(Fact):
    TOPIC = "childrens_version.change_declined"
    PERSONAL = frozenset()
    number: int


@dataclass(frozen=True)
class QuotesChosen(Fact):
    """Which quotations it shows. Each is named by its message or statement, and its number."""

    TOPIC = "childrens_version.quotes_chosen"
    PERSONAL = frozenset()
    report: UUID
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class PictureChosen(Fact):
    TOPIC = "childrens_version.picture_chosen"
    PERSONAL = frozenset()
    report: UUID
    chapter: Chapter
    picture: Picture


@dataclass(frozen=True)
class ChaptersOrdered(Fact):
    TOPIC = "childrens_version.chapters_ordered"
    PERSONAL = frozenset()
    report: UUID
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class ChapterHidden(Fact):
    """By an adult, at any time: what the record says stands there instead of any words."""

    TOPIC = "childrens_version.chapter_hidden"
    PERSONAL = frozenset({"why"})
    chapter: Chapter
    why: str


@dataclass(frozen=True)
class ChapterShown(Fact):
    """The same words as before it was hidden stand there again."""

    TOPIC = "childrens_version.chapter_shown"
    PERSONAL = frozenset()
    chapter: Chapter


ChildrensVersionFact = (
    WordsWritten
    | ChangeProposed
    | ChangeApproved
    | ChangeDeclined
    | QuotesChosen
    | PictureChosen
    | ChaptersOrdered
    | ChapterHidden
    | ChapterShown
)
