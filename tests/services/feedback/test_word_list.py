"""The lists of receipt words: today's is easy, and a receipt of the first one opens for ever."""

from __future__ import annotations

from hashlib import sha256
from uuid import uuid4

import pytest

from services.feedback.feedback import FeedbackService
from services.feedback.receipt import NotAReceipt, ReceiptBook, readings
from services.feedback.submission import Message
from services.feedback.word_list import all_lists, easy_list, first_list
from services.ledger import Ledger
from tests.stories import TOLD

# Made by the release before there was an easy list, under this key.
KEY, FORM = b"k" * 32, "a form of November"
GIVEN = ("sonnet", "manner", "length", "palm", "slate")
KEPT = "6a9119396c76fc5540e1f79e9e46be2a1074b287e64d1eeabc353bb60762375e"


@pytest.fixture
def service(ledger: Ledger) -> FeedbackService:
    return FeedbackService(ledger, ReceiptBook(KEY))


def test_the_easy_words_are_1024_short_ones_and_no_two_are_taken_for_each_other() -> None:
    words = easy_list().words
    assert len(words) == len(set(words)) == 1024
    assert easy_list().bits == 10
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert all(3 <= len(word) <= 7 for word in words)
    assert not [each for each in words for word in words if each != word and each.startswith(word)]
    assert not [(word, each) for word in words for each in _slips_of(word) & set(words)]


def test_no_easy_word_sounds_like_another_word() -> None:
    same = (
        "ate bare be bean bear beach beech berry blew blue board bored brake bread buy bye cell "
        "cent dear deer eight eye fair fare find flea flour flower for four hair hare heard here "
        "herd hole hour key knight knot know lead mail male maize maze meat meet night none nose "
        "one our pail pair pale pause paw pea peace pear piece plane plain read red right road "
        "rose sail sale sea see sew son stair steel sum sun tail tale tea their there tide tied "
        "toe too two waist wait way weak wear week weigh which witch won wood write"
    )
    assert set(same.split()) & set(easy_list().words) == set()


def test_neither_list_ever_changes() -> None:
    """A word that went, or another order, and receipts would open nothing."""
    digests = [sha256("\n".join(each.words).encode()).hexdigest()[:16] for each in all_lists()]
    assert digests == ["b5e9c39f19690f7d", "c6229341e4a30303"]


def test_new_receipts_are_made_of_easy_words(service: FeedbackService) -> None:
    for _ in range(20):
        assert set(service.submit(str(uuid4()), feeling="ok").split()) <= set(easy_list().words)


def test_a_receipt_of_the_first_list_is_found_however_it_is_typed(
    service: FeedbackService,
) -> None:
    for typed in (
        " ".join(GIVEN),
        "-".join(GIVEN).upper(),
        " ".join(reversed(GIVEN)),
        " ".join(word[:4] for word in GIVEN),
    ):
        assert service.receipt_hashes(typed)[KEPT] == GIVEN


def test_a_form_that_was_sent_before_the_easy_list_is_answered_with_the_words_it_had(
    service: FeedbackService,
) -> None:
    stream = service.id_of(FORM)
    service.ledger.save(*Message(words="Hello").facts(stream, TOLD, KEPT))
    assert service.submit(FORM, TOLD, words="Hello") == " ".join(GIVEN)
    assert service.receipt_of(FORM) == " ".join(GIVEN)


def test_a_slip_is_held_against_the_list_that_the_other_words_are_of() -> None:
    for typed, near in (
        ("sonnet manner length pallm slate", "palm"),
        ("acorn action arpron dolphin zoo", "apron"),
        ("acorn badge dolfin zebra zigzag", "dolphin"),
    ):
        with pytest.raises(NotAReceipt) as refused:
            readings(typed)
        [slip] = refused.value.slips
        assert near in slip.near


def test_words_that_the_lists_end_differently_are_read_in_both_ways() -> None:
    rest = ("apple", "tomato", "acorn", "zoo")
    assert readings(" ".join(("boun", *rest))) == [("bouncy", *rest), ("bounce", *rest)]
    assert readings(" ".join(("bounce", *rest))) == [("bounce", *rest)]


def test_a_word_of_either_list_is_read_from_its_beginning_alone_where_one_begins_so() -> None:
    assert first_list().whole("soft") == "soft"
    assert easy_list().whole("unic") == "unicorn"
    assert easy_list().whole("uni") == easy_list().whole("unix") == ""


def _slips_of(word: str) -> set[str]:
    """Everything that is one letter away."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    lost = {head + tail[1:] for head, tail in parts if tail}
    other = {head + each + tail[1:] for head, tail in parts if tail for each in letters}
    more = {head + each + tail for head, tail in parts for each in letters}
    turned = {head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1}
    return (lost | other | more | turned) - {word}
