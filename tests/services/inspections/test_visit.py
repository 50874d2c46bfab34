"""What youth inspectors, their forms and their visits allow."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from events.inspections.form import FormDrafted, FormVersionPublished, Question
from events.inspections.inspector import (
    InspectorEntryTakenOff,
    InspectorHelped,
    InspectorInvited,
    InspectorStoodDown,
    InspectorTrained,
)
from events.inspections.visit import (
    Answer,
    FollowedUp,
    RecommendationMade,
    ServiceReplied,
    VisitFindingMade,
    VisitRecorded,
    VisitTakenOff,
)
from events.period import PartialDate
from services.inspections.form import (
    Form,
    FormWrittenMeanwhile,
    begin_form,
    draft_form,
    evolve_form,
    publish_form,
    revise_form,
)
from services.inspections.inspector import (
    NoSuchEntry,
    StoodDown,
    TooLong,
    evolve_inspector,
    help_out,
    invite,
    stand_down,
    take_off,
    train,
)
from services.inspections.questions import BadAnswer, BadQuestion
from services.inspections.visit import find, follow_up, recommend, record_visit, reply
from services.inspections.visit import (
    take_off as take_visit_off,
)
from services.inspections.visit_state import TakenOff, evolve_visit
from services.refusals import Missing
from tests.stories import given, recorded

WELCOME = Question("welcome", "scale", "How welcome?", "", ("not", "quite", "very"))
SIGNS = Question("signs", "yes or no", "Could you see who to ask?")
ROOM = Question("room", "choice", "What was it like?", "", ("calm", "loud"))
MORE = Question("more", "words", "What else?", "", (), needed=False)
ASKED = (WELCOME, SIGNS, ROOM, MORE)
FIRST = recorded(FormVersionPublished, title="A place", number=1, questions=ASKED, demo=False)
INVITED = recorded(InspectorInvited, name="Sam", access=UUID(int=3))
GIVEN = {"welcome": "2", "signs": "no", "room": "loud", "more": ""}


def _form() -> Form:
    found: Form = given(evolve_form, FIRST).state
    return found


VISIT = {
    "form": _form(),
    "number": 1,
    "place": "clinic",
    "visited_on": PartialDate("2026-10-20"),
    "inspectors": ("Sam",),
}
VISITED = recorded(
    VisitRecorded,
    form=UUID(int=1),
    form_number=1,
    place="clinic",
    visited_on=PartialDate("2026-10-20"),
    inspectors=("Sam",),
    answers=(),
    demo=False,
)
REPLIED = recorded(ServiceReplied, service="clinic", reply="We will.")


def test_an_inspector_is_invited_trained_and_stood_down() -> None:
    given(evolve_inspector).when(invite, name="Sam", access=UUID(int=3)).then(InspectorInvited)
    given(evolve_inspector).when(invite, name="", access=UUID(int=3)).refused(Missing, "name")
    given(evolve_inspector, INVITED).when(train, training="asking").then(InspectorTrained)
    given(evolve_inspector, INVITED).when(stand_down).then(InspectorStoodDown)


def test_nobody_is_trained_after_standing_down() -> None:
    gone = recorded(InspectorStoodDown, why="")
    given(evolve_inspector, INVITED, gone).when(train, training="asking").refused(StoodDown)


def test_a_new_version_gets_the_next_number_and_keeps_the_old_questions() -> None:
    story = given(evolve_form, FIRST)
    story.when(revise_form, questions=(SIGNS,)).then(FormVersionPublished, number=2)
    assert story.state.questions[1] == ASKED


def test_a_form_is_written_together_before_it_is_asked() -> None:
    given(evolve_form).when(begin_form, title="x", questions=(SIGNS,)).then(FormDrafted)
    drafted = given(evolve_form, recorded(FormDrafted, title="x", questions=(SIGNS,)))
    said = {"title": "y", "questions": (SIGNS, MORE)}
    drafted.when(draft_form, **said, seen=1).then(FormDrafted, title="y")
    drafted.when(draft_form, **said, seen=0).refused(FormWrittenMeanwhile)
    drafted.when(revise_form, **said, seen=0).refused(FormWrittenMeanwhile)
    drafted.when(revise_form, **said, seen=1).then(FormVersionPublished, number=1)


def test_a_question_waits_only_for_what_one_before_it_offers() -> None:
    why = Question("why", "words", "Why not?", after="signs", when="no")
    for bad in ((why, SIGNS), (SIGNS, replace(why, when="perhaps")), (MORE, why)):
        given(evolve_form).when(publish_form, title="x", questions=bad).refused(BadQuestion)
    given(evolve_form).when(publish_form, title="x", questions=(SIGNS, why)).then(
        FormVersionPublished
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"signs": "yes"}, ["yes"]),
        ({"signs": "no", "why": "No poster"}, ["no", "No poster"]),
        ({"signs": "yes", "why": "No poster"}, ["yes", "No poster"]),  # no word is lost
    ],
)
def test_a_question_that_waits_is_asked_where_its_answer_came(
    typed: dict[str, str], kept: list[str]
) -> None:
    why = Question("why", "words", "Why not?", after="signs", when="no")
    form = given(
        evolve_form,
        recorded(
            FormVersionPublished, title="A place", number=1, questions=(SIGNS, why), demo=False
        ),
    ).state
    at_clinic = {**VISIT, "form": form}
    fact = given(evolve_visit).when(record_visit, **at_clinic, given=typed).decide()
    assert [answer.given for answer in fact.answers] == kept
    given(evolve_visit).when(record_visit, **at_clinic, given={"signs": "no"}).refused(
        Missing, "why"
    )


def test_an_entry_is_taken_off_once_with_a_reason() -> None:
    story = given(evolve_inspector, INVITED, recorded(InspectorTrained, training="Asking"))
    story.when(take_off, entry=2, why="Another one").then(InspectorEntryTakenOff, entry=2)
    story.when(take_off, entry=2, why="").refused(Missing, "why")
    story.when(take_off, entry=1, why="x").refused(NoSuchEntry)
    off = recorded(InspectorEntryTakenOff, entry=2, why="x")
    trained = recorded(InspectorTrained, training="Asking")
    given(evolve_inspector, INVITED, trained, off).when(take_off, entry=2, why="x").refused(
        NoSuchEntry
    )


def test_time_that_is_given_is_less_than_a_day() -> None:
    story = given(evolve_inspector, INVITED)
    story.when(help_out, what="The board", minutes=90).then(InspectorHelped, minutes=90)
    story.when(help_out, what="The board", minutes=0).refused(Missing, "minutes")
    story.when(help_out, what="", minutes=90).refused(Missing, "what")
    story.when(help_out, what="The board", minutes=24 * 60 + 1).refused(TooLong)
    story.when(train, training="Asking", minutes=120, skills=("Listening",)).then(
        InspectorTrained, skills=("Listening",)
    )
    given(evolve_visit).when(record_visit, **VISIT, given=GIVEN, rating="good", minutes=75).then(
        VisitRecorded, rating="good", minutes=75
    )
    given(evolve_visit).when(record_visit, **VISIT, given=GIVEN, minutes=9000).refused(TooLong)


def test_a_form_needs_questions_that_can_be_answered() -> None:
    for bad in (
        (),
        (WELCOME, WELCOME),
        (Question("a", "choice", "Which?", "", ("one",)),),
        (Question("a", "words", ""),),
    ):
        given(evolve_form).when(publish_form, title="x", questions=bad).refused(BadQuestion)


def test_the_question_that_is_wrong_is_named_by_its_number() -> None:
    for bad, said in (
        (replace(WELCOME, choices=("one",)), "Question 2 needs at least two answers"),
        (replace(WELCOME, text=""), "Question 2 needs words"),
    ):
        with pytest.raises(BadQuestion, match=said):
            given(evolve_form).when(begin_form, title="x", questions=(SIGNS, bad)).decide()


def test_a_visit_keeps_each_answer_with_the_question_as_it_was_asked() -> None:
    given(evolve_visit).when(record_visit, **VISIT, given=GIVEN).then(
        VisitRecorded,
        answers=(
            Answer("welcome", "How welcome?", "scale", "2 of 3: quite"),
            Answer("signs", "Could you see who to ask?", "yes or no", "no"),
            Answer("room", "What was it like?", "choice", "loud"),
            Answer("more", "What else?", "words", ""),
        ),
    )


def test_a_missing_or_impossible_answer_is_refused_beside_its_question() -> None:
    story = given(evolve_visit)
    story.when(record_visit, **VISIT, given={**GIVEN, "room": ""}).refused(Missing, "room")
    story.when(record_visit, **VISIT, given={**GIVEN, "welcome": "9"}).refused(BadAnswer, "welcome")
    story.when(record_visit, **{**VISIT, "number": 4}, given=GIVEN).refused(BadAnswer)
    story.when(record_visit, **{**VISIT, "place": ""}, given=GIVEN).refused(Missing, "place")


def test_a_visit_leads_to_findings_recommendations_a_reply_and_going_back() -> None:
    seen = given(evolve_visit, VISITED)
    seen.when(find, kind="good practice", finding="hello").then(VisitFindingMade)
    seen.when(recommend, recommendation="a poster").then(RecommendationMade)
    seen.when(reply, service="clinic", words="We will.").then(ServiceReplied)
    seen.when(follow_up, seen="nothing", changed=False).refused(Missing)
    given(evolve_visit, VISITED, REPLIED).when(follow_up, seen="a poster", changed=True).then(
        FollowedUp, changed=True
    )


def test_a_visit_is_taken_off_once_and_nothing_is_added_to_it() -> None:
    story = given(evolve_visit, VISITED)
    story.when(take_visit_off, why="Sent twice").then(VisitTakenOff, why="Sent twice")
    story.when(take_visit_off, why="").refused(Missing, "why")
    gone = given(evolve_visit, VISITED, REPLIED, recorded(VisitTakenOff, version=3, why="Twice"))
    gone.when(take_visit_off, why="Sent twice").refused(TakenOff)
    gone.when(find, kind="good practice", finding="hello").refused(TakenOff)
    gone.when(recommend, recommendation="a poster").refused(TakenOff)
    gone.when(reply, service="clinic", words="We will.").refused(TakenOff)
    gone.when(follow_up, seen="a poster", changed=True).refused(TakenOff)
