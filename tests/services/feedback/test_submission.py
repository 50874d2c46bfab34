"""Telling something, end to end: what is kept, the receipt that finds it, and what is refused."""

from __future__ import annotations

from uuid import uuid4

import pytest

from events.feedback.feedback import FeedbackSubmitted, MoreSaid
from services.feedback.feedback import FeedbackService
from services.feedback.feedback_state import WORDS_LIMIT, NothingSaid, TooManyWords
from services.feedback.follow_up import OnlyTheCode
from services.feedback.receipt import NotAReceipt, ReceiptBook
from services.feedback.word_list import easy_list, first_list
from services.files import NotKept
from services.ledger import Ledger
from services.refusals import NotFound, ToldDifferently
from tests.stories import TOLD


@pytest.fixture
def service(ledger: Ledger) -> FeedbackService:
    return FeedbackService(ledger, ReceiptBook(b"k" * 32))


def test_the_same_request_twice_is_one_fact_and_one_receipt(service: FeedbackService) -> None:
    client = str(uuid4())
    first = service.submit(client, feeling="happy", words="Hello\r\nthere")
    again = service.submit(client, feeling="happy", words="Hello\nthere ")
    assert first == again
    assert service.ledger.recorder.max_notification_id() == 1


def test_the_same_request_with_other_words_is_refused_and_the_first_kept(
    service: FeedbackService,
) -> None:
    client = str(uuid4())
    service.submit(client, words="Hello")
    with pytest.raises(ToldDifferently):
        service.submit(client, words="Goodbye")
    [kept] = service.ledger.facts(service.id_of(client))
    assert isinstance(kept, FeedbackSubmitted)
    assert kept.words == "Hello"


def test_saying_nothing_or_too_much_is_refused_with_nothing_recorded(
    service: FeedbackService,
) -> None:
    with pytest.raises(NothingSaid):
        service.submit(str(uuid4()), words="  \n ")
    with pytest.raises(TooManyWords):
        service.submit(str(uuid4()), words="x" * (WORDS_LIMIT + 1))
    assert not service.ledger.recorder.max_notification_id()


def test_a_face_alone_is_enough(service: FeedbackService) -> None:
    assert len(service.submit(str(uuid4()), feeling="sad").split()) == 5


def test_a_receipt_is_found_however_it_is_typed(service: FeedbackService) -> None:
    client = str(uuid4())
    words = service.submit(client, feeling="ok").split()
    [kept] = service.ledger.facts(service.id_of(client))
    assert isinstance(kept, FeedbackSubmitted)
    for typed in (
        " ".join(words),
        "-".join(words).upper(),
        ", ".join(words),
        ".".join(words),
        " ".join(word[:6] for word in words),
    ):
        assert next(iter(service.receipt_hashes(typed))) == kept.receipt


def test_the_receipt_itself_is_nowhere_in_the_ledger(service: FeedbackService) -> None:
    words = service.submit(str(uuid4()), feeling="ok").split()
    [row] = service.ledger.recorder.select_notifications(None, 10)
    # As a value: three of the words are also names of fields, such as "place".
    assert not any(f':"{word}"'.encode() in row.state for word in words)
    assert " ".join(words).encode() not in row.state


def test_what_is_no_receipt_is_refused_in_words_that_help(service: FeedbackService) -> None:
    with pytest.raises(NotAReceipt, match="You typed 2 words"):
        service.receipt_hashes("apple tree")
    with pytest.raises(NotAReceipt, match="Word 5 looks wrong"):
        service.receipt_hashes("apple apple apple apple qqqq")


def test_what_nobody_said_cannot_be_answered(service: FeedbackService) -> None:
    with pytest.raises(NotFound):
        service.read(uuid4(), TOLD, reader="triage")


def test_the_first_words_are_two_thousand_and_forty_eight_told_apart_by_four_letters() -> None:
    words = first_list().words
    assert len(words) == len({word[:4] for word in words}) == 2048
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert all(3 <= len(word) <= 10 for word in words)


HARM = (
    "kill die dead death blood hurt harm hit punch kick slap burn cut knife gun bomb drug alcohol "
    "drunk rape abuse touch naked sex hate ugly stupid fat monster ghost scary fear cry grave hell "
    "suicide hang poison weapon fight war prison jail police court social foster orphan"
)


def test_no_word_names_harm() -> None:
    assert not {*easy_list().words, *first_list().words} & set(HARM.split())


def test_what_would_help_is_kept_with_the_words_and_only_once(service: FeedbackService) -> None:
    client = str(uuid4())
    for _ in range(2):
        service.submit(client, words="It is loud.", better="A quiet room.", place="p1")
    said, better = service.ledger.facts(service.id_of(client))
    assert isinstance(said, FeedbackSubmitted)
    assert isinstance(better, MoreSaid)
    assert (said.words, said.place, better.kind, better.words) == (
        "It is loud.",
        "p1",
        "what would help",
        "A quiet room.",
    )
    with pytest.raises(ToldDifferently):
        service.submit(client, words="It is loud.", better="Two quiet rooms.", place="p1")


def test_a_message_that_is_only_the_code_is_refused_kindly(service: FeedbackService) -> None:
    words = service.submit(str(uuid4()), feeling="ok")
    for code in (words, words.upper().replace(" ", "-")):
        with pytest.raises(OnlyTheCode, match="Come back"):
            service.submit(str(uuid4()), words=code)
    assert service.submit(str(uuid4()), words=f"{words} are my words")
    assert service.submit(str(uuid4()), words="My dog likes red buses")


def test_where_no_picture_can_be_kept_that_is_said(service: FeedbackService) -> None:
    client = str(uuid4())
    service.submit(client, feeling="ok")
    with pytest.raises(NotKept):
        service.add_picture(service.id_of(client), TOLD, content=b"\x89PNG\r\n\x1a\n")
