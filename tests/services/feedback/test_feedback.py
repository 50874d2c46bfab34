"""What may be done with what a young person said."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.feedback.feedback import (
    CameBack,
    FeedbackSubmitted,
    FeedbackTakenBack,
    MoreSaid,
    PictureAdded,
    SaidIfHeard,
)
from events.feedback.triage import (
    ConcernEscalated,
    EscalationReferenceGiven,
    FeedbackAnswered,
    FeedbackPassedOn,
    FeedbackRead,
    ThemeGiven,
)
from services.feedback.escalation import NoReferenceMissing, escalate, give_reference
from services.feedback.feedback import take_back
from services.feedback.feedback_state import (
    AlreadyTakenBack,
    NothingSaid,
    NotReadYet,
    TooManyWords,
    evolve,
)
from services.feedback.follow_up import (
    OneWordIsNotIt,
    OnlyTheCode,
    check_one_word,
    come_back,
    say_if_heard,
    say_more,
)
from services.feedback.triage import NotAlone, answer, give_theme, pass_on, read
from services.feedback.word_list import easy_list
from services.refusals import AlreadyThere, Missing
from tests.stories import given, recorded

SUBMITTED = recorded(
    FeedbackSubmitted,
    channel="web",
    feeling="sad",
    about="school",
    words="Nobody asked.",
    age_band="",
    wants_answer=True,
    receipt="00",
    demo=False,
)
TOLD_TO = {"to": "front door", "escalated_at": "today 10:00", "reference": "R1"}
READ = recorded(FeedbackRead, reader="triage")
BACK = recorded(FeedbackTakenBack)


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


def test_a_concern_is_escalated_with_whom_and_when() -> None:
    given(evolve, SUBMITTED).when(escalate, **TOLD_TO).then(ConcernEscalated, **TOLD_TO)
    for field in ("to", "escalated_at"):
        given(evolve, SUBMITTED).when(escalate, **{**TOLD_TO, field: ""}).refused(Missing, field)


def test_the_reference_may_come_later_and_only_where_one_is_missing() -> None:
    given(evolve, SUBMITTED).when(escalate, **{**TOLD_TO, "reference": ""}).then(ConcernEscalated)
    waits = recorded(ConcernEscalated, **{**TOLD_TO, "reference": ""})
    story = given(evolve, SUBMITTED, waits)
    story.when(give_reference, reference="R7").then(EscalationReferenceGiven, reference="R7")
    story.when(give_reference, reference="").refused(Missing, "reference")
    known = recorded(EscalationReferenceGiven, reference="R7")
    given(evolve, SUBMITTED, waits, known).when(give_reference, reference="R8").refused(
        NoReferenceMissing
    )
    given(evolve, SUBMITTED).when(give_reference, reference="R8").refused(NoReferenceMissing)


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
    [
        (read, {"reader": "x"}),
        (give_theme, {"theme": "x"}),
        (answer, {"outcome": "we did", "reply": "x"}),
    ],
)
def test_nothing_is_done_with_what_was_taken_back(decide: object, request_: dict[str, str]) -> None:
    given(evolve, SUBMITTED, READ, BACK).when(decide, **request_).refused(AlreadyTakenBack)


MORE = recorded(MoreSaid, kind="later", words="And one thing more.")


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
    sent = recorded(PictureAdded, picture=UUID(int=9), digest="d", type="PNG", size=1)
    given(evolve, SUBMITTED, READ, sent).when(answer, outcome="we did", reply="x").refused(
        NotReadYet
    )
    given(evolve, SUBMITTED, READ, sent, READ).when(answer, outcome="we did", reply="x").then(
        FeedbackAnswered
    )


def test_what_is_added_is_words_and_no_code() -> None:
    code = " ".join(easy_list().words[:5])
    given(evolve, SUBMITTED).when(say_more, words="").refused(NothingSaid, "words")
    given(evolve, SUBMITTED).when(say_more, words="x" * 2001).refused(TooManyWords, "words")
    given(evolve, SUBMITTED).when(say_more, words=code).refused(OnlyTheCode, "words")
    given(evolve, SUBMITTED, BACK).when(say_more, words="more").refused(AlreadyTakenBack)


def test_coming_back_is_told_once_and_being_heard_as_often_as_it_changes() -> None:
    came, yes = recorded(CameBack), recorded(SaidIfHeard, listened="yes")
    given(evolve, SUBMITTED).when(come_back).then(CameBack)
    given(evolve, SUBMITTED, came).when(come_back).refused(AlreadyThere)
    given(evolve, SUBMITTED, yes).when(say_if_heard, listened="no").then(SaidIfHeard, listened="no")
    given(evolve, SUBMITTED, yes).when(say_if_heard, listened="yes").refused(AlreadyThere)
    given(evolve, SUBMITTED).when(say_if_heard, listened="very").refused(Missing, "listened")


def test_one_word_typed_back_is_enough_to_know_that_they_are_kept() -> None:
    words = easy_list().words[7:12]
    check_one_word(" ".join(words), 3, f" {words[2].upper()}. ")
    for typed in ("", words[1], "otterly"):
        with pytest.raises(OneWordIsNotIt):
            check_one_word(" ".join(words), 3, typed)
