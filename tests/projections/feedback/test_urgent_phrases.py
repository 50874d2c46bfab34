"""Words raise a message and say why; nothing lowers it, and a page never skips one."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from events.fact import Fact
from events.feedback.feedback import FeedbackSubmitted, MoreSaid, PictureAdded
from events.feedback.triage import FeedbackAnswered, FeedbackRead
from projections.feedback.triage_queue import TriageQueue
from projections.feedback.urgent_phrases import ASKED_FOR_HELP, PHRASES, reasons_in
from tests.stories import recorded
from web.site.language_names import OTHERS


def told(number: int, words: str, asks_help: bool = False) -> Fact:
    fact = recorded(
        FeedbackSubmitted,
        stream=UUID(int=number),
        channel="web",
        feeling="",
        about="home",
        words=words,
        age_band="",
        wants_answer=False,
        receipt="r",
        demo=False,
        asks_help=asks_help,
    )
    return replace(fact, recorded_at=datetime(2026, 11, 1, number, tzinfo=UTC))


@pytest.mark.parametrize(
    ("words", "reasons"),
    [
        ("My dad HITS me at home", ("hits me",)),
        ("I don\u2019t feel unsafe or not safe. Not safe!", ("unsafe", "not safe")),
        ("The knifemaker was kind", ()),
        ("He said hit men are fun", ()),
        ("On mnie nie słucha, ale bije mnie", ("bije mnie",)),
        ("أبي ضربني أمس", ("ضربني",)),
        ("صرخ وضربني", ("ضربني",)),
        ("خايف اريد ان اموت", ("خائف", "أريد أن أموت")),
        ("boje sie go", ("boję się",)),
        ("mi-e frica de el", ("mi-e frică",)),
        ("Nebenoriu gyventi.", ("nebenoriu gyventi",)),
        ("O meu tio bateu-me", ("bateu-me",)),
        ("میں جینا نہیں چاہتی", ("جینا نہیں چاہتی",)),
        ("ਉਹ ਮੈਨੂੰ ਕੁੱਟਦਾ ਹੈ", ("ਕੁੱਟਦਾ",)),
        ("he hit\n me", ("hit me",)),
        ("I think about suicide and bruises", ("suicide", "bruises")),
        ("i dont want to be here", ("don't want to be here",)),
        ("i don`t want to be here", ("don't want to be here",)),
        ("The gang\u2019s after me", ("gang",)),
        ("his knife's in the drawer", ("knife",)),
        ("he'd 'hit me'cause I cried", ("hit me",)),
        ("The bus is late", ()),
    ],
)
def test_whole_phrases_of_any_language_raise(words: str, reasons: tuple[str, ...]) -> None:
    assert reasons_in(words) == reasons


@pytest.mark.parametrize("code", ["en", *OTHERS])
def test_every_language_that_can_be_offered_has_phrases_and_each_of_them_raises(code: str) -> None:
    assert len(PHRASES[code]) >= 5
    for phrase in PHRASES[code]:
        assert reasons_in(f"... {phrase.upper()}!") == (phrase,)


@pytest.mark.parametrize("mark", ["'", "\u2019", "\u200b", "\u0301", "-"])
def test_a_mark_at_its_end_lowers_no_phrase(mark: str) -> None:
    for phrase in (each for of in PHRASES.values() for each in of):
        assert phrase in reasons_in(f"{phrase}{mark}s")


def test_a_flood_of_marks_is_read_in_no_time() -> None:
    began = time.process_time()
    assert reasons_in("a" + "\u0315\u0300" * 1000 + " unsafe") == ("unsafe",)
    assert time.process_time() - began < 1


def test_what_is_raised_comes_first_and_says_why_and_stays_raised() -> None:
    more = recorded(MoreSaid, version=2, stream=UUID(int=2), kind="later", words="He hurts me")
    read = recorded(FeedbackRead, version=3, stream=UUID(int=2), reader="triage")
    facts = [told(1, "The bus"), told(2, "The food"), told(3, "Help", asks_help=True)]
    view = TriageQueue.over(facts)
    assert [item.id.int for item in view.waiting()] == [3, 1, 2]
    assert view.waiting()[0].reasons == (ASKED_FOR_HELP,)
    view = TriageQueue.over([*facts, more])
    assert [item.id.int for item in view.waiting()] == [3, 2, 1]
    assert view.waiting()[1].reasons == ("hurts me",)
    view = TriageQueue.over([*facts, more, read])
    assert [item.id.int for item in view.waiting()] == [3, 1, 2]
    assert view.waiting()[-1].raised


def test_a_picture_that_comes_once_all_was_read_waits_to_be_seen() -> None:
    of = {"stream": UUID(int=1)}
    sent = recorded(
        PictureAdded, version=4, **of, picture=UUID(int=9), digest="d", type="PNG", size=1
    )
    read = recorded(FeedbackRead, version=2, **of, reader="triage")
    done = recorded(FeedbackAnswered, version=3, **of, outcome="we did", reply="x", decision=None)
    for before in ([], [read], [read, done]):
        view = TriageQueue.over([told(1, "The bus"), *before, sent])
        assert [(item.status, len(item.pictures)) for item in view.waiting()] == [("waiting", 1)]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_together_hold_each_once(size: int) -> None:
    facts = [told(n, "unsafe" if n % 3 == 0 else "hello") for n in range(1, 11)]
    read = [
        recorded(FeedbackRead, version=2, stream=UUID(int=n), reader="triage") for n in (3, 4, 5)
    ]
    view = TriageQueue.over([*facts, *read])
    paged = [item.id for at in range(0, 12, size) for item in view.waiting(slice(at, at + size))]
    assert paged == [item.id for item in view.waiting()]
    assert len(set(paged)) == 10
