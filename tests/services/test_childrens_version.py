"""Young editors decide what stands in the children's version; adults only propose."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from events.childrens_version import (
    ChangeApproved,
    ChangeDeclined,
    ChangeProposed,
    ChaptersOrdered,
    WordsWritten,
)
from events.fact import Fact, Told
from projections.childrens_version import ChildrensVersion as View
from services.childrens_version import (
    ChildrensVersion,
    EachChapterOnce,
    NoLongerOpen,
    approve,
    decline,
    evolve,
    order,
    propose,
    write,
)
from services.refusals import Missing
from tests.stories import STREAM, Story, given, happened

REPORT = UUID(int=9)
HERS = happened(WordsWritten, report=REPORT, chapter="hello", words="We are the council.")
ASKED = ChangeProposed(
    STREAM, 2, Told("an adult", "a test"), REPORT, 1, "hello", "We are you.", "It is nicer"
)
_from_nothing = partial(lambda state, fact: evolve(state or ChildrensVersion(STREAM, 0), fact))


def made(*facts: Fact) -> Story:
    return given(_from_nothing, *facts)


def test_an_adults_words_stand_only_once_a_young_editor_approves_them() -> None:
    asked = {"report": REPORT, "chapter": "hello", "words": "We are you.", "why": "It is nicer"}
    made(HERS).when(propose, **asked).then(ChangeProposed, number=1)
    view = View.over([HERS, ASKED])
    assert view.of(REPORT).part("hello").words == "We are the council."
    made(HERS, ASKED).when(approve, number=1).then(ChangeApproved, number=1)
    view.learn([happened(ChangeApproved, number=1)])
    part = view.of(REPORT).part("hello")
    assert (part.words, part.by_adult) == ("We are you.", True)
    view.close()


def test_a_proposal_is_decided_once_and_may_be_declined() -> None:
    made(HERS, ASKED).when(decline, number=1).then(ChangeDeclined, number=1)
    over = made(HERS, ASKED, happened(ChangeDeclined, number=1))
    over.when(approve, number=1).refused(NoLongerOpen)
    made(HERS).when(approve, number=7).refused(NoLongerOpen)


def test_each_chapter_stands_once_and_help_is_none_of_them() -> None:
    backwards = ("next", "numbers", "did", "said", "hello")
    made(HERS).when(order, report=REPORT, chapters=backwards).then(ChaptersOrdered)
    twice = ("hello", "hello", "did", "said", "next")
    made(HERS).when(order, report=REPORT, chapters=twice).refused(EachChapterOnce)
    made(HERS).when(write, report=REPORT, chapter="help", words="a").refused(Missing, "chapter")
