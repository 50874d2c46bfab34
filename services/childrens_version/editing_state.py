"""A children's version as far as decisions need it, and why something about it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, assert_never, get_args

from events.childrens_version.editing import (
    ChangeApproved,
    ChangeDeclined,
    ChangeProposed,
    Chapter,
    ChapterHidden,
    ChapterShown,
    ChaptersOrdered,
    ChildrensVersionFact,
    PictureChosen,
    QuotesChosen,
    WordsWritten,
)
from services.refusals import Missing, Refusal
from services.state import State

Standing = Literal["open", "final", "out"]  # of the report that it is a version of


class NoLongerOpen(Refusal):
    words = "This proposal was decided already. Look at what stands there now."
    field = "number"


class EachChapterOnce(Refusal):
    words = "Name each chapter once. Help always comes last, by itself."
    field = "first"


class ItIsOut(Refusal):
    words = (
        "This report is out. So it stays as it is. Is something wrong in it? Tell a grown-up. They "
        "can put it right so that all can see it."
    )


class ItIsFinal(Refusal):
    words = (
        "This report is final now. It stays as it is until it comes out. Is something wrong in it? "
        "Tell a grown-up. They can open it again."
    )


class LinkedToProposer(Refusal):
    words = (
        "The grown-up who asked for this let you in. Or they let in who did. So somebody else must "
        "say yes to it."
    )
    field = "number"


class SomebodyWroteToo(Refusal):
    words = (
        "There are new words in this chapter. You can see them here. Your own words are still in "
        "the box. Make one text of both. Then put it in again."
    )
    field = "words"


class NothingWritten(Refusal):
    words = "Nobody's words stand in this chapter, so there is nothing to hide."
    field = "chapter"


@dataclass(frozen=True)
class ChildrensVersion(State):
    """``written`` are the chapters in which somebody's words stand, hidden or not.

    ``writings`` are the versions in which each chapter got the words, or the nothing, it has.
    """

    written: frozenset[Chapter] = frozenset()
    writings: Mapping[Chapter, int] = field(default_factory=dict)
    hidden: frozenset[Chapter] = frozenset()
    open_proposals: dict[int, ChangeProposed] = field(default_factory=dict)
    proposed: int = 0
    order: tuple[Chapter, ...] = ()


def evolve(state: ChildrensVersion, fact: ChildrensVersionFact) -> ChildrensVersion:
    match fact:
        case ChangeProposed(number=number):
            still = {**state.open_proposals, number: fact}
            return replace(state, proposed=number, open_proposals=still)
        case ChangeApproved(number=number):
            asked = state.open_proposals[number]
            state = _wrote(state, fact.originator_version, asked.chapter, asked.words)
            return replace(state, open_proposals=_without(state, number))
        case ChangeDeclined(number=number):
            return replace(state, open_proposals=_without(state, number))
        case WordsWritten(chapter=chapter, words=words):
            return _wrote(state, fact.originator_version, chapter, words)
        case ChapterHidden(chapter=chapter):
            return replace(state, hidden=state.hidden | {chapter})
        case ChapterShown(chapter=chapter):
            return replace(state, hidden=state.hidden - {chapter})
        case ChaptersOrdered(chapters=chapters):
            return replace(state, order=chapters)
        case QuotesChosen() | PictureChosen():
            return state
        case _:
            assert_never(fact)


def refuse_what_stands(standing: Standing) -> None:
    """What is final is what will be published, so it stands too. Raises ``ItIsOut``,
    ``ItIsFinal``."""
    if standing == "out":
        raise ItIsOut
    if standing == "final":
        raise ItIsFinal


def refuse_what_was_not_seen(version: ChildrensVersion, chapter: Chapter, seen: int | None) -> None:
    """Raises ``SomebodyWroteToo`` where the words that stand there are not those that were seen."""
    if version.writings.get(chapter, 0) not in (0, seen):
        raise SomebodyWroteToo


def _wrote(state: ChildrensVersion, at: int, chapter: Chapter, words: str) -> ChildrensVersion:
    others = state.written - {chapter}
    return replace(
        state,
        written=others | {chapter} if words else others,
        writings={**state.writings, chapter: at},
    )


def _without(version: ChildrensVersion, number: int) -> dict[int, ChangeProposed]:
    return {at: each for at, each in version.open_proposals.items() if at != number}


def known_chapter(chapter: Chapter) -> Chapter:
    if chapter not in get_args(Chapter):
        raise Missing("Choose a chapter.", field="chapter")
    return chapter


def proposal(version: ChildrensVersion, number: int) -> ChangeProposed:
    if number not in version.open_proposals:
        raise NoLongerOpen
    return version.open_proposals[number]
