"""What may be done with what a young person said."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from events.feedback import (
    CameBack,
    ConcernEscalated,
    FeedbackAnswered,
    FeedbackPassedOn,
    FeedbackRead,
    FeedbackSubmitted,
    FeedbackTakenBack,
    MoreSaid,
    PictureAdded,
    SaidIfHeard,
    ThemeGiven,
)
from services.answering import NotAlone, answer
from services.coming_back import (
    OneWordIsNotIt,
    OnlyTheCode,
    check_one_word,
    come_back,
    say_if_heard,
    say_more,
)
from services.evidence import NotKept
from services.feedback import (
    FeedbackService,
    escalate,
    give_theme,
    pass_on,
    read,
    take_back,
)
from services.feedback_state import (
    WORDS_LIMIT,
    AlreadyTakenBack,
    NothingSaid,
    NotReadYet,
    TooManyWords,
    evolve,
)
from services.ledger import Ledger
from services.receipt import NotAReceipt, ReceiptBook, word_list
from services.refusals import AlreadyThere, Missing, NotFound, ToldDifferently
from tests.stories import TOLD, given, happened

SUBMITTED = happened(
    FeedbackSubmitted, channel="web", feeling="sad", about="school", words="Nobody asked.",
    age_band="", wants_answer=True, receipt="00", demo=False,
)  # fmt: skip
TOLD_TO = {"to": "front door", "escalated_at": "today 10:00", "reference": "R1"}
READ = happened(FeedbackRead, reader="triage")
BACK = happened(FeedbackTakenBack)


def test_somebody_can_read_what_came_in() -> None:
    given(evolve, SUBMITTED).when(read, reader="triage").then(FeedbackRead, reader="triage")


def test_what_was_read_can_be_answered() -> None:
    given(evolve, SUBMITTED, READ).when(answer, outcome="we did", reply="We asked.").then(
        FeedbackAnswered, outcome="we did", reply="We asked.", decision=None
    )


def test_one_person_alone_does_not_answer_that_nothing_is_done() -> None:
    no = {"outcome": "we could not", "reply": "We have no dogs."}
    given(evolve, SUBMITTED, READ).when(answer, **no).refused(NotAlone, "outcome")
    given(evolve, SUBMITTED, READ).when(answer, **no, decision=UUID(int=9)).then(FeedbackAnswered)


def test_nobody_answers_what_nobody_has_read() -> None:
    given(evolve, SUBMITTED).when(answer, outcome="we did", reply="We asked.").refused(NotReadYet)


def test_nobody_passes_on_what_nobody_has_read() -> None:
    given(evolve, SUBMITTED).when(pass_on, to="school", asked="").refused(NotReadYet)


def test_an_answer_needs_its_words() -> None:
    given(evolve, SUBMITTED, READ).when(answer, outcome="we did", reply="").refused(
        Missing, "reply"
    )


def test_it_can_be_passed_on_to_somebody() -> None:
    given(evolve, SUBMITTED, READ).when(pass_on, to="the school", asked="").then(FeedbackPassedOn)
    given(evolve, SUBMITTED, READ).when(pass_on, to="", asked="").refused(Missing, "to")


def test_a_theme_is_given_in_words() -> None:
    given(evolve, SUBMITTED).when(give_theme, theme="waiting").then(ThemeGiven, theme="waiting")
    given(evolve, SUBMITTED).when(give_theme, theme="").refused(Missing, "theme")


def test_a_concern_is_escalated_with_whom_when_and_reference() -> None:
    given(evolve, SUBMITTED).when(escalate, **TOLD_TO).then(ConcernEscalated, **TOLD_TO)
    for field in TOLD_TO:
        given(evolve, SUBMITTED).when(escalate, **{**TOLD_TO, field: ""}).refused(Missing, field)


def test_whoever_escalates_has_read_it() -> None:
    facts = given(evolve, SUBMITTED).when(escalate, **TOLD_TO, reader="triage").decide()
    made = [(type(fact), fact.originator_version) for fact in facts]
    assert made == [(FeedbackRead, 2), (ConcernEscalated, 3)]
    for known in (READ, BACK):
        given(evolve, SUBMITTED, known).when(escalate, **TOLD_TO, reader="x").then(ConcernEscalated)


def test_a_concern_can_be_escalated_even_after_the_words_were_taken_back() -> None:
    given(evolve, SUBMITTED, BACK).when(escalate, **TOLD_TO).then(ConcernEscalated)


def test_a_young_person_can_take_it_back_once() -> None:
    given(evolve, SUBMITTED).when(take_back).then(FeedbackTakenBack)
    given(evolve, SUBMITTED, BACK).when(take_back).refused(AlreadyTakenBack)


@pytest.mark.parametrize(
    ("decide", "request_"),
    [(read, {"reader": "x"}), (give_theme, {"theme": "x"}),
     (answer, {"outcome": "we did", "reply": "x"})],
)  # fmt: skip
def test_nothing_is_done_with_what_was_taken_back(decide: object, request_: dict[str, str]) -> None:
    given(evolve, SUBMITTED, READ, BACK).when(decide, **request_).refused(AlreadyTakenBack)


MORE = happened(MoreSaid, kind="later", words="And one thing more.")


def test_what_is_added_must_be_read_before_it_is_answered() -> None:
    given(evolve, SUBMITTED, READ).when(say_more, words="And one thing more.").then(
        MoreSaid, kind="later", words="And one thing more."
    )
    given(evolve, SUBMITTED, READ, MORE).when(answer, outcome="we did", reply="x").refused(
        NotReadYet
    )
    given(evolve, SUBMITTED, READ, MORE, READ).when(answer, outcome="we did", reply="x").then(
        FeedbackAnswered
    )


def test_a_picture_must_be_seen_before_it_is_answered() -> None:
    sent = happened(PictureAdded, picture=UUID(int=9), digest="d", type="PNG", size=1)
    given(evolve, SUBMITTED, READ, sent).when(answer, outcome="we did", reply="x").refused(
        NotReadYet
    )
    given(evolve, SUBMITTED, READ, sent, READ).when(answer, outcome="we did", reply="x").then(
        FeedbackAnswered
    )


def test_what_is_added_is_words_and_no_code() -> None:
    code = " ".join(word_list()[:5])
    given(evolve, SUBMITTED).when(say_more, words="").refused(NothingSaid, "words")
    given(evolve, SUBMITTED).when(say_more, words="x" * 2001).refused(TooManyWords, "words")
    given(evolve, SUBMITTED).when(say_more, words=code).refused(OnlyTheCode, "words")
    given(evolve, SUBMITTED, BACK).when(say_more, words="more").refused(AlreadyTakenBack)


def test_coming_back_is_told_once_and_being_heard_as_often_as_it_changes() -> None:
    came, yes = happened(CameBack), happened(SaidIfHeard, listened="yes")
    given(evolve, SUBMITTED).when(come_back).then(CameBack)
    given(evolve, SUBMITTED, came).when(come_back).refused(AlreadyThere)
    given(evolve, SUBMITTED, yes).when(say_if_heard, listened="no").then(SaidIfHeard, listened="no")
    given(evolve, SUBMITTED, yes).when(say_if_heard, listened="yes").refused(AlreadyThere)
    given(evolve, SUBMITTED).when(say_if_heard, listened="very").refused(Missing, "listened")


def test_one_word_typed_back_is_enough_to_know_that_they_are_kept() -> None:
    words = word_list()[7:12]
    check_one_word(" ".join(words), 3, f" {words[2].upper()}. ")
    for typed in ("", words[1], "otterly"):
        with pytest.raises(OneWordIsNotIt):
            check_one_word(" ".join(words), 3, typed)


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
        " ".join(words), "-".join(words).upper(), ", ".join(words), ".".join(words),
        " ".join(word[:4] for word in words),
    ):  # fmt: skip
        assert service.receipt_hash(typed) == kept.receipt


def test_the_receipt_itself_is_nowhere_in_the_ledger(service: FeedbackService) -> None:
    words = service.submit(str(uuid4()), feeling="ok").split()
    [row] = service.ledger.recorder.select_notifications(None, 10)
    assert not any(f'"{word}"'.encode() in row.state for word in words)
    assert " ".join(words).encode() not in row.state


def test_what_is_no_receipt_is_refused_in_words_that_help(service: FeedbackService) -> None:
    with pytest.raises(NotAReceipt, match="You typed 2 words"):
        service.receipt_hash("apple tree")
    with pytest.raises(NotAReceipt, match="not one of ours"):
        service.receipt_hash("apple apple apple apple qqqq")


def test_what_nobody_said_cannot_be_answered(service: FeedbackService) -> None:
    with pytest.raises(NotFound):
        service.read(uuid4(), TOLD, reader="triage")


def test_the_words_are_two_thousand_and_forty_eight_told_apart_by_four_letters() -> None:
    words = word_list()
    assert len(words) == len({word[:4] for word in words}) == 2048
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert all(3 <= len(word) <= 10 for word in words)


HARM = (
    "kill die dead death blood hurt harm hit punch kick slap burn cut knife gun bomb drug alcohol "
    "drunk rape abuse touch naked sex hate ugly stupid fat monster ghost scary fear cry grave hell "
    "suicide hang poison weapon fight war prison jail police court social foster orphan"
)


def test_no_word_names_harm() -> None:
    assert not set(word_list()) & set(HARM.split())


def test_what_would_help_is_kept_with_the_words_and_only_once(service: FeedbackService) -> None:
    client = str(uuid4())
    for _ in range(2):
        service.submit(client, words="It is loud.", better="A quiet room.", place="p1")
    said, better = service.ledger.facts(service.id_of(client))
    assert isinstance(said, FeedbackSubmitted)
    assert isinstance(better, MoreSaid)
    assert (said.words, said.place, better.kind, better.words) == (
        "It is loud.", "p1", "what would help", "A quiet room.",
    )  # fmt: skip
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
