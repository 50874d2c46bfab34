"""What youth inspectors, their forms and their visits allow."""

from __future__ import annotations

from functools import reduce
from uuid import UUID

from events.inspection import (
    Answer,
    FollowedUp,
    FormVersionPublished,
    InspectorInvited,
    InspectorStoodDown,
    InspectorTrained,
    Question,
    RecommendationMade,
    ServiceReplied,
    VisitFindingMade,
    VisitRecorded,
)
from events.period import PartialDate
from services.inspection import (
    BadAnswer,
    BadQuestion,
    Form,
    StoodDown,
    evolve_form,
    evolve_inspector,
    evolve_visit,
    find,
    follow_up,
    invite,
    publish_form,
    recommend,
    record_visit,
    reply,
    revise_form,
    stand_down,
    train,
)
from services.refusals import Missing
from tests.stories import given, happened

WELCOME = Question("welcome", "scale", "How welcome?", "", ("not", "quite", "very"))
SIGNS = Question("signs", "yes or no", "Could you see who to ask?")
ROOM = Question("room", "choice", "What was it like?", "", ("calm", "loud"))
MORE = Question("more", "words", "What else?", "", (), needed=False)
ASKED = (WELCOME, SIGNS, ROOM, MORE)
FIRST = happened(FormVersionPublished, title="A place", number=1, questions=ASKED, demo=False)
INVITED = happened(InspectorInvited, name="Sam", access=UUID(int=3))
GIVEN = {"welcome": "2", "signs": "no", "room": "loud", "more": ""}


def _form() -> Form:
    return reduce(evolve_form, [FIRST], None)  # type: ignore[arg-type]


VISIT = {
    "form": _form(), "number": 1, "place": "clinic", "visited_on": PartialDate("2026-10-20"),
    "inspectors": ("Sam",),
}  # fmt: skip
VISITED = happened(
    VisitRecorded, form=UUID(int=1), form_number=1, place="clinic",
    visited_on=PartialDate("2026-10-20"), inspectors=("Sam",), answers=(), demo=False,
)  # fmt: skip
REPLIED = happened(ServiceReplied, service="clinic", reply="We will.")


def test_an_inspector_is_invited_trained_and_stood_down() -> None:
    given(evolve_inspector).when(invite, name="Sam", access=UUID(int=3)).then(InspectorInvited)
    given(evolve_inspector).when(invite, name="", access=UUID(int=3)).refused(Missing, "name")
    given(evolve_inspector, INVITED).when(train, training="asking").then(InspectorTrained)
    given(evolve_inspector, INVITED).when(stand_down).then(InspectorStoodDown)


def test_nobody_is_trained_after_standing_down() -> None:
    gone = happened(InspectorStoodDown, why="")
    given(evolve_inspector, INVITED, gone).when(train, training="asking").refused(StoodDown)


def test_a_new_version_gets_the_next_number_and_keeps_the_old_questions() -> None:
    story = given(evolve_form, FIRST)
    story.when(revise_form, questions=(SIGNS,)).then(FormVersionPublished, number=2)
    assert story.state.questions[1] == ASKED


def test_a_form_needs_questions_that_can_be_answered() -> None:
    for bad in ((), (WELCOME, WELCOME), (Question("a", "choice", "Which?", "", ("one",)),),
                (Question("a", "words", ""),)):  # fmt: skip
        given(evolve_form).when(publish_form, title="x", questions=bad).refused(BadQuestion)


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
