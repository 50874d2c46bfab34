"""Young editors decide what stands in the children's version; adults only propose."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.childrens_version.editing import (
    ChangeApproved,
    ChangeDeclined,
    ChangeProposed,
    ChapterHidden,
    ChapterShown,
    ChaptersOrdered,
    WordsWritten,
)
from events.fact import FORGOTTEN, Fact, Provenance
from events.period import PartialDate
from projections.childrens_version.edited_version import ChildrensVersion as View
from projections.record.sentences import sentence
from services.childrens_version.chapter_choices import (
    choose_picture,
    choose_quotes,
    hide,
    order,
    show,
)
from services.childrens_version.editing import approve, approve_outside, decline, propose, write
from services.childrens_version.editing_state import (
    EachChapterOnce,
    ItIsFinal,
    ItIsOut,
    LinkedToProposer,
    NoLongerOpen,
    NothingWritten,
    SomebodyWroteToo,
    evolve,
)
from services.four_eyes import Outsider, SomebodyHereMay
from services.let_in import LetIn
from services.refusals import AlreadyThere, Missing, Refusal
from tests.stories import STREAM, TOLD, Story, given, recorded

REPORT = UUID(int=9)
DRAFT, FINAL, OUT = {"standing": "open"}, {"standing": "final"}, {"standing": "out"}
BY = {"let_in": LetIn(), **DRAFT}
HERS = recorded(WordsWritten, report=REPORT, chapter="hello", words="We are the council.")
ASKED = ChangeProposed(
    STREAM, 2, Provenance("an adult", "a test"), REPORT, 1, "hello", "We are you.", "It is nicer"
)


def made(*facts: Fact) -> Story:
    return given(evolve, *facts)


def test_an_adults_words_stand_only_once_a_young_editor_approves_them() -> None:
    asked = {"report": REPORT, "chapter": "hello", "words": "We are you.", "why": "It is nicer"}
    made(HERS).when(propose, **asked, **DRAFT).then(ChangeProposed, number=1)
    view = View.over([HERS, ASKED])
    assert view.of(REPORT).part("hello").words == "We are the council."
    made(HERS, ASKED).when(approve, number=1, **BY).then(ChangeApproved, number=1)
    view.learn([recorded(ChangeApproved, number=1)])
    part = view.of(REPORT).part("hello")
    assert (part.words, part.by_adult) == ("We are you.", True)
    view.close()


def test_a_proposal_is_decided_once_and_may_be_declined() -> None:
    made(HERS, ASKED).when(decline, number=1).then(ChangeDeclined, number=1)
    over = made(HERS, ASKED, recorded(ChangeDeclined, number=1))
    over.when(approve, number=1, **BY).refused(NoLongerOpen)
    made(HERS).when(approve, number=7, **BY).refused(NoLongerOpen)


def test_each_chapter_stands_once_and_help_is_none_of_them() -> None:
    backwards = ("next", "numbers", "did", "said", "hello")
    made(HERS).when(order, report=REPORT, chapters=backwards, **DRAFT).then(ChaptersOrdered)
    twice = ("hello", "hello", "did", "said", "next")
    made(HERS).when(order, report=REPORT, chapters=twice, **DRAFT).refused(EachChapterOnce)
    made(HERS).when(write, report=REPORT, chapter="help", words="a", seen=0, **DRAFT).refused(
        Missing, "chapter"
    )


def test_words_that_the_writer_did_not_see_are_not_written_over() -> None:
    of = {"report": REPORT, "words": "We are twelve.", **DRAFT}
    made(ASKED).when(write, chapter="hello", seen=0, **of).then(WordsWritten)
    story = made(HERS)
    for seen in (0, None, 7):
        story.when(write, chapter="hello", seen=seen, **of).refused(SomebodyWroteToo, "words")
    story.when(write, chapter="hello", seen=1, **of).then(WordsWritten)
    story.when(write, chapter="said", seen=1, **of).then(WordsWritten)
    approved = made(HERS, ASKED, recorded(ChangeApproved, number=1))
    approved.when(write, chapter="hello", seen=1, **of).refused(SomebodyWroteToo)
    approved.when(write, chapter="hello", seen=3, **of).then(WordsWritten)
    emptied = made(HERS, recorded(WordsWritten, report=REPORT, chapter="hello", words=""))
    emptied.when(write, chapter="hello", seen=1, **of).refused(SomebodyWroteToo)
    emptied.when(hide, chapter="hello", why="A name").refused(NothingWritten)


@pytest.mark.parametrize(("stands", "refusal"), [(OUT, ItIsOut), (FINAL, ItIsFinal)])
def test_what_is_out_or_final_is_changed_by_nobody(
    stands: dict[str, str], refusal: type[Refusal]
) -> None:
    of = {"report": REPORT, **stands}
    story = made(HERS, ASKED)
    story.when(write, chapter="hello", words="a", seen=0, **of).refused(refusal)
    story.when(choose_picture, chapter="hello", picture="pets", **of).refused(refusal)
    story.when(choose_quotes, quotes=(), **of).refused(refusal)
    story.when(order, chapters=(), **of).refused(refusal)
    story.when(propose, chapter="hello", words="a", why="b", **of).refused(refusal)
    story.when(approve, number=1, let_in=LetIn(), **stands).refused(refusal)


def test_an_editor_whom_the_proposer_let_in_does_not_approve_it() -> None:
    let_in = LetIn({TOLD.by: frozenset({"somebody", "an adult"})})
    made(HERS, ASKED).when(approve, number=1, let_in=let_in, **DRAFT).refused(LinkedToProposer)


def test_where_no_young_editor_may_approve_it_somebody_outside_looks_with_young_people() -> None:
    worker = Outsider("youth worker", "a youth council", PartialDate("2026-11-30"))
    let_in = LetIn({"ed": frozenset({"an adult"})})
    asked = {"number": 1, "outsider": worker, "may": {"ed": "Young editors"}, **DRAFT}
    made(HERS, ASKED).when(approve_outside, let_in=let_in, **asked).then(
        ChangeApproved, number=1, seconded_by=worker.words
    )
    made(HERS, ASKED).when(approve_outside, let_in=LetIn(), **asked).refused(SomebodyHereMay)


def test_an_adult_hides_a_chapter_and_shows_it_and_never_rewords_it() -> None:
    made(HERS).when(hide, chapter="hello", why="A name").then(ChapterHidden, why="A name")
    made(HERS).when(hide, chapter="hello", why="").refused(Missing, "why")
    made(HERS).when(hide, chapter="next", why="A name").refused(NothingWritten, "chapter")
    made(HERS).when(show, chapter="hello").refused(AlreadyThere, "chapter")
    hidden = recorded(ChapterHidden, chapter="hello", why="A name")
    story = made(HERS, hidden)
    story.when(hide, chapter="hello", why="A name").refused(AlreadyThere, "chapter")
    story.when(show, chapter="hello").then(ChapterShown)
    view = View.over([HERS, hidden])
    part = view.of(REPORT).part("hello")
    assert (part.words, part.shown, part.why) == ("We are the council.", "", "A name")
    view.learn([recorded(ChapterShown, chapter="hello")])
    assert view.of(REPORT).part("hello").shown == "We are the council."
    view.close()


def test_what_people_wrote_is_sealed_and_gone_once_it_is_forgotten() -> None:
    assert {"words"} == WordsWritten.PERSONAL
    assert {"words", "why"} == ChangeProposed.PERSONAL
    gone = recorded(WordsWritten, report=REPORT, chapter="hello", words=FORGOTTEN)
    view = View.over([gone])
    assert view.of(REPORT).part("hello").shown == ""
    view.close()
    assert "It is nicer" not in sentence(ASKED)
