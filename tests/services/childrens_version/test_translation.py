"""One translates, another who speaks the language checks; what is changed is checked again."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from events.childrens_version.translation import PartTranslated, TranslationChecked
from events.fact import Fact
from events.period import PartialDate
from projections.childrens_version.translations import ChildrensTranslation
from services.childrens_version.translation_decisions import check, check_outside, translate
from services.childrens_version.translation_state import (
    LONGEST,
    NotWholeYet,
    TranslatedByYou,
    evolve,
)
from services.four_eyes import LetInByOther, Outsider, SomebodyHereMay
from services.let_in import LetIn
from services.refusals import AlreadyThere, Missing
from tests.stories import TOLD, Story, recorded

REPORT = UUID(int=9)
OF = {"report": REPORT, "language": "pl"}
HELLO = {**OF, "part": "hello", "words": "Cześć", "of": "one"}
ASKED = frozenset({("hello", "one")})


def made(*facts: Fact) -> Story:
    return Story(evolve, list(facts))


translated = partial(recorded, PartTranslated, **HELLO)


def by(fact: Fact, person: str) -> Fact:
    return type(fact)(**{**vars(fact), "provenance": type(fact.provenance)(person, "a test")})


def test_a_part_is_translated_and_taken_out_again() -> None:
    made().when(translate, **HELLO).then(PartTranslated, words="Cześć", of="one")
    made().when(translate, **{**HELLO, "words": ""}).refused(Missing, "words")
    made().when(translate, **{**HELLO, "words": "x" * (LONGEST + 1)}).refused(Missing, "words")
    made().when(translate, **{**HELLO, "language": "xx"}).refused(Missing)
    made(translated()).when(translate, **{**HELLO, "words": ""}).then(PartTranslated, words="")


def test_another_speaker_checks_what_is_whole_and_once() -> None:
    theirs = by(translated(), "somebody else")
    made(theirs).when(check, **OF, asked=ASKED, let_in=LetIn()).then(
        TranslationChecked, language="pl"
    )
    made(translated()).when(check, **OF, asked=ASKED, let_in=LetIn()).refused(TranslatedByYou)
    made(theirs).when(check, **OF, asked=frozenset({("hello", "two")}), let_in=LetIn()).refused(
        NotWholeYet
    )
    checked = recorded(TranslationChecked, version=2, **OF)
    made(theirs, checked).when(check, **OF, asked=ASKED, let_in=LetIn()).refused(AlreadyThere)
    again = by(translated(version=3), "somebody else")
    made(theirs, checked, again).when(check, **OF, asked=ASKED, let_in=LetIn()).then(
        TranslationChecked
    )


def test_what_is_translated_anew_is_to_be_checked_anew() -> None:
    checked = recorded(TranslationChecked, version=2, **OF)
    [row] = ChildrensTranslation.over([translated(), checked]).of(REPORT)
    assert (row.part("hello"), row.checked) == (("Cześć", "one"), True)
    [row] = ChildrensTranslation.over([translated(), checked, translated(version=3)]).of(REPORT)
    assert not row.checked
    gone = recorded(PartTranslated, version=4, **{**HELLO, "words": ""})
    assert ChildrensTranslation.over([translated(), gone]).of(REPORT) == []
    other = recorded(PartTranslated, version=3, **{**HELLO, "part": "did"})
    [row] = ChildrensTranslation.over([translated(), gone, other]).of(REPORT)
    assert row.part("hello") == ("", "")
    assert row.part("did") == ("Cześć", "one")


def test_whom_a_translator_let_in_does_not_check_it() -> None:
    theirs = by(translated(), "somebody else")
    let_in = LetIn({TOLD.by: frozenset({"somebody else"})})
    made(theirs).when(check, **OF, asked=ASKED, let_in=let_in).refused(LetInByOther)


def test_where_nobody_here_may_check_it_a_speaker_outside_does() -> None:
    speaker = Outsider("interpreter", "a council's language service", PartialDate("2026-11-30"))
    asked = {**OF, "asked": ASKED, "outsider": speaker, "let_in": LetIn()}
    made(translated()).when(check_outside, may={TOLD.by: "Jo"}, **asked).then(
        TranslationChecked, seconded_by=speaker.words
    )
    made(translated()).when(check_outside, may={"bo": "Bo"}, **asked).refused(SomebodyHereMay)
    made().when(check_outside, may={}, **asked).refused(NotWholeYet)
